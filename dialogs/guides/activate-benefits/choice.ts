import type { BenefitStanding } from '../../../src/core/benefits/benefit-standing.ts'
import { pickSome } from '../../engine/form.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { benefitOption, rowsOf, standings, whyNot } from '../../wording/benefit-words.ts'
import { lockSources } from '../../wording/lock-sources.ts'
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
export const onlyOf = ([first, ...others]: readonly string[]): string | undefined =>
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
    warnings: cautionsOf(offered).map((caution) => world.translations.t(`benefits.cautions.${caution}`)),
    sources: [world.program.rules.thresholds, ...others.flatMap((each) => lockSources(world, each))],
  }
}

function cautionsOf(offered: readonly BenefitStanding[]) {
  const cautions = offered.flatMap((each) => (each.state === 'available' ? each.cautions : []))
  return [...new Set(cautions)].filter((caution) => caution !== 'tier-estimated')
}
