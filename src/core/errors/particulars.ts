import { anyOf } from '../text/any-of.ts'
import { anyGuid } from '../text/guid.ts'
import { numberedCodeFinder, signInCodes } from './codes.ts'
import { type ErrorWords, joinWords } from './error-words.ts'
import { readable } from './readable.ts'

/** Codes, ids and time that Microsoft's support asks for, as found in the paste. */
export interface Particulars {
  readonly codes: readonly string[]
  readonly ids: readonly { readonly name: string; readonly value: string }[]
  readonly time: string | undefined
}

const clock = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AP]M)?(?:\\s?UTC)?'
const isoTime =
  '\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:\\s?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?'
const value = `${anyGuid}|(?=[0-9a-f]{0,31}\\d)[0-9a-f]{12,32}`

/** Makes the extraction of codes, ids and time from a pasted error. */
export function particularsReader(languages: readonly ErrorWords[]): (text: string) => Particulars {
  const words = joinWords(languages)
  const numberedCodes = numberedCodeFinder(words)
  const idsIn = idsFinder(words)
  const time = new RegExp(
    `\\b${isoTime}|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{4},?\\s(?:${anyOf(words.words.at)}\\s)?${clock}`,
    'iu',
  )
  return (text) => {
    const plain = readable(text)
    const entra = signInCodes(plain).map(({ code }) => `AADSTS${code}`)
    const others = numberedCodes(plain).flatMap(({ code }) => (entra.includes(`AADSTS${code}`) ? [] : [code]))
    return { codes: [...new Set([...entra, ...others])], ids: idsIn(plain), time: time.exec(plain)?.[0] }
  }
}

function idsFinder({ ids: { identifier, kinds } }: ErrorWords): (plain: string) => Particulars['ids'] {
  const end = `(?![a-z])[^0-9a-f\\n]{0,3}${anyOf(identifier)}?["'\\s:=#]{0,5}(${value})`
  const patterns = Object.entries(kinds).map(
    ([name, kind]) => [name, new RegExp(`${anyOf(kind)}${end}`, 'iu')] as const,
  )
  return (plain) =>
    patterns.flatMap(([name, pattern]) => {
      const id = pattern.exec(plain)?.[1]
      return id ? [{ name, value: id }] : []
    })
}

/** Returns Microsoft's lookup page for the first sign-in code in a text; undefined without one. */
export function lookupPage(text: string): string | undefined {
  const [first] = signInCodes(readable(text))
  return first && `https://login.microsoftonline.com/error?code=${first.code}`
}

/** Maximum characters kept of a paste, as accepted by the portal's form. */
export const longestPaste = 4000
/** Characters kept from the end of a long paste, which holds the ids. */
const keptEnd = 1000

/** Shortens the middle of a pasted error that was cleaned, for storage. */
export function shortened(text: string): string {
  if (text.length <= longestPaste) return text
  const gap = '\n[…]\n'
  return `${text.slice(0, longestPaste - keptEnd - gap.length)}${gap}${text.slice(-keptEnd)}`
}
