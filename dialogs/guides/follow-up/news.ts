import { transitions } from '../../../src/core/benefits/benefit-decision.ts'
import { pick } from '../../engine/form.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'

const newStates = ['contacted', 'in-progress', 'completed', 'withdrawn'] as const
const nothing = 'nothing'

/** What became of the benefit. */
export const newsForm = { choice: pick() }

export type Chosen = StepContext<{ choose: { choice: string } }>
export type Answered = StepContext<{ choose: { choice: string }; news: { choice: string } }>

/** Nobody has been in touch. */
export const isNothing = ({ choice }: { readonly choice: string }): boolean => choice === nothing

export const recordIn = ({ world, answers }: Chosen) => world.company.benefits[answers.choose.choice]

/** A colleague may have closed it since it was chosen: then nothing can be noted any more. */
export function lastNoted(scene: Chosen): Shown {
  const { translations } = scene.world
  const record = recordIn(scene)
  return {
    textValues: {
      benefit: benefitTitle(scene.world, scene.answers.choose.choice),
      date: record && translations.date(record.activatedOn),
      state: record && translations.t(`benefits.states.${record.state}`),
    },
    warnings: newsOptions(scene).length === 0 ? [translations.t('follow-up.closed')] : [],
  }
}

/** Where the rules let it go from here; that nobody has been in touch records nothing. */
export function newsOptions(scene: Chosen): Option[] {
  const state = recordIn(scene)?.state
  const values = state ? [...transitions[state], ...(state === 'activated' ? [nothing] : [])] : []
  return values.map((value) => ({
    value,
    title: scene.world.translations.t(`follow-up.news.options.choice.${value}`),
  }))
}

export const newState = ({ answers }: Answered) => newStates.find((state) => state === answers.news.choice)

/** Nothing leads out of the new state. */
export function isFinal(scene: Answered): boolean {
  const state = newState(scene)
  return state !== undefined && transitions[state].length === 0
}
