import { isOutside } from '../../../src/core/eligibility/portal-verdict.ts'
import type { Obstacle } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { openPage } from '../../wording/portal.ts'

/** Obstacle of a company that is not enrolled, before anybody types a contact for nothing. */
export function notEnrolled(world: World): Obstacle | undefined {
  if (!isOutside(world.company)) return undefined
  const shown = { buttons: [openPage(world, 'rewards')], sources: [world.program.rules.enrolment] }
  return { reason: 'not-enrolled', detour: 'join-program', shown }
}
