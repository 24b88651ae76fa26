import type { SentenceFile, Sentences } from './sentences.ts'

/** Every text under its dotted key; a list counts as many texts. */
export function textsIn(node: unknown, key = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[key, node]])
  if (typeof node !== 'object' || node === null) return new Map()
  return new Map(
    Object.entries(node).flatMap(([name, child]) => [...textsIn(child, key ? `${key}.${name}` : name)]),
  )
}

/** Words that people type, of which each language has as many as it needs. */
export const isVocabulary = (key: string) => key.includes('.words.')

export const keysIn = (sentences: Sentences): string[] =>
  [...textsIn(sentences).keys()].filter((key) => !isVocabulary(key))

/** Throws an Error that names each key that a file lacks and the same file of another language has. */
export function requireSameKeys(languages: readonly (readonly SentenceFile[])[]): void {
  const [first = []] = languages
  const missing = first.flatMap((_, index) => lacking(languages.flatMap((files) => files[index] ?? [])))
  if (missing.length > 0) throw new Error(missing.join('\n'))
}

function lacking(files: readonly SentenceFile[]): string[] {
  const keys = files.map(({ path, sentences }) => ({ path, keys: new Set(keysIn(sentences)) }))
  return keys.flatMap(({ path, keys: own }) =>
    keys.flatMap((other) =>
      [...other.keys]
        .filter((key) => !own.has(key))
        .map((key) => `${path} has no "${key}", which is in ${other.path}`),
    ),
  )
}
