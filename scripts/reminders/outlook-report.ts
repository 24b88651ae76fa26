import type { Reminder } from '../../src/core/reminders/reminder.ts'
import type { Outlook, PersonOutlook } from './outlook.ts'

const why = { silent: ' (wants no reminders)', gone: ' (cannot be reached)' }

/** Formats a company's outlook for operators; people appear by id only. */
export function* outlookLines(outlook: Outlook, onlyDue: boolean): Generator<string> {
  const people = outlook.people.filter(({ due, coming }) => due.length > 0 || (!onlyDue && coming.length > 0))
  if (onlyDue && people.length === 0) return
  yield `${outlook.tenant}: ${wakeupOf(outlook)}`
  for (const person of people) yield* personLines(person, onlyDue)
}

function wakeupOf({ wakeup, waits }: Outlook): string {
  if (!wakeup) return 'to be checked soon, which schedules the next check'
  return `next check at ${instant(wakeup.at)}${waits ? '' : '; its wake-up is being handled or was lost'}`
}

function* personLines({ person, mute, due, coming }: PersonOutlook, onlyDue: boolean): Generator<string> {
  yield `  ${person}${mute ? why[mute] : ''}`
  for (const reminder of due) yield `    due now               ${reminderOf(reminder)}`
  if (onlyDue) return
  for (const { reminder, at } of coming) yield `    ${instant(at)}  ${reminderOf(reminder)}`
}

function reminderOf({ what, kind, subject, on }: Reminder): string {
  return `${what} (${[kind, subject].filter(Boolean).join(', ')}; of ${on})`
}

/** Formats an instant of the bot's clock in UTC. */
function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)} UTC`
}
