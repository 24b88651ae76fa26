import type { Refusal } from '../../src/core/company/refusal.ts'
import { maySpeakFor } from '../../src/core/people/authorized-people.ts'
import { outsider } from '../../src/core/people/authorized-people-decision.ts'
import { namesOf } from '../engine/people-names.ts'
import { localizedRoles } from '../engine/role-names.ts'
import { obstacleDrawing } from './obstacle.ts'
import type { Drawing } from './render.ts'
import type { Obstacle } from './step.ts'
import type { World } from './world.ts'

/** What a person hears of a command that was refused. */
export function obstacleOf({ speech }: World, refusal: Refusal): Obstacle {
  const reason = refusal.refused
  switch (refusal.refused) {
    case 'role':
      return { reason, values: { who: localizedRoles(speech, refusal.allowed) } }
    case 'team':
      return {
        reason,
        values: {
          who: namesOf(
            speech,
            refusal.members.map((name) => ({ name })),
          ),
        },
        shown: { buttons: [{ title: speech.t('obstacles.team.ask'), run: 'rewards-team', with: 'for:ask' }] },
      }
    case 'no-team':
      return { reason, detour: 'rewards-team' }
    default:
      return { reason, values: refusal }
  }
}

/** Stands in the way of everybody but the team, once there is one. */
export const onlyTeam = (world: World): Obstacle | undefined =>
  maySpeakFor(world.company, world.personId) ? undefined : obstacleOf(world, outsider(world.company))

/** The same as an answer to a button that belongs to no guide. */
export const refusalDrawing = (world: World, refusal: Refusal): Drawing =>
  obstacleDrawing(world, obstacleOf(world, refusal))
