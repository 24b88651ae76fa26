import { idWords } from './id-names.ts'

const idKind = `(?:${idWords}|client[\\s-]?request)`
const separator = '["\'\\s]{0,3}[:=#]?["\'\\s]{0,3}'
const idValue = '(?=[0-9a-f-]{0,40}\\d)[0-9a-f]{8,32}(?:-[0-9a-f]{4,12}){0,4}'
const status =
  '(?:bad request|unauthori[sz]ed|forbidden|not found|method not allowed|request time-?out|conflict|too many requests|internal server error|not implemented|bad gateway|service unavailable|gateway time-?out|interdit|non autoris[ée]|introuvable|acc[èe]s refus[ée]|acc[èe]s interdit|access (?:is )?denied|permission denied|requ[êe]te incorrecte|service indisponible|erreur interne|trop de requ[êe]tes|d[ée]lai d.attente)'
/** Subjects before such a word: "the page is", "la page est". */
const subject =
  '(?:(?:the|this|that|your|la|le|cette|ce|votre|l.)\\s?)?(?:page|file|site|resource|ressource|fichier|url|request|demande|server|serveur)\\s(?:is\\s|was\\s|est\\s)?'
const notAmount =
  '(?!\\d|[.,]\\d|\\s?(?:[$€%k]|usd|eur|dollars?|euros?|times|fois|people|personnes|words|mots)(?![a-z]))'

/** Patterns of machine output; one match makes a text an error. */
export const machineForms: readonly RegExp[] = [
  /(?<!\p{L})AAD\s?STS[\s:#_-]{0,3}\d(?:[\s.,]?\d){3,7}/iu,
  new RegExp(`(?<!\\p{L})${idKind}[\\s_-]?(?:id|identifier|guid|identifiant)${separator}${idValue}`, 'iu'),
  new RegExp(
    `\\b(?:id|identifiant)\\.?\\s(?:de\\s)?(?:la\\s|l['’]|d['’])?${idKind}${separator}${idValue}`,
    'iu',
  ),
  /["']?error(?:_description|_codes?|_uri|code|message)["']?\s?[:=]/iu,
  /["']error["']\s?:/iu,
  /["']code["']\s?:\s?["']?\w+["']?\s?,\s?["'](?:message|description)["']\s?:/iu,
  /<(?:error|fault|code)>[^<]/iu,
  /\b(?:invalid_(?:grant|client|request|scope|resource|token)|access_denied|unauthorized_client|(?:interaction|login|consent)_required|temporarily_unavailable|server_error|unsupported_\w+_type)\b/iu,
  /\bHTTP\b(?:[\s/:._-]|\d\.\d|status|code|error|erreur|statut){0,8}[45]\d\d\b/iu,
  new RegExp(`(?<!\\d)[45]\\d\\d\\s{0,2}[-–—:(\\]]?\\s?(?:${subject})?${status}`, 'iu'),
  new RegExp(
    `\\b${status}\\s?(?:[-–—:,([]\\s?(?:HTTP\\s)?(?:(?:error|erreur|code)\\s)?[45]\\d\\d(?!\\d)|[45]\\d\\d(?=\\s*(?:$|[\\n.!?;,)»"”])))`,
    'iu',
  ),
  /(?:error message|message d['’]erreur|(?:the|an?|this|l['’]|une|cette)\s?(?:error|erreur))\s?(?:is|was|says|est|dit)?\s?[:=]?\s?["'«“‘]\s?(?!(?:i|my|je|mon|ma|our|notre)\s)\p{L}+(?:[\s'’]\p{L}+){2,}/iu,
  new RegExp(
    `\\b(?:error|erreur|status|statut)(?:[\\s_-]?(?:code|num[ée]ro|number))?[\\s:=#("'-]{1,4}[45]\\d\\d${notAmount}\\b`,
    'iu',
  ),
  /(?<![\d.,])[45]\d\d[\s-]errors?\b/iu,
  new RegExp(`\\bcode\\s?[:=]\\s?["']?[45]\\d\\d${notAmount}\\b`, 'iu'),
  /(?<![\p{L}\p{N}])0x[0-9a-f]{8}(?![\p{L}\p{N}])/iu,
  /\b(?:ERR|DNS|NET|SSL)_[A-Z]{2,}(?:_[A-Z]+)+/u,
  /\b(?:error|erreur)[\s_-]?(?:code|id|number|n[o°º]|num[ée]ro)?\s?[:=#]\s?["'(]?(?=[\w.-]*\d)(?=[\w.-]*[A-Z\d])[A-Z\d][\w-]{2,}/u,
  /\b(?:error|code|num[ée]ro)\s(?:code|number|d['’]\s?erreur)\s?(?:is|est|:|=|#)?\s?["'(]?(?=[\w-]*\d)[\w-]{3,}/iu,
  /(?<![\p{L}\p{N}])[A-Z][A-Za-z0-9]*[a-z](?:NotFound|NotAllowed|NotSupported|NotProvided|NotVerified|NotVetted|NoAccess|Invalid|Failed|Mismatch|Required|Denied|Error|Exception|Unauthorized|Forbidden|Expired|Blocked|Missing)(?![a-z])/u,
  /\b(?:error|erreur)\s?[:=]\s?["']?[A-Z][a-z]+(?:[A-Z][a-z]+)+/u,
  /^\s*(?:at|à)\s[\w$<>`]+(?:\.[\w$<>`]+)+\s?\(/mu,
  /Traceback \(most recent call last\)/u,
]
