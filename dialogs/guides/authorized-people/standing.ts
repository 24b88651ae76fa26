import { hasAsked, isAuthorized, isOfGuest, maySpeakFor } from '../../../src/core/people/authorized-people.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'

export const isOutside = ({ company, personId }: World): boolean => !maySpeakFor(company, personId)

/** Whether the person can ask to be a member, and has not yet. */
export const mayAsk = ({ world }: StepContext<object>): boolean =>
  isOutside(world) && !hasAsked(world.company, world.personId)

/** Guests name nobody: there is nothing here for those who cannot ask, as there is no team, or who are on it. */
export const mayOnlyAsk = ({ company, personId }: World): boolean =>
  isOfGuest(company, personId) && (!company.team || isAuthorized(company, personId))
