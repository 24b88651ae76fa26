import type { Situation } from '../../../src/core/program/program-vocabulary.ts'
import type { NamedSource } from '../../engine/citation.ts'
import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { enrollmentCommands, programCard, programForm } from '../../inputs/which-program.ts'
import { programName } from '../../wording/program-name.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { joinable, sourcesOf } from '../join-program/joinable.ts'
import { enrollmentNamed } from './named-enrollment.ts'

/** Asks which program the company is in, and records what Partner Center shows. */
export const whichProgram = guide('which-program', {
  version: 1,
  reads: enrollmentNamed,
  reminds: ['which-program', 'renewal', 'verification'],
})
  .require(({ world }) => onlyAuthorized(world))
  .ask('program', programForm, programCard)
  .record(({ world, answers: { program } }) => enrollmentCommands(world, program))
  .end('receipt', ({ world }) => receipt(world), 'message')

/** What the answer means, and where to go from there. */
function receipt(world: World): Shown {
  const { translations, company } = world
  const situation = company.enrollment?.situation ?? 'page-missing'
  const enrolledOn = company.enrollment?.enrolledOn
  return {
    textValues: { program: programName(world, company.program) },
    view: {
      lines: [
        translations.t(`which-program.situations.${situation}`),
        ...(enrolledOn
          ? [translations.t('which-program.counted-from', { date: translations.date(enrolledOn) })]
          : []),
      ],
    },
    sources: sourcesFor(world, situation),
    buttons: toCommands(world, nextGuides[situation]),
  }
}

/** Sources of what the situation means; what a company of the former program needs now is in the new one's pages. */
function sourcesFor(world: World, situation: Situation): NamedSource[] {
  const { enrolment, visibility } = world.program.rules
  const next = joinable(world)
  if (situation === 'rewards') return sourcesOf(next, [next.rules.succession])
  return [situation === 'page-missing' ? visibility : enrolment]
}

const nextGuides = {
  'no-cost': ['check-eligibility', 'my-rewards'],
  premium: ['check-eligibility', 'my-rewards'],
  rewards: ['join-program', 'check-eligibility', 'my-rewards'],
  'not-enrolled': ['join-program', 'my-rewards'],
  'page-missing': ['program-not-visible', 'join-program'],
} as const
