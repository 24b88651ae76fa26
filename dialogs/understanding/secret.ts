/** What people write before a password, in the languages of the bot; accents are gone when this is read. */
const keyword =
  "(?:pass ?words?|passwd|pwd|pass ?phrase|pass ?code|pass|mdp|mots? ?de ?passe|code d[' ]acces|client ?secret|secret client|secret|api ?key|access ?key|account ?key|cle (?:d[' ]acces|api|secrete))"
const assigned = new RegExp(`(?<![\\p{L}\\p{N}])${keyword}["']?\\s*(?::|=|->|=>)\\s*(\\S+)(.*)`, 'iu')
const stated = new RegExp(`(?<![\\p{L}\\p{N}])${keyword}\\s+(?:(?:is|est|c'est|:)\\s+)?(\\S+)`, 'giu')

/** Tokens that no one types by hand, each with its own shape. */
const tokens: readonly RegExp[] = [
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/u,
  /\b[\w~.-]{3}\dQ~[\w~.-]{31,34}/u,
  /\b(?:AccountKey|SharedAccessKey|SharedSecretValue|Password|Pwd)\s*=\s*[^\s;]{4,}/iu,
  /[?&](?:sig|access_token|client_secret|code)=[^\s&]{12,}/iu,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/u,
  /\b(?:gh[pousr]_|github_pat_|sk-|xox[abp]-)[\w-]{16,}/u,
  /\bBearer\s+[\w.~+/=-]{16,}/iu,
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42,}={1,2}(?![A-Za-z0-9+/=])/u,
]

/** E-mail addresses, web addresses, domains and GUIDs have every kind of character and are no secrets. */
const innocent = [
  /\S*(?:AADSTS\d{4,}|error_description=)\S*/giu,
  /\bhttps?:\/\/\S+/giu,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/gu,
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/giu,
  /\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.\p{L}{2,24}\b/gu,
]
const products = /^(?:office|o|m|microsoft|windows|win|azure|dynamics|d|outlook|sha|aes|tls|oauth)-?\d+$/iu
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/u

function withoutInnocents(text: string): string {
  return innocent.reduce((rest, pattern) => rest.replace(pattern, ' '), text)
}

function kinds(word: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(word)).length
}

const bare = (word: string) => word.replace(/^["'“«(]+|["'”».,;:?)…]+$/gu, '')

/** Too odd for a word of a sentence: a digit or a sign inside, or capitals in the middle. */
function isOdd(word: string): boolean {
  const value = bare(word)
  if (value.length < 4 || products.test(value) || withoutInnocents(value).trim() === '') return false
  return /\p{N}|[!@#$%^&*?~+=]/u.test(value) || /\p{Ll}\p{Lu}/u.test(value)
}

/** After a colon or an equals sign, a lone word is the password too: "mdp: soleil", but not "mdp : je l'ai perdu". */
function isAssigned(text: string): boolean {
  const [, value = '', rest = ''] = assigned.exec(text) ?? []
  if (isOdd(value)) return true
  return (
    bare(value).length >= 4 &&
    rest.trim() === '' &&
    !/^(?:forgot|lost|expired|reset|oubli|perdu|expire|wrong)/iu.test(value)
  )
}

function isStated(text: string): boolean {
  return [...text.matchAll(stated)].some(([, value = '']) => isOdd(value))
}

/** An address and, right after it, something that no name or number looks like. */
function isPair(text: string): boolean {
  const found = email.exec(text)
  if (!found) return false
  const next = text
    .slice(found.index + found[0].length)
    .trim()
    .split(/\s+/u)
    .slice(0, 2)
  return next.some((word) => isStrong(word.replace(/^[/:;,|]+/u, '')))
}

function isStrong(word: string): boolean {
  return bare(word).length >= 8 && kinds(word) >= 3 && isOdd(word) && /\p{L}/u.test(word)
}

/** A pasted row such as "Contoso;Transact;25000": words, then an amount. */
const row = /^[^;]+(?:;\p{L}+){1,2};[$\d.,]+[km]?\$?$/iu

/** One word that is nothing but a password or key: all four kinds of characters, or long and mixed. */
function isLone(text: string): boolean {
  const word = text.trim()
  if (/\s/u.test(word) || row.test(word) || withoutInnocents(word) !== word) return false
  const mixed = /\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && /\p{N}/u.test(word)
  return mixed && (word.length >= 24 || (word.length >= 8 && /[!@#$%^&*?~+=]/u.test(word)))
}

/**
 * Whether somebody typed a password, key or token. Such a text must not be kept or logged.
 * Talking about passwords is fine; a false alarm costs a sentence, a miss costs a secret, so doubt means yes.
 */
export function looksLikeSecret(text: string): boolean {
  const plain = text
    .slice(0, 10_000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
  return (
    tokens.some((token) => token.test(plain)) ||
    isAssigned(plain) ||
    isStated(plain) ||
    isPair(plain) ||
    isLone(plain)
  )
}
