import { anyOf, anyOfCapitalised } from '../text/any-of.ts'
import { anyGuid } from '../text/guid.ts'
import { type ErrorWords, joinWords } from './error-words.ts'

/** Placeholder of removed data; the same in all languages, as support reads it. */
const name = '[name]'

/**
 * A GUID, also right after an escape of a URL or of JSON: "%27", "\u0027", "
 * ".
 */
const guid = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])|(?<=%[0-9a-f]{2}|\\\\u[0-9a-f]{4}|\\\\[nrt]))${anyGuid}(?![\\p{L}\\p{N}])`,
  'giu',
)
/** Characters before an id in which its label is searched. */
const nameReach = 60

const word = "\\p{Lu}[\\p{L}'’-]+"
const fullName = `${word}(?:\\s+${word}){0,3}`
type Rule = readonly [pattern: RegExp, instead: string]

/** Addresses and accounts before names, and folders. */
const accounts: readonly Rule[] = [
  [/[^\s"'<>(),;:=&?/]{0,128}(?:#EXT#)?(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu, '[email]'],
  // DOMAIN\user, excluding paths, files, registry keys, JSON line breaks and Windows accounts.
  [
    /(?<![\p{L}\p{N}\\/:._-])(?!HKEY_|(?:HK(?:LM|CU|CR|U|CC)|AUTHORITY|BUILTIN|APPPOOL)\\)[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}(?:\\{1,2}|%5[Cc])(?![rnt](?:\p{Lu}|\\))(?![\p{L}\p{N}._-]{1,62}\.(?:js|ts|mjs|dll|exe|cs|py|ps1|json|xml|config|log|txt|html?|aspx?|css|csv|xlsx?|docx?|pdf)(?![\p{L}\p{N}]))[\p{L}\p{N}][\p{L}\p{N}._'’$-]{0,62}(?![\p{L}\p{N}\\])/gu,
    name,
  ],
]

/** Numbers of phones and machines. */
const numbers: readonly Rule[] = [
  [/(?<![\w-])\+\d[\d\s().-]{7,18}\d(?![\w-])/gu, '[phone]'],
  [/(?<![\w-])0[1-9](?:[\s.-]?\d{2}){4}(?![\w-])/gu, '[phone]'],
  [/(?<![\w-])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\w-])/gu, '[phone]'],
  [/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/gu, '[ip]'],
  [/(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/giu, '[ip]'],
]

/** Fields of protocols with the name of a user. */
const userFields = ['upn', 'login_hint', 'unique_name', 'preferred_username', 'username']
const labelledFields = ['upn', 'login_hint']

/** Names of people by the words before them. */
function namesOfPeople({ names }: ErrorWords): Rule[] {
  const quotedAfter = anyOf([...names.quotedAfter, ...userFields])
  const labels = anyOf([...names.labels, ...labelledFields])
  const introductions = anyOfCapitalised(names.introductions)
  return [
    [new RegExp(`(?<=[\\\\/]${anyOf(names.folders)}[\\\\/])[^\\\\/\\s:]+`, 'giu'), name],
    [
      new RegExp(
        `(?<=${quotedAfter}["']?\\s?[:=]?\\s?)(["'“„«‘]\\s?)(?![\\s[{:=,])[^"”»\\n]{1,120}?(?=["'“”»’](?!\\p{L}))`,
        'giu',
      ),
      `$1${name}`,
    ],
    [new RegExp(`(?<=\\b${labels}\\s?[:=]\\s?)(?!["'[{])[^\\s&,;\\n][^&,;\\n]{0,80}`, 'giu'), name],
    [new RegExp(`(?<=${anyOfCapitalised(names.after)}\\s)${fullName}`, 'gu'), name],
    [
      new RegExp(`(?<=\\b${introductions}[\\s,!]{1,6})${fullName}(?=\\s*(?:[,.!\\n;]|$)|\\s\\p{Ll})`, 'gmu'),
      name,
    ],
    [new RegExp(`(?<=^\\s*${anyOf(names.lineLabels)}\\s?[:=]\\s?)(?![[\\s])[^\\n,;]{1,80}`, 'gimu'), name],
  ]
}

/**
 * Makes the removal of personal data from a pasted error: addresses, names, phone numbers, ids of users and tenants.
 * Request ids and times stay, as Microsoft's support asks for them.
 */
export function peopleRemover(languages: readonly ErrorWords[]): (text: string) => string {
  const words = joinWords(languages)
  const rules = [...accounts, ...namesOfPeople(words), ...numbers]
  const withoutOwnIds = ownIdRemover(words)
  return (text) =>
    rules.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), withoutOwnIds(text))
}

/** Classifies an id by the nearest label before it; an unlabelled one stays, as support may need it. */
function ownIdRemover({ ids }: ErrorWords): (text: string) => string {
  const supportKinds = [...Object.values(ids.kinds).flat(), ...ids.otherKinds, ...ids.ofSupport]
  const supportIds = new RegExp(anyOf(supportKinds), 'giu')
  const ownIds = new RegExp(
    `${anyOf(ids.ofPeople)}|\\b[ot]id\\b|microsoftonline\\.com|sts\\.windows\\.net`,
    'giu',
  )
  return (text) =>
    text.replace(guid, (id, at: number) => {
      const before = text.slice(Math.max(0, at - nameReach), at)
      return lastIn(before, ownIds) > lastIn(before, supportIds) ? '[id]' : id
    })
}

function lastIn(text: string, words: RegExp): number {
  return Math.max(-1, ...[...text.matchAll(words)].map(({ index }) => index))
}
