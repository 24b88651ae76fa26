import type { Metric } from '../../../src/core/program/program-vocabulary.ts'
import { amount, choice, type Filled, optional } from '../../engine/form.ts'
import type { Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'

/** What some programs count besides billed sales. */
export const metricsForm = {
  solutionValueUsd: optional(amount()),
  teamsMau: optional(amount()),
  azureConsumptionUsd: optional(amount()),
  softwareDesignation: optional(choice(['yes', 'no', 'unknown'])),
}
export type Metrics = Filled<typeof metricsForm>
export type AskedMetric = keyof typeof metricsForm

/** Tests whether the program has a use for a metric. */
export function counts({ world: { program } }: StepContext<object>, metric: AskedMetric): boolean {
  if (metric === 'softwareDesignation') return program.enrollment !== undefined
  if (metric === 'azureConsumptionUsd') return program.coSell !== undefined
  return program.metrics.some((each: Metric) => each === metric)
}

const asked = ['solutionValueUsd', 'teamsMau', 'azureConsumptionUsd', 'softwareDesignation'] as const

/** Tests whether the program has metrics besides sales. */
export const countsMetrics = (scene: StepContext<object>): boolean =>
  asked.some((metric) => counts(scene, metric))

/** Asks only for the program's metrics. */
export const metricsToAsk = (scene: StepContext<object>): Shown => ({
  view: {
    countsSolutionValue: counts(scene, 'solutionValueUsd'),
    countsTeamsMau: counts(scene, 'teamsMau'),
    countsAzure: counts(scene, 'azureConsumptionUsd'),
    countsDesignation: counts(scene, 'softwareDesignation'),
  },
})

/** Recorded metrics, as text. */
export const metricsBefore = ({ company: { eligibility } }: World) => ({
  solutionValueUsd: eligibility?.facts.solutionValueUsd?.toString(),
  teamsMau: eligibility?.facts.teamsMau?.toString(),
  azureConsumptionUsd: eligibility?.facts.azureConsumptionUsd?.toString(),
  softwareDesignation: eligibility?.facts.softwareDesignation,
})
