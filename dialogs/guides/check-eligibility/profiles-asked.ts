import type { Program } from '../../../src/core/program/program.ts'
import type { NamedSource } from '../../engine/citation.ts'
import type { Problem, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import { sourceIn } from '../../wording/certainty.ts'
import { periodOf } from './answer.ts'
import { isEmpty, nothingNamed, type Profiles, problemsIn } from './profile-entry.ts'
import type { Standing } from './standing.ts'

/** Period of the sales that count, and a warning if little of the program is published. */
export function profilesToAsk(scene: StepContext<Standing>): Shown {
  const { translations } = scene.world
  const { program } = scene.world
  return {
    textValues: { period: periodOf({ translations, program }) },
    sources: sourcesOf(program),
    warnings: program.tiers.some(({ unpublishedAbove }) => unpublishedAbove)
      ? [translations.t('check-eligibility.profiles.thin')]
      : [],
  }
}

/** Rules behind the question. */
const sourcesOf = (program: Program): NamedSource[] =>
  [program.rules.profiles, program.rules.salesPeriod].map((source) => sourceIn(program, source))

/** Problems of the profiles; a live offer needs one. */
export function profileProblems(entered: Profiles, scene: StepContext<Standing>): readonly Problem[] {
  const { world, answers } = scene
  if (answers.form.liveOffer === 'yes' && isEmpty(entered)) return [nothingNamed]
  const period = periodOf({ translations: world.translations, program: world.program })
  return problemsIn(world, entered, period)
}
