import { anyGuid } from '../text/guid.ts'
import { idWords } from './id-names.ts'

/** Placeholder of removed data; the same in all languages, as support reads it. */
const name = '[name]'

/** Ids that identify no person and that Microsoft's support asks for. */
const supportIds = new RegExp(`${idWords}|application|client|resource|ressource|app\\s?id`, 'giu')
const ownIds =
  /tenant|directory|organi[sz]ation|locataire|annuaire|r[ée]pertoire|user|utilisateur|object|objet|\boid\b|\btid\b|account|compte|principal|microsoftonline\.com|sts\.windows\.net/giu
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
const whose =
  "(?:user(?:\\s?account|\\s?name|\\s?principal name)?|signed[\\s-]in user|(?:le\\s)?compte d['’]utilisateur|nom d['’]utilisateur|l['’]utilisateur|utilisateur|signed in as|logged in as|connect[ée](?:\\(?e\\)?)? en tant que|account name|display[\\s_]?name|given[\\s_]?name|surname|family[\\s_]?name|nom complet|upn|login_hint|unique_name|preferred_username|username)"
const introduced =
  "(?:my name is|i am|i['’]m|je m['’]appelle|je suis|hello|hi|dear|bonjour|bonsoir|welcome|bienvenue|cordialement|regards|thanks|merci|sincerely|bien à vous)"

const rules: readonly (readonly [RegExp, string])[] = [
  [/[^\s"'<>(),;:=&?/]{0,128}(?:#EXT#)?(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu, '[email]'],
  // DOMAIN\user, excluding paths, files, registry keys, JSON line breaks and Windows accounts.
  [
    /(?<![\p{L}\p{N}\\/:._-])(?!HKEY_|(?:HK(?:LM|CU|CR|U|CC)|AUTHORITY|BUILTIN|APPPOOL)\\)[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}(?:\\{1,2}|%5[Cc])(?![rnt](?:\p{Lu}|\\))(?![\p{L}\p{N}._-]{1,62}\.(?:js|ts|mjs|dll|exe|cs|py|ps1|json|xml|config|log|txt|html?|aspx?|css|csv|xlsx?|docx?|pdf)(?![\p{L}\p{N}]))[\p{L}\p{N}][\p{L}\p{N}._'’$-]{0,62}(?![\p{L}\p{N}\\])/gu,
    name,
  ],
  [/(?<=[\\/](?:users|home|utilisateurs)[\\/])[^\\/\s:]+/giu, name],
  [
    new RegExp(
      `(?<=${whose}["']?\\s?[:=]?\\s?)(["'“«‘]\\s?)(?![\\s[{:=,])[^"”»\\n]{1,120}?(?=["'”»’](?!\\p{L}))`,
      'giu',
    ),
    `$1${name}`,
  ],
  [
    /(?<=\b(?:user|utilisateur|username|upn|login_hint|display name|nom)\s?[:=]\s?)(?!["'[{])[^\s&,;\n][^&,;\n]{0,80}/giu,
    name,
  ],
  [
    new RegExp(
      `(?<=(?:[Uu]ser account|[Cc]ompte d['’]utilisateur|[Ss]igned in as|en tant que|[Uu]tilisateur|[Uu]ser)\\s)${fullName}`,
      'gu',
    ),
    name,
  ],
  [
    new RegExp(
      `(?<=\\b${caseless(introduced)}[\\s,!]{1,6})${fullName}(?=\\s*(?:[,.!\\n;]|$)|\\s\\p{Ll})`,
      'gmu',
    ),
    name,
  ],
  [
    /(?<=^\s*(?:name|account|compte|nom|pr[ée]nom|first name|last name)\s?[:=]\s?)(?![[\s])[^\n,;]{1,80}/gimu,
    name,
  ],
  [/(?<![\w-])\+\d[\d\s().-]{7,18}\d(?![\w-])/gu, '[phone]'],
  [/(?<![\w-])0[1-9](?:[\s.-]?\d{2}){4}(?![\w-])/gu, '[phone]'],
  [/(?<![\w-])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\w-])/gu, '[phone]'],
  [/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/gu, '[ip]'],
  [/(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/giu, '[ip]'],
]

/** Makes a pattern match "hello" and "Hello" while names keep their capitals. */
function caseless(pattern: string): string {
  return pattern.replace(/(?<![\\\p{L}])(\p{Ll})/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
}

/**
 * Removes personal data from a pasted error: addresses, names, phone numbers, ids of users and tenants. Request ids
 * and times stay, as Microsoft's support asks for them.
 */
export function withoutPeople(text: string): string {
  return rules.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), withoutOwnIds(text))
}

/** Classifies an id by the nearest label before it; an unlabelled one stays, as support may need it. */
const withoutOwnIds = (text: string): string =>
  text.replace(guid, (id, at: number) => {
    const before = text.slice(Math.max(0, at - nameReach), at)
    return lastIn(before, ownIds) > lastIn(before, supportIds) ? '[id]' : id
  })

function lastIn(text: string, words: RegExp): number {
  return Math.max(-1, ...[...text.matchAll(words)].map(({ index }) => index))
}
