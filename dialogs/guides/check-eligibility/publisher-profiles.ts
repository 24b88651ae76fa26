import type { PublisherProfile } from '../../../src/core/eligibility/facts.ts'
import { normalize } from '../../../src/core/text/normalize.ts'
import { readAmount } from '../../engine/form.ts'
import { isNoSales, listingClassNamed, offeringNamed } from './profile-words.ts'

/** A publisher profile in a person's words; empty where nothing was entered. */
export interface ProfileWords {
  readonly name: string
  /** Pricing model. */
  readonly pricing: string
  readonly offering: string
  readonly sales: string
}

/** A profile, or what is wrong: a key under `problems.`. */
export type ProfileReading =
  | { readonly profile: PublisherProfile }
  | { readonly profile: undefined; readonly problem: string }

/** A line of a list, and its profile. */
export type ProfileLine = { readonly text: string; readonly name: string } & ProfileReading

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

/** Reads one profile per line. A later line of the same name replaces an unreadable one. */
export function readProfiles(text: string): ProfileLine[] {
  const lines = text.split(/[\r\n]+/).filter((line) => /[\p{L}\p{N}]/u.test(line))
  const read = lines.map(readLine)
  return read.filter(
    (line, at) => line.profile !== undefined || !read.slice(at + 1).some((later) => mends(later, line)),
  )
}

/** Tests for a profile line: several parts, one of them a pricing model. */
export function isProfileLine(text: string): boolean {
  return text.includes(';') || text.includes('\t') || readProfiles(text).some(({ profile }) => profile)
}

/** Writes a profile as a line that reads back to the same. */
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

/** Finds the parts by the pricing model, as names and amounts may contain commas. */
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
