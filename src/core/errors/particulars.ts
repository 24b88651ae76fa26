import { anyGuid } from '../text/guid.ts'
import { numberedCodes, signInCodes } from './codes.ts'
import { idNames } from './id-names.ts'
import { readable } from './readable.ts'
import { withoutPeople } from './without-people.ts'

/** Codes, ids and time that Microsoft's support asks for, as found in the paste. */
export interface Particulars {
  readonly codes: readonly string[]
  readonly ids: readonly { readonly name: string; readonly value: string }[]
  readonly time: string | undefined
}

const time =
  /\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?|\b\d{1,2}[/.]\d{1,2}[/.]\d{4},?\s(?:à\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?(?:\s?UTC)?/iu
const value = `${anyGuid}|(?=[0-9a-f]{0,31}\\d)[0-9a-f]{12,32}`
const patterns = Object.entries(idNames).map(
  ([name, kind]) =>
    [
      name,
      new RegExp(`(?:${kind})(?![a-z])[^0-9a-f\\n]{0,3}(?:id|identifier)?["'\\s:=#]{0,5}(${value})`, 'iu'),
    ] as const,
)

/** Extracts codes, ids and time from a pasted error. */
export function particularsOf(text: string): Particulars {
  const plain = readable(text)
  const entra = signInCodes(plain).map(({ code }) => `AADSTS${code}`)
  const others = numberedCodes(plain).flatMap(({ code }) => (entra.includes(`AADSTS${code}`) ? [] : [code]))
  return {
    codes: [...new Set([...entra, ...others])],
    ids: patterns.flatMap(([name, pattern]) => {
      const id = pattern.exec(plain)?.[1]
      return id ? [{ name, value: id }] : []
    }),
    time: time.exec(plain)?.[0],
  }
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

/** Prepares a pasted error for storage: removes personal data and shortens the middle. */
export function keepable(text: string): string {
  const kept = withoutPeople(text.trim())
  if (kept.length <= longestPaste) return kept
  const gap = '\n[…]\n'
  return `${kept.slice(0, longestPaste - keptEnd - gap.length)}${gap}${kept.slice(-keptEnd)}`
}
