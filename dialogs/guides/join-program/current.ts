import { pathOf } from '../../../src/core/enrollment/standing.ts'
import type { Path } from '../../../src/core/program/program-vocabulary.ts'
import { choice } from '../../engine/form.ts'
import type { Option, Shown } from '../../engine/render.ts'
import type { Go, StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { joinable, joinPage, pathName, premiumGains, rulesOf, sourcesOf } from './joinable.ts'
import { nextDate, termDates } from './term-dates.ts'

/** What a company that is enrolled wants to change. */
export const currentForm = { choice: choice(['premium', 'leave', 'correct']) }
export type Change = 'premium' | 'leave' | 'correct'
/** Whether a company that Microsoft may have moved already enrolls by itself. */
export const movedForm = { choice: choice(['look', 'enroll']) }

/** Tests whether the company is on a path, by what people recorded. */
export const isEnrolled = ({ world }: StepContext<object>): boolean => pathOf(world.company) !== undefined

/** Tests whether Microsoft may have enrolled the company without its knowledge. */
export const mayBeMoved = ({ world }: StepContext<object>): boolean =>
  ['rewards', 'page-missing'].includes(world.company.enrollment?.situation ?? '')

/** Path and dates of the enrolled company. */
export function currentEnrollment({ world }: StepContext<object>): Shown {
  const path = pathOf(world.company) ?? 'no-cost'
  const { translations } = world
  const row = (fact: string, value: string) => ({
    title: translations.t(`join-program.facts.${fact}`),
    value,
  })
  return {
    view: {
      path: translations.t('join-program.on-path', { path: pathName(world, path) }),
      facts: [row('since', enrolledSince(world)), row('next', nextDate(world))],
    },
    sources: sourcesOf(joinable(world), [rulesOf(world, path)?.source ?? '']),
    buttons: toCommands(world, ['my-rewards']),
  }
}

function enrolledSince({ company: { enrollment }, translations }: World): string {
  return enrollment?.enrolledOn
    ? translations.date(enrollment.enrolledOn)
    : translations.t('join-program.day-unknown')
}

const changes: Readonly<Record<Path, readonly Change[]>> = {
  'no-cost': ['premium', 'correct'],
  premium: ['leave', 'correct'],
}

/** Changes that the path allows. */
export const waysToChange = ({ world }: StepContext<object>): { choice: Option[] } => ({
  choice: changes[pathOf(world.company) ?? 'no-cost'].map((value) => ({
    value,
    title: world.translations.t(`join-program.current.options.choice.${value}`),
  })),
})

/** Where a change leads; going to Premium goes on here. */
export function afterChange(change: Change): Go | undefined {
  if (change === 'leave') return { to: 'leaving' }
  return change === 'correct' ? { start: 'which-program' } : undefined
}

/** Where to see whether Microsoft has moved the company. */
export const whereMoved = (world: World): Shown => ({
  sources: sourcesOf(joinable(world), [joinable(world).rules.succession]),
  buttons: [joinPage(world, 'rewards', 'common.open-portal')],
})

/** What becomes of a company that does not renew Premium. */
export const leavingPremium = (world: World): Shown => ({
  textValues: { gains: premiumGains(world) },
  view: {
    facts: termDates(world),
    lines: [world.translations.t('join-program.change-unpublished')],
  },
  sources: sourcesOf(joinable(world), [rulesOf(world, 'premium')?.source ?? '']),
  buttons: toCommands(world, ['my-rewards', 'reminders']),
})
