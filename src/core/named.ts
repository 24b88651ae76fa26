import type { CompanyEvent } from './company-event.ts'
import type { Member } from './team.ts'

/** Who stands in an event by their id, besides whoever recorded it. */
export function namedIn(event: CompanyEvent): readonly Member[] {
  if (event.type === 'TeamNamed') return event.members
  return event.type === 'TeamAsked' ? [event.person] : []
}
