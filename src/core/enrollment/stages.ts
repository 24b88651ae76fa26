import type { BenefitDefinition } from '../program/benefit-definition.ts'
import { type Stage, stages } from '../program/program-vocabulary.ts'

/** Earliest stage that has a benefit; undefined if every stage has it. */
export const neededStage = ({ stages: of }: BenefitDefinition): Stage | undefined =>
  of && stages.find((stage) => of.includes(stage))

/** Tells whether a company in `stage` has reached `needed`. */
export const isReached = (needed: Stage, stage: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(needed)
