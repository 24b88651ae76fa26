/** Makes a person's words safe inside text that Adaptive Cards render as Markdown: they show as typed. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>~#|]/g, '\\$&').replace(/^(\s*\d*)([-+.)])(?=\s)/gm, '$1\\$2')
}

/** The same data with every string escaped; numbers, flags and structure stay. */
export function escapeAll(data: unknown): unknown {
  if (typeof data === 'string') return escapeMarkdown(data)
  if (Array.isArray(data)) return data.map(escapeAll)
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, escapeAll(value)]))
  }
  return data
}
