import type { CompanyEvent } from '../company/company-event.ts'
import type { Member } from '../people/authorized-people.ts'

/** Who stands in an event by their id, besides whoever recorded it. */
export function namedIn(event: CompanyEvent): readonly Member[] {
  if (event.type === 'TeamNamed') return event.members
  return event.type === 'TeamAsked' ? [event.person] : []
}
