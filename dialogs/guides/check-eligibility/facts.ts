import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { StepContext } from '../../engine/step.ts'
import { counts, type Metrics } from './metrics.ts'
import { type Profiles, profilesIn } from './profile-entry.ts'
import type { Standing } from './standing.ts'

type Answered = Standing & { readonly profiles: Profiles; readonly metrics: Metrics | undefined }

/** The facts to record; those recorded before stay where this program does not ask for them. */
export function factsOf(scene: StepContext<Answered>): Facts {
  const { world, answers } = scene
  const before: Partial<Facts> = world.company.eligibility?.facts ?? {}
  const { liveOfferSince, membership } = before
  const metric = (name: 'solutionValueUsd' | 'teamsMau') =>
    counts(scene, name) ? answers.metrics?.[name] : before[name]
  const [solutionValueUsd, teamsMau] = [metric('solutionValueUsd'), metric('teamsMau')]
  return {
    enrolled: answers.form.enrolled,
    liveOffer: answers.form.liveOffer,
    profiles: profilesIn(world, answers.profiles).flatMap(({ profile }) => profile ?? []),
    ...(solutionValueUsd !== undefined && { solutionValueUsd }),
    ...(teamsMau !== undefined && { teamsMau }),
    ...(liveOfferSince && answers.form.liveOffer === 'yes' && { liveOfferSince }),
    ...(membership && { membership }),
  }
}
