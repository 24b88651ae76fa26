import type { Company } from '../../../src/core/company/company.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { programSchema } from '../../../src/core/program/program-schema.ts'
import type { Deal } from '../../../src/core/sponsorship/sponsorship-request.ts'
import { carryOut, fresh, frontier, on } from '../example.ts'

const { sponsorship: source } = frontier.rules
const allowance = (purpose: string, stage: string, upToUsd: number) => ({
  purpose,
  stage,
  upToUsd,
  source,
  certainty: 'secondary',
  ...(stage === 'differentiate' && { needsTopTier: true }),
})

/** Frontier Accelerate with the rules of requests for sponsorship that these tests are about. */
export const sponsoring: Program = programSchema.parse({
  ...frontier,
  sponsorshipRequests: {
    smallestUsd: 100,
    stepUsd: 100,
    largestUsd: 200_000,
    dealCaps: [
      { fromYears: 1, toYears: 2, percent: 3, of: 'total-value' },
      { fromYears: 3, percent: 10, of: 'annual-value' },
    ],
    requestWithinDays: 60,
    requestNoticeDays: [0, 30, 45, 57],
    approvalFromUsd: 35_000,
    validity: [
      { fromUsd: 0, days: 90 },
      { fromUsd: 100_000, days: 180 },
    ],
    validityNoticeDays: [30, 14, 3],
    startAfterDays: { least: 14, most: 30 },
    provisionedBusinessDays: 7,
    allowanceNoticeDays: [90, 60, 30],
    source,
  },
  allowances: [
    allowance('adoption', 'grow', 400_000),
    allowance('trials', 'grow', 25_000),
    allowance('adoption', 'differentiate', 2_000_000),
    allowance('trials', 'differentiate', 100_000),
  ],
})

export const rules = sponsoring.sponsorshipRequests ?? fail()

function fail(): never {
  throw new Error('The program has no rules for sponsorship')
}

/** Three years for 500,000 dollars each: ten percent of a year may be sponsored. */
export const deal: Deal = {
  customer: 'Fabrikam',
  closedOn: '2026-10-01',
  years: 3,
  annualValueUsd: 500_000,
  totalValueUsd: 1_500_000,
  isAgreed: true,
}

/** A request for adoption at a customer, sent on 2 November 2026 unless that is changed. */
export const wish = {
  id: 'wish-1',
  kind: 'sponsorship',
  title: 'Fabrikam',
  description: '',
  agreement: 'ea-active',
  purpose: 'adoption',
  deal,
  amountUsd: 40_000,
  startOn: '2026-11-20',
  accountTeam: 'Lee',
  state: 'sent',
} as const

export const sentOn = '2026-11-02'

/** A company that sent the wish on that day. */
export const asked = (day = sentOn, company: Company = fresh(sponsoring)): Company =>
  carryOut(company, { type: 'RequestTechnicalHelp', request: wish }, on(day, sponsoring))

/** The same company, once the wish was granted. */
export const granted = (grant: { amountUsd: number; from?: string; usedUsd?: number }): Company =>
  carryOut(
    asked(),
    { type: 'UpdateRequest', request: wish.id, state: 'granted', grant },
    on('2026-11-12', sponsoring),
  )
