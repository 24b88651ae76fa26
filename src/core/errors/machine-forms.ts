import { anyOf } from '../text/any-of.ts'
import { notAmount } from './codes.ts'
import type { ErrorWords } from './error-words.ts'

const separator = '["\'\\s]{0,3}[:=#]?["\'\\s]{0,3}'
const idValue = '(?=[0-9a-f-]{0,40}\\d)[0-9a-f]{8,32}(?:-[0-9a-f]{4,12}){0,4}'

/** Output of machines, the same in all languages. */
const international: readonly RegExp[] = [
  /(?<!\p{L})AAD\s?STS[\s:#_-]{0,3}\d(?:[\s.,]?\d){3,7}/iu,
  /["']?error(?:_description|_codes?|_uri|code|message)["']?\s?[:=]/iu,
  /["']error["']\s?:/iu,
  /["']code["']\s?:\s?["']?\w+["']?\s?,\s?["'](?:message|description)["']\s?:/iu,
  /<(?:error|fault|code)>[^<]/iu,
  /\b(?:invalid_(?:grant|client|request|scope|resource|token)|access_denied|unauthorized_client|(?:interaction|login|consent)_required|temporarily_unavailable|server_error|unsupported_\w+_type)\b/iu,
  /(?<![\p{L}\p{N}])0x[0-9a-f]{8}(?![\p{L}\p{N}])/iu,
  /\b(?:ERR|DNS|NET|SSL)_[A-Z]{2,}(?:_[A-Z]+)+/u,
  /(?<![\p{L}\p{N}])[A-Z][A-Za-z0-9]*[a-z](?:NotFound|NotAllowed|NotSupported|NotProvided|NotVerified|NotVetted|NoAccess|Invalid|Failed|Mismatch|Required|Denied|Error|Exception|Unauthorized|Forbidden|Expired|Blocked|Missing)(?![a-z])/u,
  /Traceback \(most recent call last\)/u,
]

/** Makes the patterns of machine output; one match makes a text an error. */
export function machineForms(words: ErrorWords): RegExp[] {
  return [...international, ...ids(words), ...statuses(words), ...numbers(words), ...messages(words)]
}

/** "Correlation ID: 3f2c…", "identifiant de la session 3f2c…". */
function ids({ ids: { identifier, of, kinds, otherKinds } }: ErrorWords): RegExp[] {
  const kind = `(?:${anyOf([...Object.values(kinds).flat(), ...otherKinds])}|client[\\s-]?request)`
  const id = anyOf(identifier)
  return [
    new RegExp(`(?<!\\p{L})${kind}[\\s_-]?${id}${separator}${idValue}`, 'iu'),
    new RegExp(`\\b${id}\\.?\\s(?:${anyOf(of)}\\s?)?${kind}${separator}${idValue}`, 'iu'),
  ]
}

/** "HTTP 403", "404: page not found", "Forbidden (403)". */
function statuses({ statuses: meanings, words }: ErrorWords): RegExp[] {
  const meaning = anyOf(meanings)
  const article = `(?:${anyOf(words.articles)}\\s?)?`
  const subject = `(?:${article}${anyOf(words.things)}\\s(?:${anyOf(words.is)}\\s)?)?`
  const label = anyOf([...words.status, ...words.code, ...words.error])
  const quoted = `[-–—:,([]\\s?(?:HTTP\\s)?(?:${anyOf([...words.error, ...words.code])}\\s)?[45]\\d\\d(?!\\d)`
  return [
    new RegExp(`\\bHTTP\\b(?:[\\s/:._-]|\\d\\.\\d|${label}){0,8}[45]\\d\\d\\b`, 'iu'),
    new RegExp(`(?<!\\d)[45]\\d\\d\\s{0,2}[-–—:(\\]]?\\s?${subject}${meaning}`, 'iu'),
    new RegExp(`\\b${meaning}\\s?(?:${quoted}|[45]\\d\\d(?=\\s*(?:$|[\\n.!?;,)»"”])))`, 'iu'),
  ]
}

/** "error 503", "a 500 error", "error code: 715-123280", "code d'erreur 900421". */
function numbers({ words, ids: { identifier } }: ErrorWords): RegExp[] {
  const [error, code] = [anyOf(words.error), anyOf(words.code)]
  const label = anyOf([...words.error, ...words.status])
  const numbering = anyOf([...words.code, ...words.number])
  const named = `(?:${anyOf([...words.code, ...words.number, ...identifier])}|n[o°º])`
  const second = anyOf([...words.code, ...words.number, ...words.ofError])
  return [
    new RegExp(`\\b${label}(?:[\\s_-]?${numbering})?[\\s:=#("'-]{1,4}[45]\\d\\d${notAmount(words)}\\b`, 'iu'),
    new RegExp(`(?<![\\d.,])[45]\\d\\d[\\s-]${anyOf([...words.error, ...words.errors])}\\b`, 'iu'),
    new RegExp(`\\b${code}\\s?[:=]\\s?["']?[45]\\d\\d${notAmount(words)}\\b`, 'iu'),
    new RegExp(
      `\\b${error}[\\s_-]?${named}?\\s?[:=#]\\s?["'(]?(?=[\\w.-]*\\d)(?=[\\w.-]*[A-Z\\d])[A-Z\\d][\\w-]{2,}`,
      'u',
    ),
    new RegExp(
      `\\b${anyOf([...words.error, ...words.code, ...words.number])}\\s${second}\\s?(?:${anyOf(words.is)}|:|=|#)?\\s?["'(]?(?=[\\w-]*\\d)[\\w-]{3,}`,
      'iu',
    ),
  ]
}

/** `the error message "operation not permitted"`, "Error: TenantNotFound", lines of a stack. */
function messages({ words, screens: { pronouns } }: ErrorWords): RegExp[] {
  const introduced = anyOf([...words.announcements, ...words.quotations])
  const says = anyOf([...words.is, ...words.says])
  return [
    new RegExp(
      `${introduced}\\s?${says}?\\s?[:=]?\\s?["'«“„‘]\\s?(?!${anyOf(pronouns)}\\s)\\p{L}+(?:[\\s'’]\\p{L}+){2,}`,
      'iu',
    ),
    new RegExp(`\\b${anyOf(words.error)}\\s?[:=]\\s?["']?[A-Z][a-z]+(?:[A-Z][a-z]+)+`, 'u'),
    new RegExp(`^\\s*${anyOf(words.at)}\\s[\\w$<>\`]+(?:\\.[\\w$<>\`]+)+\\s?\\(`, 'mu'),
  ]
}
