/** Fields whose words may tell of a person. All others say what the program or the portal calls something. */
const wordFields = new Set([
  ...['id', 'by', 'name', 'email', 'phone', 'extension', 'primaryContactEmail', 'signInEmail'],
  ...['title', 'description', 'product', 'caseNumber', 'reason'],
])

/** A copy of what was recorded with other words, where people's words stand. */
export function mapWords(value: unknown, word: (text: string, field: string) => string, field = ''): unknown {
  if (typeof value === 'string') return wordFields.has(field) ? word(value, field) : value
  if (Array.isArray(value)) return value.map((each) => mapWords(each, word, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapWords(inner, word, name)]))
}

/** A copy with other words everywhere, names of fields aside. */
export function mapTexts(value: unknown, word: (text: string) => string): unknown {
  if (typeof value === 'string') return word(value)
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, word))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, word)]))
}
