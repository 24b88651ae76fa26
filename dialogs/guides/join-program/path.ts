import { type Path, paths } from '../../../src/core/program/program-vocabulary.ts'
import { choice } from '../../engine/form.ts'
import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage } from '../../wording/portal.ts'
import { joinable, joinPage, pathName, premiumGains, priceOf, rulesOf, sourcesOf } from './joinable.ts'
import { roleCaution } from './joiner.ts'

/** The path to enroll in. */
export const pathForm = { choice: choice(paths) }
/** Answer once the steps were taken. */
export const doneForm = { done: choice(['done']) }

const sourcesOfPath = (world: World, ...of: readonly Path[]) =>
  sourcesOf(
    joinable(world),
    of.flatMap((path) => rulesOf(world, path)?.source ?? []),
  )

/** What the paths cost and bring; the first is our advice. */
export function pathsAsked(world: World): Shown {
  const { translations } = world
  const certainty = rulesOf(world, 'premium')?.certainty ?? 'unknown'
  const values = {
    price: priceOf(world, 'premium'),
    certainty: translations.t(`common.certainty.${certainty}`),
    gains: premiumGains(world),
  }
  return { textValues: values, sources: sourcesOfPath(world, 'premium') }
}

/** How to enroll in a path. */
export const howToEnroll = (world: World, path: Path): Shown => ({
  textValues: {
    path: pathName(world, path),
    charge: world.translations.t(`join-program.charges.${path}`),
  },
  warnings: roleCaution(world),
  view: { screen: world.translations.t('join-program.buttons-unknown') },
  buttons: [joinPage(world, 'enroll', 'join-program.pages.enroll')],
})

/** How to go to Premium, and what that changes. */
export const howToUpgrade = (world: World): Shown => ({
  textValues: { price: priceOf(world, 'premium'), gains: premiumGains(world) },
  warnings: roleCaution(world),
  view: { screen: world.translations.t('join-program.change-unpublished') },
  sources: sourcesOfPath(world, 'premium'),
  buttons: [
    joinPage(world, 'rewards', 'common.open-portal'),
    openPage(world, 'support', world.translations.t('join-program.pages.support')),
  ],
})
