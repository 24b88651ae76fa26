import type { Problem, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import { periodOf } from './answer.ts'
import { isEmpty, nothingNamed, type Profiles, problemsIn } from './profile-entry.ts'
import type { Standing } from './standing.ts'

/** Period of the sales that count, and a warning if little of the program is published. */
export function profilesToAsk(scene: StepContext<Standing>): Shown {
  const { translations } = scene.world
  const { program } = scene.world
  return {
    textValues: { period: periodOf({ translations, program }) },
    warnings: program.tiers.some(({ unpublishedAbove }) => unpublishedAbove)
      ? [translations.t('check-eligibility.profiles.thin')]
      : [],
  }
}

/** Problems of the profiles; a live offer needs one. */
export const profileProblems = (
  entered: Profiles,
  { world, answers: { form } }: StepContext<Standing>,
): readonly Problem[] =>
  form.liveOffer === 'yes' && isEmpty(entered) ? [nothingNamed] : problemsIn(world, entered)
