import type { BenefitStanding, Caution } from '../../../src/core/benefits/benefit-standing.ts'
import { pickSome } from '../../engine/form.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { benefitOption, benefitTitle, rowsOf, standings, whyNot } from '../../wording/benefit-words.ts'
import { lockSources } from '../../wording/lock-sources.ts'
import { programName } from '../../wording/program-name.ts'
import { joinable, sourcesOf } from '../join-program/joinable.ts'
import { activatable } from './obstacle.ts'

/** The benefits to activate. */
export const chooseForm = { benefits: pickSome() }

const available = (world: World) => activatable(world).filter(({ state }) => state === 'available')

/** Benefits that can be activated, as options. */
export const benefitOptions = (world: World): Option[] =>
  available(world).map((each) => benefitOption(world, each))

/** Id of the benefit to choose, if there is only one. */
export const onlyBenefit = (world: World): string | undefined =>
  onlyOf(available(world).map(({ benefit }) => benefit.id))

/** The only element of a list; undefined if there are more or none. */
const onlyOf = ([first, ...others]: readonly string[]): string | undefined =>
  others.length === 0 ? first : undefined

/** Cautions about the available benefits, and the other benefits with the reason why not. */
export function whatThereIs(world: World): Shown {
  const offered = available(world)
  const ids = offered.map(({ benefit }) => benefit.id)
  const others = standings(world).filter(({ benefit }) => !ids.includes(benefit.id))
  const rows = rowsOf(
    world,
    others.map((each) => [whyNot(world, each), each.benefit.id]),
  )
  return {
    view: { others: rows },
    warnings: [...enrollmentNeeded(world), ...cautionsOf(world, offered)],
    sources: [
      world.program.rules.thresholds,
      ...(isLeftBehind(world) ? sourcesOf(joinable(world), [joinable(world).rules.succession]) : []),
      ...others.flatMap((each) => lockSources(world, each)),
    ],
  }
}

/** Tests whether the company still sees the former program, whose benefits need enrollment in the new one. */
const isLeftBehind = ({ company }: World): boolean => company.enrollment?.situation === 'rewards'

const enrollmentNeeded = (world: World): string[] =>
  isLeftBehind(world)
    ? [
        world.translations.t('activate-benefits.enrollment-needed', {
          program: programName(world, joinable(world).id),
        }),
      ]
    : []

/** Cautions about the company as they are; those about one benefit begin with its name. */
function cautionsOf(world: World, offered: readonly BenefitStanding[]): string[] {
  const said = offered.flatMap((each) => {
    const cautions = each.state === 'available' ? each.cautions : []
    return cautions.flatMap((caution) => {
      if (caution === 'tier-estimated') return []
      const text = world.translations.t(`benefits.cautions.${caution}`)
      return [ofBenefit.includes(caution) ? `**${benefitTitle(world, each.benefit.id)}**: ${text}` : text]
    })
  })
  return [...new Set(said)]
}

const ofBenefit: readonly Caution[] = [
  'membership-unknown',
  'new-members-only',
  'ai-publishers-only',
  'teams-or-dynamics-only',
]
