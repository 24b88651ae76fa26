import type { CompanyEvent } from '../company/company-event.ts'
import type { Member } from '../people/authorized-people.ts'

/** Lists the people whose ids an event contains, besides its actor. */
export function namedIn(event: CompanyEvent): readonly Member[] {
  if (event.type === 'TeamNamed') return event.members
  return event.type === 'TeamAsked' ? [event.person] : []
}
