import { hasAsked, isAuthorized, isOfGuest, maySpeakFor } from '../../../src/core/people/authorized-people.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'

/** Tests whether the person is not authorized. */
export const isOutside = ({ company, personId }: World): boolean => !maySpeakFor(company, personId)

/** Tests whether the person can request authorization and has not yet. */
export const mayAsk = ({ world }: StepContext<object>): boolean =>
  isOutside(world) && !hasAsked(world.company, world.personId)

/**
 * Tests for guests without an action here: they authorize no one, and cannot request it without authorized people, or
 * are authorized already.
 */
export const mayOnlyAsk = ({ company, personId }: World): boolean =>
  isOfGuest(company, personId) && (!company.team || isAuthorized(company, personId))
