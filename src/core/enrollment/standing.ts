import type { Company } from '../company/company.ts'
import type { Answer, Facts } from '../eligibility/facts.ts'
import type { Path, Situation, Stage } from '../program/program-vocabulary.ts'

const enrolled: Readonly<Record<Situation, Answer>> = {
  'no-cost': 'yes',
  premium: 'yes',
  rewards: 'yes',
  'not-enrolled': 'no',
  'page-missing': 'unknown',
}

/** Tells whether the company is enrolled: by its enrollment if that is recorded, else by its declared facts. */
export function isEnrolled({ enrollment, eligibility }: Company): Answer {
  return enrollment ? enrolled[enrollment.situation] : (eligibility?.facts.enrolled ?? 'unknown')
}

/** Declared facts of the company, with what its enrollment says; undefined without declared facts. */
export function companyFacts(company: Company): Facts | undefined {
  const facts = company.eligibility?.facts
  return facts && { ...facts, enrolled: isEnrolled(company) }
}

/** Path of the company; undefined if it is not known to be on one. */
export function pathOf({ enrollment }: Company): Path | undefined {
  const situation = enrollment?.situation
  return situation === 'no-cost' || situation === 'premium' ? situation : undefined
}

/**
 * Stage that the declared facts amount to: our reading, as Microsoft shows its own on the enrollment page. A live
 * transactable offer with billed sales opens Grow, a certified software designation Differentiate.
 */
export function stageOf({ liveOffer, profiles, softwareDesignation }: Facts): Stage {
  const sells = profiles.some(
    ({ listingClass, billedSalesUsd }) => listingClass === 'transact' && billedSalesUsd > 0,
  )
  if (liveOffer !== 'yes' || !sells) return 'build-and-publish'
  return softwareDesignation === 'yes' ? 'differentiate' : 'grow'
}
