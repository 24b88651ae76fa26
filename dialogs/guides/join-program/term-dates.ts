import { nextAnniversary, renewalBy } from '../../../src/core/enrollment/terms.ts'
import type { PathRules } from '../../../src/core/program/enrollment-rules.ts'
import { addDays } from '../../../src/core/time/calendar.ts'
import type { World } from '../../engine/world.ts'
import { rulesOf } from './joinable.ts'

/** The anniversary that comes next, the day its renewal opens, and what it asks of a person. */
interface Term {
  readonly on: string
  readonly opens: string | undefined
  readonly what: 'renew-once' | 'renews-itself' | 'renew-premium'
}

/** Next term of the company; undefined if its path or its day of enrollment is unknown. */
function nextTerm(world: World): Term | undefined {
  const { enrollment } = world.company
  const situation = enrollment?.situation
  const rules = situation === 'no-cost' || situation === 'premium' ? rulesOf(world, situation) : undefined
  const on = enrollment && nextAnniversary(enrollment)
  if (!enrollment || !rules || !on) return undefined
  const { opensDaysBefore } = rules.renewal
  const opens = opensDaysBefore === null ? undefined : addDays(on, -opensDaysBefore)
  return {
    on,
    opens,
    what: renewalBy(rules, enrollment, on) === 'itself' ? 'renews-itself' : renewals[rules.id],
  }
}

const renewals: Readonly<Record<PathRules['id'], Term['what']>> = {
  'no-cost': 'renew-once',
  premium: 'renew-premium',
}

/** Next date of the company's enrollment, in one line. */
export function nextDate(world: World): string {
  const { translations } = world
  const term = nextTerm(world)
  if (!term) return translations.t('join-program.next.unknown')
  return translations.t(`join-program.next.${term.what}`, {
    on: translations.date(term.on),
    opens: translations.date(term.opens ?? term.on),
  })
}

/** Dates that follow from the day of enrollment, earliest first. */
export function termDates(world: World): { title: string; value: string }[] {
  const { translations, company } = world
  const term = nextTerm(world)
  if (!term) return []
  const dated = (day: string | undefined, what: string) =>
    day ? [{ title: translations.date(day), value: translations.t(`join-program.dates.${what}`) }] : []
  return [
    ...dated(company.enrollment?.enrolledOn, 'enrolled'),
    ...dated(term.what === 'renew-premium' ? term.opens : undefined, 'opens'),
    ...dated(term.on, term.what),
  ]
}
