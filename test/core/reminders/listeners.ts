import type { Company } from '../../../src/core/company/company.ts'
import type { AnnouncedChange, Program } from '../../../src/core/program/program.ts'
import type { ReminderContext } from '../../../src/core/reminders/audience.ts'
import { withDelivered, withoutCards } from '../../../src/core/reminders/delivered-notices.ts'
import { closedCards, nextCheck, remindersFor } from '../../../src/core/reminders/reminder.ts'
import { newRecipient, type Recipient, type Roster } from '../../../src/core/reminders/roster.ts'
import { zones } from '../../../src/time/time-zones.ts'
import { by, frontier, programs } from '../example.ts'

/** Ada, who takes all the steps of the examples. */
export const ada: string = by.id

/** A person in UTC with the usual hours: Monday to Friday, nine to five. */
export const recipient = (changes: Partial<Recipient> = {}): Recipient => ({
  ...newRecipient({
    channel: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: 'chat-1',
    bot: { id: 'bot' },
    person: { id: '29:1' },
  }),
  ...changes,
})

export const instant = (iso: string): number => Date.parse(iso.length > 16 ? iso : `${iso}Z`)
export const iso = (at: number): string => new Date(at).toISOString().slice(0, 16)

/** A change that Microsoft announced, in these tests. */
export const announcedChange: AnnouncedChange = {
  id: 'criteria',
  on: '2028-06-01',
  noticeOn: '2028-05-01',
  for: 'software-designation',
  source: frontier.rules.enrolment,
}
const withChange: Program = { ...frontier, announcedChanges: [announcedChange] }

/** A program version; Frontier Accelerate with a change that Microsoft announced for the time of these tests. */
export const programOf = (id: string): Program => (id === frontier.id ? withChange : programs.of(id))

/** The company at an instant, 'YYYY-MM-DDTHH:MM' in UTC, under the program version that it is in. */
export function reminderContextOf(company: Company, now: string): ReminderContext {
  return { company, program: programOf(company.program), zones, now: instant(now) }
}

export const roster = (people: Record<string, Recipient>): Roster => ({ schema: 1, people })

/** Notices of a person between two days, as 'instant what', with every check on time. */
export function toldUntil(
  company: Company,
  end: string,
  from: string,
  who = recipient(),
  person = ada,
): string[] {
  const scene = reminderContextOf(company, from)
  const at = nextCheck(scene, roster({ [person]: who }))
  if (at === undefined || at >= instant(end)) return []
  const now = { ...scene, now: at }
  const reminders = remindersFor(now, person, who)
  const closed = closedCards(now, person, who)
  if (reminders.length + closed.length === 0) throw new Error(`nothing was to be done at ${iso(at)}`)
  const after = withDelivered(withoutCards(who, closed), reminders, { delivery: `d${at}`, at })
  const said = reminders.map(({ what }) => `${iso(at)} ${what}`)
  return [...said, ...toldUntil(company, end, iso(at), after, person)]
}
