import type { Company } from '../../../src/core/company/company.ts'
import type { Enrollment } from '../../../src/core/enrollment/enrollment.ts'
import type { Reminder } from '../../../src/core/reminders/reminder.ts'
import { addMonths } from '../../../src/core/time/calendar.ts'

/** What a record of the enrollment tells, in a few words; undefined where nothing of it was recorded. */
export function taleOf({ enrollment: before }: Company, { enrollment: after }: Company): string | undefined {
  if (!after || after === before) return undefined
  if (after.renewedFor && after.renewedFor !== before?.renewedFor) return `${after.situation}, renewed`
  if (!before) return `nobody asked, then ${after.situation}`
  if (before.situation !== after.situation) return `${before.situation}, then ${after.situation}`
  return before.enrolledOn === after.enrolledOn ? 'still enrolled after an anniversary' : 'another day'
}

/** Tells whether a person was notified of an anniversary though nobody had answered for the one before it. */
export const isAfterSilence = ({ schedule, kind }: Reminder, { enrollment }: Company): boolean =>
  kind === 'renewal' && enrollment?.renewedFor === undefined && dayIn(schedule) > firstOf(enrollment)

/** Tells whether what a reminder asks is already on record. */
export function isAnswered({ schedule, kind }: Reminder, { enrollment, benefits }: Company): boolean {
  const [, subject = ''] = schedule.split('|')
  if (kind === 'which-program') return enrollment !== undefined
  if (kind === 'verification') return enrollment?.situation !== 'not-enrolled'
  if (kind === 'contact') return benefits[subject]?.state !== 'activated'
  if (kind !== 'renewal') return false
  return enrollment?.situation !== subject || (enrollment.renewedFor ?? '') >= dayIn(schedule)
}

const dayIn = (schedule: string) => schedule.split('|')[2] ?? ''

const firstOf = (enrollment: Enrollment | undefined) => addMonths(enrollment?.enrolledOn ?? '2000-01-01', 12)
