import type { Language } from '../../../../locales/index.ts'
import type { LoggedEvent } from '../../../../src/core/company/company-event.ts'
import { log } from '../../../support/past/asked-year.ts'

/** The three who ask: an authorized member, a colleague who is not, and a person of a tenant that joined by a code. */
export const askers = ['member', 'colleague', 'guest'] as const
export type Asker = (typeof askers)[number]

/** What an answer says, in a language: its title, and what else is in it. */
export type Said = Readonly<Record<Language, readonly [title: string, ...others: string[]]>>

/** A question to the company: the answer, what its sentence must name, and what everybody or each hears. */
export interface Question {
  readonly answer: string
  readonly naming?: RegExp
  readonly says: Said | Readonly<Record<Asker, Said>>
}

/** Puts what an answer says as it is compared: plain. */
export const said = (en: Said['en'], fr: Said['fr']): Said => ({ en: allPlain(en), fr: allPlain(fr) })

const allPlain = ([title, ...others]: Said['en']): Said['en'] => [plain(title), ...others.map(plain)]

/** A value in both languages. */
type Value = Readonly<Record<Language, string>>

/** A number of US dollars as people of a language write it. */
export const usd = (amount: number): Value => ({
  en: new Intl.NumberFormat('en-US', dollars).format(amount),
  fr: plain(new Intl.NumberFormat('fr-FR', dollars).format(amount)),
})
const dollars = { style: 'currency', currency: 'USD', maximumFractionDigits: 0 } as const

/** A day as people of a language write it. */
export const dayOf = (at: string): Value => ({ en: dateIn('en-US', at), fr: dateIn('fr-FR', at) })
const dateIn = (locale: string, at: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): Value =>
  dayOf(new Date(Date.parse(day) + days * 86_400_000).toISOString())

/** The last record of such events about that: who made it, and when. */
export function last(types: readonly LoggedEvent['event']['type'][], about = ''): { who: string; on: Value } {
  const found = log.findLast(
    ({ event }) => types.includes(event.type) && JSON.stringify(event).includes(about),
  )
  if (!found) throw new Error(`Nothing is recorded of ${types.join()} ${about}`)
  return { who: found.by.name, on: dayOf(found.at) }
}

/** Returns a text without what only protects its spaces and signs. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u2060', '')
    .replaceAll('’', "'")
}
