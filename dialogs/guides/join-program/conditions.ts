import { pickSome } from '../../engine/form.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { joinAgain, joinable, joinPage, sourcesOf } from './joinable.ts'

/** What Microsoft's form asks of a company and its product. */
const conditions = ['business', 'product', 'cloud', 'marketplace'] as const

/** The conditions that are met. */
export const conditionsForm = { met: pickSome() }

/** Conditions as options. */
export const conditionOptions = ({ translations }: World): { met: Option[] } => ({
  met: conditions.map((value) => ({
    value,
    title: translations.t(`join-program.conditions.options.met.${value}`),
  })),
})

/** The conditions, with what a button for all of them sends. */
export const conditionsAsked = (world: World): Shown => ({
  view: { all: conditions.join() },
  sources: sourcesOf(joinable(world), [joinable(world).rules.enrolment]),
})

/** Tests whether a condition is not met. */
export const isUnfit = (met: readonly string[]): boolean => conditions.some((each) => !met.includes(each))

/** What is missing, and what would help. */
export function whatIsMissing(world: World, met: readonly string[] = []): Shown {
  const { translations } = world
  const missing = conditions.filter((each) => !met.includes(each))
  return {
    view: { lines: missing.map((each) => translations.t(`join-program.missing.${each}`)) },
    sources: sourcesOf(joinable(world), [joinable(world).rules.enrolment]),
    buttons: [
      joinAgain(world, 'join-program.begin-again'),
      joinPage(world, 'docs', 'join-program.pages.docs'),
    ],
  }
}

/** What to look at before a rejected form is sent again. */
export const whatToLookAt = ({ translations }: World): string[] =>
  conditions.map((each) => `• ${translations.t(`join-program.conditions.options.met.${each}`)}?`)
