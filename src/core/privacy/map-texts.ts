/** Fields whose texts may contain personal data; all others hold terms of the program or the portal. */
const wordFields = new Set([
  ...['id', 'by', 'name', 'email', 'phone', 'extension', 'primaryContactEmail', 'signInEmail'],
  ...['title', 'description', 'product', 'caseNumber', 'reason'],
  'customer',
  'offer',
  'accountTeam',
  'dealId',
])

/** Copies recorded data, replacing each text in a field that may contain personal data. */
export function mapWords(value: unknown, word: (text: string, field: string) => string, field = ''): unknown {
  if (typeof value === 'string') return wordFields.has(field) ? word(value, field) : value
  if (Array.isArray(value)) return value.map((each) => mapWords(each, word, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapWords(inner, word, name)]))
}

/** Copies data, replacing every text but field names. */
export function mapTexts(value: unknown, word: (text: string) => string): unknown {
  if (typeof value === 'string') return word(value)
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, word))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, word)]))
}
