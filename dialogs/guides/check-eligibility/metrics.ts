import type { Metric } from '../../../src/core/program/program-vocabulary.ts'
import { amount, type Filled, optional } from '../../engine/form.ts'
import type { Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { programOf, type Standing } from './standing.ts'

/** Metrics of some programs besides billed sales. */
export const metricsForm = { solutionValueUsd: optional(amount()), teamsMau: optional(amount()) }
export type Metrics = Filled<typeof metricsForm>

/** Tests whether the program has a metric. */
export const counts = (scene: StepContext<Standing>, metric: Metric): boolean =>
  programOf(scene).metrics.includes(metric)

/** Tests whether the program has metrics besides sales. */
export const countsMetrics = (scene: StepContext<Standing>): boolean =>
  counts(scene, 'solutionValueUsd') || counts(scene, 'teamsMau')

/** Asks only for the program's metrics. */
export const metricsToAsk = (scene: StepContext<Standing>): Shown => ({
  view: {
    countsSolutionValue: counts(scene, 'solutionValueUsd'),
    countsTeamsMau: counts(scene, 'teamsMau'),
  },
})

/** Recorded metrics, as text. */
export const metricsBefore = ({ company: { eligibility } }: World) => ({
  solutionValueUsd: eligibility?.facts.solutionValueUsd?.toString(),
  teamsMau: eligibility?.facts.teamsMau?.toString(),
})
