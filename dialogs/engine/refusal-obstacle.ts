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

/** The obstacle for a refused command. */
export function obstacleOf({ translations }: Localization, refusal: Refusal): Obstacle {
  const reason = refusal.refused
  switch (refusal.refused) {
    case 'role':
      return {
        reason,
        values: { who: localizedRoles(translations, refusal.allowed) },
        shown: { sources: refusal.allowed.map(({ source }) => source) },
      }
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
          buttons: [
            {
              title: translations.t('obstacles.team.ask'),
              intent: { do: 'start-with', guide: 'rewards-team', answer: 'ask' },
            },
          ],
        },
      }
    case 'no-team':
      return { reason, detour: 'rewards-team' }
    default:
      return { reason, values: refusal }
  }
}

/** The obstacle for people who are not authorized, once anyone is. */
export const onlyAuthorized = (world: CompanyView & Speaker & Localization): Obstacle | undefined =>
  maySpeakFor(world.company, world.personId) ? undefined : obstacleOf(world, outsider(world.company))

/** The refusal as a card, for a button outside guides. */
export const refusalContent = (world: Localization, refusal: Refusal): CardContent =>
  obstacleContent(world, obstacleOf(world, refusal))
