import type { PublisherProfile } from '../../../src/core/eligibility/facts.ts'
import { normalize } from '../../../src/core/text/normalize.ts'
import { readAmount } from '../../engine/form.ts'
import { isNoSales, listingClassNamed, offeringNamed, type ProfileWords } from './profile-words.ts'
import { profilesSaid } from './profiles-said.ts'

/** A profile, or what is wrong: a key under `problems.`. */
export type ProfileReading =
  | { readonly profile: PublisherProfile }
  | { readonly profile: undefined; readonly problem: string }

/** A line of a list, its parts, and its profile. */
export type ProfileLine = {
  readonly text: string
  readonly name: string
  readonly words: ProfileWords
} & ProfileReading

const longestName = 200
const mostUsd = 1e12
const otherCurrency = /[€£¥]|\b(?:eur|euros?|gbp|chf|jpy)\b/i

/** Reads a profile from a person's words. */
export function readProfile(words: ProfileWords): ProfileReading {
  const name = words.name.trim()
  const counted = listingClassNamed(words.pricing)
  if (name === '' || name.length > longestName) return wrong('profile-name')
  if (!counted) return wrong('profile-pricing')
  const isSoldByMicrosoft = counted.listingClass === 'transact'
  if (isSoldByMicrosoft && words.sales.trim() === '') return wrong('profile-sales-missing')
  if (otherCurrency.test(words.sales)) return wrong('profile-currency')
  const billedSalesUsd = isNoSales(words.sales) ? 0 : readAmount(words.sales)
  if (billedSalesUsd === undefined || billedSalesUsd > mostUsd) return wrong('profile-sales')
  const offering = offeringNamed(words.offering)
  return { profile: { name, ...counted, billedSalesUsd, ...(offering && { offering }) } }
}

/** Reads one profile per line, or several in a sentence that only lists offers. A later line of the same name replaces an unreadable one. */
export function readProfiles(text: string): ProfileLine[] {
  const lines = text.split(/[\r\n]+/).filter((line) => /[\p{L}\p{N}]/u.test(line))
  const read = lines.flatMap(readLines)
  return read.filter(
    (line, at) => line.profile !== undefined || !read.slice(at + 1).some((later) => mends(later, line)),
  )
}

/** Tests for a profile line: several parts, one of them a pricing model, or a sentence that only lists offers. */
export function isProfileLine(text: string): boolean {
  return text.includes(';') || text.includes('\t') || readProfiles(text).some(({ profile }) => profile)
}

/** Writes a profile as a line that reads back to the same. */
export function writeProfile({ name, pricing, offering, sales }: ProfileWords): string {
  const parts = [name.replace(/[;|·\s]+/g, ' '), pricing, offering, sales]
  return parts.filter((part) => part !== '').join(' · ')
}

/** A profile as a line of a list. */
export function lineOf(words: ProfileWords): ProfileLine {
  return { text: writeProfile(words), name: words.name, words, ...readProfile(words) }
}

/** Readable lines of one name, the first such pair: where they stand. */
export function twiceIn(
  lines: readonly ProfileLine[],
): { readonly first: number; readonly second: number } | undefined {
  const second = lines.findIndex((line, at) => line.profile && firstNamed(lines, line.name) < at)
  return second < 0 ? undefined : { first: firstNamed(lines, lines[second]?.name ?? ''), second }
}

const firstNamed = (lines: readonly ProfileLine[], name: string): number =>
  lines.findIndex((each) => each.profile && normalize(each.name) === normalize(name))

const wrong = (problem: string): ProfileReading => ({ profile: undefined, problem })

const mends = (later: ProfileLine, line: ProfileLine): boolean =>
  later.profile !== undefined && normalize(later.name) === normalize(line.name)

function readLines(line: string): ProfileLine[] {
  const text = line.replace(/^\s*[-*•]\s+/, '').trim()
  const said = separatorOf(text) === ',' ? profilesSaid.listed(text) : []
  if (said.length > 0) return said.map(lineOf)
  const words = wordsOfLine(text)
  return [{ text, name: words.name, words, ...readProfile(words) }]
}

const separatorOf = (text: string) => (/[;\t|]/.test(text) ? /[;\t|]/ : / · /.test(text) ? ' · ' : ',')

/** Finds the parts by the pricing model, as names and amounts may contain commas. */
function wordsOfLine(text: string): ProfileWords {
  const separator = separatorOf(text)
  const parts = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = parts.findIndex((part, at) => at > 0 && listingClassNamed(part))
  const at = found > 0 ? found : 1
  const others = parts.filter((part, index) => index > 0 && offeringNamed(part))
  const besides = (part: string) => !others.includes(part)
  return {
    name: parts.slice(0, at).filter(besides).join(', '),
    pricing: parts[at] ?? '',
    offering: others[0] ?? '',
    sales: parts
      .slice(at + 1)
      .filter(besides)
      .join(separator === ',' ? ',' : '; '),
  }
}
