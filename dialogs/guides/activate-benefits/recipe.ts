import type { BenefitStanding } from '../../../src/core/benefits/benefit-standing.ts'
import { localized } from '../../../src/core/text/localized.ts'
import { pickSome } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { asksRole, roleCard, roleForm } from '../../inputs/role.ts'
import { benefitOption, benefitTitle, rowsOf, standings, whyNot } from '../../wording/benefit-words.ts'
import { openPage, otherPage, screenNote } from '../../wording/portal.ts'
import { activatable, activationObstacle } from './obstacle.ts'
import { activationReceipt, isLocked } from './receipt.ts'

/** Activates benefits: which ones, how it is done in Partner Center, and which of them were done. */
export const activateBenefits = guide('activate-benefits', { version: 1 })
  .require(({ world }) => onlyAuthorized(world))
  .askIf('role', asksRole('activateBenefit'), roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .require(activationObstacle)
  .ask(
    'choose',
    { benefits: pickSome() },
    {
      view: ({ world }) => whatThereIs(world),
      offer: ({ world }) => ({ benefits: available(world).map((each) => benefitOption(world, each)) }),
      prefill: ({ world }) => ({ benefits: onlyOne(available(world)) }),
    },
  )
  .confirm('summary', {
    card: 'summary',
    edit: ['choose'],
    view: ({ world, answers: { choose } }) => ({
      textValues: { name: world.company.contact?.name, email: world.company.contact?.email },
      view: {
        facts: choose.benefits.map((id) => ({ title: benefitTitle(world, id), value: gain(world, id) })),
      },
      buttons: [changeContact(world)],
      sources: [world.program.rules.refresh],
    }),
  })
  .ask(
    'steps',
    { activated: pickSome() },
    {
      view: ({ world, answers: { choose } }) => howToActivate(world, choose.benefits),
      offer: ({ world, answers: { choose } }) => ({
        activated: choose.benefits.map((value) => ({ value, title: benefitTitle(world, value) })),
      }),
      // Of several, only what a person ticked counts as done.
      prefill: ({ answers: { choose } }) => ({ activated: onlyOf(choose.benefits) }),
    },
  )
  .record(({ world, answers: { steps } }) =>
    steps.activated
      .filter((id) => !isLocked(world, id))
      .map((benefit) => ({ type: 'ActivateBenefit', benefit })),
  )
  .end('receipt', ({ world, answers }) => activationReceipt(world, answers.choose.benefits), 'message')

const available = (world: World) => activatable(world).filter(({ state }) => state === 'available')

const onlyOne = (some: readonly BenefitStanding[]) => onlyOf(some.map(({ benefit }) => benefit.id))

const onlyOf = ([first, ...others]: readonly string[]) => (others.length === 0 ? first : undefined)

/** What nobody has confirmed of the benefits to choose; below them all the others, and why not. */
function whatThereIs(world: World): Shown {
  const offered = available(world)
  const ids = offered.map(({ benefit }) => benefit.id)
  const others = standings(world).filter(({ benefit }) => !ids.includes(benefit.id))
  const cautions = [
    ...new Set(offered.flatMap((each) => (each.state === 'available' ? each.cautions : []))),
  ].filter((caution) => caution !== 'tier-estimated')
  return {
    view: {
      others: rowsOf(
        world,
        others.map((each) => [whyNot(world, each), each.benefit.id]),
      ),
    },
    warnings: cautions.map((caution) => world.translations.t(`benefits.cautions.${caution}`)),
    sources: [world.program.rules.thresholds],
  }
}

function gain({ program, translations }: World, id: string): string {
  const benefit = program.benefits.find((each) => each.id === id)
  return benefit ? localized(benefit.what, translations.language) : ''
}

const changeContact = ({ translations }: World): Button => ({
  title: translations.t('activate-benefits.change-contact'),
  run: 'assign-contact',
  with: 'then:activate-benefits',
})

function howToActivate(world: World, chosen: readonly string[]): Shown {
  return {
    view: {
      several: chosen.length > 1,
      chosen: chosen.map((id) => benefitTitle(world, id)),
      screen: screenNote(world, ['benefitsTab', 'activate']),
    },
    buttons: [openPage(world, 'benefits'), ...otherPage(world, 'benefits')],
  }
}
