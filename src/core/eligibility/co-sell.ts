import { valuesWhere } from '../collections/values-where.ts'
import type { Company } from '../company/company.ts'
import { companyFacts, isEnrolled } from '../enrollment/standing.ts'
import type { Grant } from '../program/grant.ts'
import type { Program } from '../program/program.ts'
import { estimate } from './eligibility.ts'

/** Conditions of Azure IP co-sell besides its revenue: those that the facts exclude first, then what nobody knows. */
export type CoSellNeed =
  | 'enrollment'
  | 'enrollment-unknown'
  | 'transactable-offer'
  | 'offer-type'
  | 'co-sell-ready'
  | 'technical-validation'

/** Way of a company to Azure IP co-sell. Amounts in US dollars. */
export interface CoSellStanding {
  readonly neededUsd: number
  /** The larger of billed sales and Azure consumption, which are never added. */
  readonly reachedUsd: number
  readonly reachedBy: 'billed-sales' | 'azure-consumption'
  /** Zero once the revenue is reached. */
  readonly missingUsd: number
  readonly isConsumptionKnown: boolean
  readonly needs: readonly CoSellNeed[]
  readonly source: string
  /** Customers' commitments that count instead, by a trial of Microsoft's. */
  readonly commitmentsUsd: number
  readonly commitmentsSource: string
  /** Roles that list a solution for it. */
  readonly listedBy: readonly Grant[]
}

/** Computes how far a company is from Azure IP co-sell; undefined where the program or the facts do not say. */
export function coSellStanding(company: Company, program: Program): CoSellStanding | undefined {
  const facts = companyFacts(company)
  if (!program.coSell || !facts) return undefined
  const { neededUsd, source, commitmentsUsd, commitmentsSource, listedBy } = program.coSell
  const { billedSalesUsd, listingClasses } = estimate(program, facts)
  const consumptionUsd = facts.azureConsumptionUsd ?? 0
  const reachedUsd = Math.max(billedSalesUsd, consumptionUsd)
  return {
    neededUsd,
    reachedUsd,
    reachedBy: consumptionUsd > billedSalesUsd ? 'azure-consumption' : 'billed-sales',
    missingUsd: Math.max(0, neededUsd - reachedUsd),
    isConsumptionKnown: facts.azureConsumptionUsd !== undefined,
    needs: needsOf(isEnrolled(company), listingClasses.includes('transact')),
    source,
    commitmentsUsd,
    commitmentsSource,
    listedBy,
  }
}

const needsOf = (enrolled: 'yes' | 'no' | 'unknown', hasTransactable: boolean): CoSellNeed[] =>
  valuesWhere<CoSellNeed>([
    [enrolled === 'no', 'enrollment'],
    [enrolled === 'unknown', 'enrollment-unknown'],
    [!hasTransactable, 'transactable-offer'],
    [true, 'offer-type'],
    [true, 'co-sell-ready'],
    [true, 'technical-validation'],
  ])
