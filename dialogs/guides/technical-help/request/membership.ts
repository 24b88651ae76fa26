import { lacksMembership } from '../../../../src/core/benefits/request-decision.ts'
import type { Obstacle } from '../../../engine/step.ts'
import type { World } from '../../../engine/world.ts'
import { openPage } from '../../../wording/portal.ts'

/** Obstacle if the company has no membership with technical help. */
export function needsMembership(world: World): Obstacle | undefined {
  if (!lacksMembership(world.company)) return undefined
  const buttons = [openPage(world, 'technicalBenefits')]
  const sources = [world.program.rules.technicalHelp]
  return { reason: 'membership-needed', shown: { buttons, sources } }
}
