import { choice } from '../../engine/form.ts'
import type { Shown } from '../../engine/render.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'
import { dateSource } from '../../wording/certainty.ts'
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
  const reckoned = renewal(scene) !== undefined
  return {
    sources: reckoned ? [dateSource(scene.world, scene.answers.choose.choice, 'renewsOn')] : [],
    view: {
      facts: Object.entries(facts).map(([key, value]) => ({
        title: translations.t(`follow-up.sure.${key}`),
        value,
      })),
    },
  }
}

/** Day from which a completed benefit may be used again, as reckoned at its activation. */
const renewal = (scene: Answered): string | undefined =>
  newState(scene) === 'completed' ? recordIn(scene)?.renewsOn : undefined

function nextTime(scene: Answered): string {
  const { translations } = scene.world
  const day = renewal(scene)
  return day
    ? translations.t('follow-up.sure.reckoned', { date: translations.date(day) })
    : translations.t('follow-up.sure.whenever')
}
