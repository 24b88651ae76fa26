import type { Refusal } from '../../src/core/refusal.ts'
import { maySpeakFor } from '../../src/core/team.ts'
import { outsider } from '../../src/core/team-decision.ts'
import { obstacleDrawing } from '../steps/obstacle.ts'
import type { Drawing } from '../steps/show.ts'
import type { Obstacle } from '../steps/step.ts'
import type { World } from '../world.ts'
import { namesOf } from './people-names.ts'
import { localizedRoles } from './role-names.ts'

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
