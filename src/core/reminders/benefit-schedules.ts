import type { BenefitRecord, Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { addDays, type PlainDate } from '../time/calendar.ts'
import { type Schedule, type Stage, schedule } from './schedule.ts'

/** Schedules reminders for activated benefits without contact by Microsoft, more urgent with time. */
export const contactSchedules = ({ benefits }: Company, program: Program): Schedule[] =>
  Object.entries(benefits).flatMap(([subject, record]) => {
    const { state, contactBy, activatedOn, expiresOn } = record
    if (state !== 'activated' || !contactBy) return []
    return schedule({
      kind: 'contact',
      subject,
      since: activatedOn,
      owners: ownersOf(record),
      stages: silence(activatedOn, contactBy, program),
      ...(expiresOn && { lastDay: expiresOn }),
    })
  })

/** Nothing counts as late before the last day promised by Microsoft. */
function silence(start: PlainDate, contactBy: PlainDate, { waits }: Program): Stage[] {
  const later: Stage[] = [
    { what: 'recheck-contact', on: addDays(start, waits.recheckContactAfterDays) },
    { what: 'escalate', on: addDays(start, waits.escalateAfterDays) },
  ]
  return [{ what: 'contact-expected', on: contactBy }, ...later.filter(({ on }) => on >= contactBy)]
}

/** Schedules notices before benefits expire, moved to earlier working days as the rest must be used in time. */
export const expirySchedules = ({ benefits }: Company, { waits }: Program): Schedule[] =>
  Object.entries(benefits).flatMap(([subject, record]) => {
    const { expiresOn, state, activatedOn } = record
    if (!expiresOn || state === 'completed' || state === 'withdrawn') return []
    const stages = waits.expiryNoticeDays.map(
      (days): Stage => ({ what: 'expiry', on: addDays(expiresOn, -days), early: true }),
    )
    const owners = ownersOf(record)
    return schedule({
      kind: 'expiry',
      subject,
      since: activatedOn,
      owners,
      stages,
      deadline: expiresOn,
      lastDay: expiresOn,
    })
  })

const ownersOf = ({ by }: BenefitRecord): string[] => (by ? [by] : [])
