import type { Command } from '../../src/core/company/command.ts'
import type { EnrollmentFacts } from '../../src/core/enrollment/enrollment.ts'
import { type Situation, situations } from '../../src/core/program/program-vocabulary.ts'
import { choice, type Filled, optional } from '../engine/form.ts'
import { onlyAuthorized } from '../engine/refusal-obstacle.ts'
import type { Problem } from '../engine/render.ts'
import type { StepContext } from '../engine/step.ts'
import type { World } from '../engine/world.ts'
import { day } from './day.ts'

/** What Partner Center shows about the company's program, and since when it is enrolled. */
export const programForm = { situation: choice(situations), enrolledOn: optional(day()) }
type Scene = StepContext<object>
type Entered = Filled<typeof programForm>

/** Options of the question, which several guides ask first. */
export const programCard = {
  card: 'which-program',
  section: 'which-program.ask',
  isPreliminary: true,
  prefill: ({ world: { company } }: Scene) => ({
    situation: company.enrollment?.situation,
    enrolledOn: company.enrollment?.enrolledOn,
  }),
  check: (entered: Entered, { world }: Scene) => dayProblems(world, entered),
}

/** Tests whether nobody has said which program the company is in. Only authorized people are asked. */
export const asksProgram = ({ world }: Scene): boolean =>
  world.company.enrollment === undefined && onlyAuthorized(world) === undefined

const withTerm: readonly Situation[] = ['no-cost', 'premium']

function dayProblems({ today }: World, { situation, enrolledOn }: Entered): Problem[] {
  const isAhead = enrolledOn !== undefined && withTerm.includes(situation) && enrolledOn > today
  return isAhead ? [{ field: 'enrolledOn', problem: 'day-ahead' }] : []
}

/** What is recorded of an enrollment: what the page shows, or whether the form was sent. */
type Enrolling = Entered | { readonly situation: 'not-enrolled'; readonly submittedOn: string | undefined }

/** Commands that record the answer: the program version that it tells, then the enrollment. */
export function enrollmentCommands(world: World, entered: Enrolling | undefined): Command[] {
  if (!entered) return []
  const { situation } = entered
  const to = world.programs.in(situation)?.id ?? world.company.program
  const move: Command[] = to === world.company.program ? [] : [{ type: 'ChangeProgram', to }]
  return [...move, { type: 'RecordEnrollment', facts: factsOf(world, entered) }]
}

/** Keeps only the day that the situation has; a form that was sent stays so until somebody says what came of it. */
function factsOf({ company }: World, entered: Enrolling): EnrollmentFacts {
  const { situation } = entered
  const on = 'enrolledOn' in entered && withTerm.includes(situation) ? entered.enrolledOn : undefined
  const sent = 'submittedOn' in entered ? entered.submittedOn : company.enrollment?.submittedOn
  return {
    situation,
    ...(on && { enrolledOn: on }),
    ...(situation === 'not-enrolled' && sent && { submittedOn: sent }),
  }
}
