import type { Facts } from '../../../src/core/eligibility/facts.ts'
import { isEnrolled } from '../../../src/core/enrollment/standing.ts'
import type { StepContext } from '../../engine/step.ts'
import { type AskedMetric, counts, type Metrics } from './metrics.ts'
import type { Profiles } from './profile-entry.ts'
import { profilesIn } from './profile-list.ts'
import { liveOfferIn, type Standing } from './standing.ts'

type Answered = Standing & { readonly profiles: Profiles; readonly metrics: Metrics | undefined }

/** The facts to record; those recorded before stay where this program does not ask for them. */
export function factsOf(scene: StepContext<Answered>): Facts {
  const { world, answers } = scene
  const liveOffer = liveOfferIn(world, answers)
  const { liveOfferSince, membership } = world.company.eligibility?.facts ?? {}
  return {
    enrolled: isEnrolled(world.company),
    liveOffer,
    profiles: profilesIn(world, answers.profiles).flatMap(({ profile }) => profile ?? []),
    ...metricsOf(scene),
    ...(liveOfferSince && liveOffer === 'yes' && { liveOfferSince }),
    ...(membership && { membership }),
  }
}

function metricsOf(scene: StepContext<Answered>): Partial<Facts> {
  const { world, answers } = scene
  const before: Partial<Facts> = world.company.eligibility?.facts ?? {}
  const known = <M extends AskedMetric>(metric: M): Partial<Facts>[M] | Metrics[M] =>
    answers.metrics && counts(scene, metric) ? answers.metrics[metric] : before[metric]
  const [solutionValueUsd, teamsMau] = [known('solutionValueUsd'), known('teamsMau')]
  const [azureConsumptionUsd, softwareDesignation] = [
    known('azureConsumptionUsd'),
    known('softwareDesignation'),
  ]
  return {
    ...(solutionValueUsd !== undefined && { solutionValueUsd }),
    ...(teamsMau !== undefined && { teamsMau }),
    ...(azureConsumptionUsd !== undefined && { azureConsumptionUsd }),
    ...(softwareDesignation !== undefined && { softwareDesignation }),
  }
}
