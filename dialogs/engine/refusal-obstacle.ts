import type { Refusal } from '../../src/core/company/refusal.ts'
import { maySpeakFor } from '../../src/core/people/authorized-people.ts'
import { outsider } from '../../src/core/people/authorized-people-decision.ts'
import { obstacleContent } from './obstacle.ts'
import { namesOf } from './people-names.ts'
import type { CardContent } from './render.ts'
import { localizedRoles } from './role-names.ts'
import type { Obstacle } from './step.ts'
import type { CompanyView } from './world/company-view.ts'
import type { Localization } from './world/localization.ts'
import type { Speaker } from './world/speaker.ts'

/** What a person hears of a command that was refused. */
export function obstacleOf({ translations }: Localization, refusal: Refusal): Obstacle {
  const reason = refusal.refused
  switch (refusal.refused) {
    case 'role':
      return { reason, values: { who: localizedRoles(translations, refusal.allowed) } }
    case 'team':
      return {
        reason,
        values: {
          who: namesOf(
            translations,
            refusal.members.map((name) => ({ name })),
          ),
        },
        shown: {
          buttons: [{ title: translations.t('obstacles.team.ask'), run: 'rewards-team', with: 'for:ask' }],
        },
      }
    case 'no-team':
      return { reason, detour: 'rewards-team' }
    default:
      return { reason, values: refusal }
  }
}

/** Stands in the way of everybody but the team, once there is one. */
export const onlyAuthorized = (world: CompanyView & Speaker & Localization): Obstacle | undefined =>
  maySpeakFor(world.company, world.personId) ? undefined : obstacleOf(world, outsider(world.company))

/** The same as an answer to a button that belongs to no guide. */
export const refusalContent = (world: Localization, refusal: Refusal): CardContent =>
  obstacleContent(world, obstacleOf(world, refusal))
