import { transitions } from '../../../src/core/benefits/benefit-decision.ts'
import { choice, pick } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { Obstacle, StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle, openBenefits } from '../../wording/benefit-words.ts'
import { nothingHeard } from './nothing-heard.ts'
import { followUpReceipt } from './receipt.ts'

const newStates = ['contacted', 'in-progress', 'completed', 'withdrawn'] as const
const nothing = 'nothing'

type Chosen = StepContext<{ choose: { choice: string } }>
type Told = StepContext<{ choose: { choice: string }; news: { choice: string } }>

/** Asks what became of an activated benefit. */
export const followUp = guide('follow-up', { version: 1 })
  .require(({ world }) => nothingToFollow(world))
  .ask(
    'choose',
    { choice: pick() },
    { card: 'pick-one', takeOnly: true, offer: ({ world }) => ({ choice: benefitsToFollow(world) }) },
  )
  .ask(
    'news',
    { choice: pick() },
    {
      card: 'pick-one',
      view: lastNoted,
      offer: (scene) => ({ choice: newsOptions(scene) }),
      go: (news) => (news.choice === nothing ? { to: 'nothing-heard' } : undefined),
    },
  )
  .require((scene) => (newState(scene) === 'withdrawn' ? onlyAuthorized(scene.world) : undefined))
  .askIf('sure', isFinal, { decision: choice(['confirm']) }, { card: 'summary', view: closing })
  .record((scene) => {
    const state = newState(scene)
    return state ? { type: 'UpdateBenefit', benefit: scene.answers.choose.choice, state } : []
  })
  .end('receipt', ({ world, answers }) => followUpReceipt(world, answers.choose.choice), 'message')
  .end('nothing-heard', ({ world, answers }) => nothingHeard(world, answers.choose.choice), 'advice')

function nothingToFollow({ company, translations }: World): Obstacle | undefined {
  if (openBenefits(company).length > 0) return undefined
  const ways = ['activate-benefits', 'my-rewards']
  const buttons = ways.map((run) => ({ title: translations.t(`${run}.name`), run }))
  return { reason: 'nothing-to-follow', shown: { buttons } }
}

function benefitsToFollow(world: World): Option[] {
  return openBenefits(world.company).map(([value, { state }]) => ({
    value,
    title: benefitTitle(world, value),
    note: world.translations.t(`benefits.states.${state}`),
  }))
}

const recordIn = ({ world, answers }: Chosen) => world.company.benefits[answers.choose.choice]

/** A colleague may have closed it since it was chosen: then nothing can be noted any more. */
function lastNoted(scene: Chosen): Shown {
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
function newsOptions(scene: Chosen): Option[] {
  const state = recordIn(scene)?.state
  const values = state ? [...transitions[state], ...(state === 'activated' ? [nothing] : [])] : []
  return values.map((value) => ({
    value,
    title: scene.world.translations.t(`follow-up.news.options.choice.${value}`),
  }))
}

const newState = ({ answers }: Told) => newStates.find((state) => state === answers.news.choice)

/** Nothing leads out of the new state. */
function isFinal(scene: Told): boolean {
  const state = newState(scene)
  return state !== undefined && transitions[state].length === 0
}

function closing(scene: Told): Shown {
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

function nextTime(scene: Told): string {
  const { translations } = scene.world
  const renewsOn = recordIn(scene)?.renewsOn
  if (renewsOn && newState(scene) === 'completed') return translations.date(renewsOn)
  return translations.t('follow-up.sure.whenever')
}
