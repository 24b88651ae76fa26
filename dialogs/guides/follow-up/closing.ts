import { choice } from '../../engine/form.ts'
import type { Shown } from '../../engine/render.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import { type Answered, newState, recordIn } from './news.ts'

/** Asks for confirmation before a final state. */
export const sureForm = { decision: choice(['confirm']) }

/** The benefit, its last state, and when it can be activated again. */
export function closing(scene: Answered): Shown {
  const { translations } = scene.world
  const facts = {
    benefit: benefitTitle(scene.world, scene.answers.choose.choice),
    becomes: translations.t(`benefits.states.${newState(scene)}`),
    'next-time': nextTime(scene),
  }
  return {
    view: {
      facts: Object.entries(facts).map(([key, value]) => ({
        title: translations.t(`follow-up.sure.${key}`),
        value,
      })),
    },
  }
}

function nextTime(scene: Answered): string {
  const { translations } = scene.world
  const renewsOn = recordIn(scene)?.renewsOn
  if (renewsOn && newState(scene) === 'completed') return translations.date(renewsOn)
  return translations.t('follow-up.sure.whenever')
}
