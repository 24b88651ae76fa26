import { transitions } from '../../../src/core/benefits/benefit-decision.ts'
import { pick } from '../../engine/form.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import { benefitTitle } from '../../wording/benefit-words.ts'

const newStates = ['contacted', 'in-progress', 'completed', 'withdrawn'] as const
const nothing = 'nothing'

/** News of the benefit. */
export const newsForm = { choice: pick() }

export type Chosen = StepContext<{ choose: { choice: string } }>
export type Answered = StepContext<{ choose: { choice: string }; news: { choice: string } }>

/** Tests for "no contact yet". */
export const isNothing = ({ choice }: { readonly choice: string }): boolean => choice === nothing

/** Record of the chosen benefit. */
export const recordIn = ({ world, answers }: Chosen) => world.company.benefits[answers.choose.choice]

/** Last record; a benefit closed meanwhile by a colleague cannot be changed. */
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

/** States that may follow; "no contact yet" records nothing. */
export function newsOptions(scene: Chosen): Option[] {
  const state = recordIn(scene)?.state
  const values = state ? [...transitions[state], ...(state === 'activated' ? [nothing] : [])] : []
  return values.map((value) => ({
    value,
    title: scene.world.translations.t(`follow-up.news.options.choice.${value}`),
  }))
}

/** The reported state; undefined for "no contact yet". */
export const newState = ({ answers }: Answered) => newStates.find((state) => state === answers.news.choice)

/** Tests whether the new state is final. */
export function isFinal(scene: Answered): boolean {
  const state = newState(scene)
  return state !== undefined && transitions[state].length === 0
}
