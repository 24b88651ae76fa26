import type { PathRules } from '../../../src/core/program/enrollment-rules.ts'
import type { Program, Source } from '../../../src/core/program/program.ts'
import type { LinkKey, Path } from '../../../src/core/program/program-vocabulary.ts'
import { localized } from '../../../src/core/text/localized.ts'
import { open } from '../../engine/button-intent.ts'
import type { Button } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { openPage } from '../../wording/portal.ts'

/** The program version that companies enroll in, whichever theirs is. */
export const joinable = ({ programs, program }: World): Program => programs.in('no-cost') ?? program

/** Full entries of its sources, as the company's own version may lack them. */
export const sourcesOf = ({ sources }: Program, keys: readonly string[]): Source[] =>
  [...new Set(keys)].flatMap((key) => sources[key] ?? [])

/** Button to one of its pages. */
export const joinPage = (world: World, page: LinkKey, title: string): Button =>
  openPage({ program: joinable(world), translations: world.translations }, page, world.translations.t(title))

/** Button that begins this guide again. */
export const joinAgain = (world: World, title: string): Button => ({
  title: world.translations.t(title),
  intent: open('join-program'),
})

/** Rules of a path. */
export const rulesOf = (world: World, path: Path): PathRules | undefined =>
  joinable(world).enrollment?.paths.find(({ id }) => id === path)

/** Name of a path; its id if the program has no such path. */
export function pathName(world: World, path: Path): string {
  const rules = rulesOf(world, path)
  return rules ? localized(rules.name, world.translations.language) : path
}

/** Price of a path as sentences name it: round, as Microsoft's pages differ and checkout decides. */
export const priceOf = (world: World, path: Path): string =>
  world.translations.money(Math.round((rulesOf(world, path)?.yearlyUsd ?? 0) / 100) * 100)

/** Benefits named at most, as a list of all is no reason. */
const mostGains = 3

/** What only Premium has, as a list for a sentence. */
export function premiumGains(world: World): string {
  const { translations } = world
  const only = joinable(world).benefits.filter(({ paths }) => paths?.join() === 'premium')
  const titles = only.map(({ title, prerequisites }) => {
    const name = localized(title, translations.language)
    const isForNew = prerequisites.includes('new-member')
    return isForNew ? translations.t('join-program.for-new-members', { title: name }) : name
  })
  const more = titles.length - mostGains
  const rest = more > 0 ? [translations.t('join-program.and-more', { count: more })] : []
  const named = [...titles.slice(0, mostGains), ...rest]
  return named.length > 0 ? translations.list(named) : translations.t('join-program.only-premium')
}
