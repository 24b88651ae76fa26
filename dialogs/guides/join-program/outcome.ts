import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { choice, type Filled, optional } from '../../engine/form.ts'
import type { Option, Problem } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { day } from '../../inputs/day.ts'
import { enrollmentCommands } from '../../inputs/which-program.ts'
import type { Change } from './current.ts'

/** What came of it, and on which day. */
export const outcomeForm = {
  choice: choice(['no-cost', 'premium', 'waiting', 'rejected', 'later']),
  day: optional(day()),
}
export type Outcome = Filled<typeof outcomeForm>
type Result = Outcome['choice']
export type Changing = StepContext<{ readonly current?: { readonly choice: Change } | undefined }>

/** Tests whether the company has sent the form, and nobody has said what came of it. */
export const isAwaited = ({ enrollment }: Company): boolean =>
  enrollment?.situation === 'not-enrolled' && enrollment.submittedOn !== undefined

/** Tests whether an enrolled company goes to Premium. */
export const isUpgrade = ({ answers: { current } }: Changing): boolean => current?.choice === 'premium'

/** Tests whether the company enrolls for the first time. */
export const isNew = (scene: Changing): boolean => scene.answers.current === undefined

/** Results that fit: a form that was sent is no longer to be sent, and a change of path is not verified. */
export function possibleResults(scene: Changing): { choice: Option[] } {
  const { translations, company } = scene.world
  const results: readonly Result[] = isUpgrade(scene)
    ? ['premium', 'no-cost']
    : [...enrolled, 'waiting', 'rejected', ...(isAwaited(company) ? [] : (['later'] as const))]
  return {
    choice: results.map((value) => ({
      value,
      title: translations.t(`join-program.outcome.options.choice.${value}`),
    })),
  }
}

const enrolled = ['no-cost', 'premium'] as const

/** Day to begin with: the one that is recorded, or today for a form that was just sent. */
export function likelyDay(scene: Changing): string | undefined {
  const { company, today } = scene.world
  if (isUpgrade(scene)) return company.enrollment?.enrolledOn
  return isAwaited(company) ? undefined : today
}

/** Objects to a day that is still to come. */
export const outcomeProblems = ({ day: on }: Outcome, { world }: StepContext<object>): Problem[] =>
  on !== undefined && on > world.today ? [{ field: 'day', problem: 'day-ahead' }] : []

/** Commands that record the result. */
export function outcomeCommands(world: World, { choice: result, day: on }: Outcome): Command[] {
  const { enrollment } = world.company
  switch (result) {
    case 'no-cost':
    case 'premium':
      return enrollmentCommands(world, { situation: result, enrolledOn: on ?? world.today })
    case 'waiting':
      return enrollmentCommands(world, {
        situation: 'not-enrolled',
        submittedOn: on ?? enrollment?.submittedOn ?? world.today,
      })
    case 'rejected':
      return isAwaited(world.company)
        ? enrollmentCommands(world, { situation: 'not-enrolled', submittedOn: undefined })
        : []
    case 'later':
      return []
  }
}
