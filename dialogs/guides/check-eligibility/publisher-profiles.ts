import type { PublisherProfile } from '../../../src/core/eligibility/facts.ts'
import { normalize } from '../../../src/core/text/normalize.ts'
import { readAmount } from '../../engine/form.ts'
import { isNoSales, listingClassNamed, offeringNamed } from './profile-words.ts'

/** One publisher profile in a person's own words; empty where nothing was said. */
export interface ProfileWords {
  readonly name: string
  /** How it is sold, as the trade says it. */
  readonly pricing: string
  readonly offering: string
  readonly sales: string
}

/** A profile, or what is wrong: a key under `problems.`. */
export type ProfileReading =
  | { readonly profile: PublisherProfile }
  | { readonly profile: undefined; readonly problem: string }

/** A line of a list of profiles, as it was written, and what it says. */
export type ProfileLine = { readonly text: string; readonly name: string } & ProfileReading

const longestName = 200
const mostUsd = 1e12
const otherCurrency = /[€£¥]|\b(?:eur|euros?|gbp|chf|jpy)\b/i

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

/** Reads one profile a line. A line that cannot be read gives way to a later one of the same name that can. */
export function readProfiles(text: string): ProfileLine[] {
  const lines = text.split(/[\r\n]+/).filter((line) => /[\p{L}\p{N}]/u.test(line))
  const read = lines.map(readLine)
  return read.filter(
    (line, at) => line.profile !== undefined || !read.slice(at + 1).some((later) => mends(later, line)),
  )
}

/** Whether a typed line is meant as a profile: it has parts, one of which says how something is sold. */
export function isProfileLine(text: string): boolean {
  return text.includes(';') || text.includes('\t') || readProfiles(text).some(({ profile }) => profile)
}

/** One line that reads as the same profile again. */
export function writeProfile({ name, pricing, offering, sales }: ProfileWords): string {
  return [name.replace(/[;|\s]+/g, ' '), pricing, offering, sales].filter((part) => part !== '').join('; ')
}

const wrong = (problem: string): ProfileReading => ({ profile: undefined, problem })

const mends = (later: ProfileLine, line: ProfileLine): boolean =>
  later.profile !== undefined && normalize(later.name) === normalize(line.name)

function readLine(line: string): ProfileLine {
  const text = line.replace(/^\s*[-*•]\s+/, '').trim()
  const words = wordsOfLine(text)
  return { text, name: words.name, ...readProfile(words) }
}

/** The way of selling is what the parts are told by: names and amounts may have commas of their own. */
function wordsOfLine(text: string): ProfileWords {
  const separator = /[;\t|]/.test(text) ? /[;\t|]/ : ','
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
