import type { Company } from '../company/company.ts'
import type { TechnicalRequest } from '../company/company-event.ts'
import { estimate } from '../eligibility/eligibility.ts'
import { isReached } from '../enrollment/stages.ts'
import { companyFacts, stageOf } from '../enrollment/standing.ts'
import { nextAnniversary } from '../enrollment/terms.ts'
import type { Program } from '../program/program.ts'
import { type SponsorshipPurpose, sponsorshipPurposes, stages } from '../program/program-vocabulary.ts'
import type { Allowance } from '../program/sponsorship-rules.ts'
import { addMonths, type PlainDate } from '../time/calendar.ts'

/**
 * Allowance of a company for one purpose, in its term. How much Microsoft allows this company is not published: there
 * is only the highest amount of its stage.
 */
export interface AllowanceStanding {
  readonly purpose: SponsorshipPurpose
  /** Highest allowance of the stage; undefined while the stage has none, or the facts are not known. */
  readonly ceiling: Allowance | undefined
  readonly grantedUsd: number
  readonly usedUsd: number
  /** Anniversary on which the rest is lost; undefined while the day of enrollment is not known. */
  readonly endsOn: PlainDate | undefined
}

type Sponsorship = Extract<TechnicalRequest, { kind: 'sponsorship' }>

/** Lists the company's allowances by purpose; none in programs without. */
export function allowancesOf(company: Company, program: Program): AllowanceStanding[] {
  if (!program.allowances) return []
  const endsOn = company.enrollment && nextAnniversary(company.enrollment)
  return sponsorshipPurposes.map((purpose) => {
    const grants = sponsorships(company)
      .filter((request) => request.purpose === purpose)
      .flatMap(({ grant, requestedOn }) =>
        grant && isInTerm(grant.from ?? requestedOn, endsOn) ? grant : [],
      )
    return {
      purpose,
      ceiling: ceilingOf(company, program, purpose),
      grantedUsd: grants.reduce((sum, { amountUsd }) => sum + amountUsd, 0),
      usedUsd: grants.reduce((sum, { usedUsd = 0 }) => sum + usedUsd, 0),
      endsOn,
    }
  })
}

/** Lists the requests for sponsorship. */
export const sponsorships = ({ requests }: Company): Sponsorship[] =>
  requests.filter((each) => each.kind === 'sponsorship')

/** Grants from before the term do not count; without a known term all do. */
const isInTerm = (on: PlainDate, endsOn: PlainDate | undefined): boolean =>
  endsOn === undefined || on >= addMonths(endsOn, -12)

/** The highest allowance among those whose stage and tier the company has reached, by its declared facts. */
function ceilingOf(company: Company, program: Program, purpose: SponsorshipPurpose): Allowance | undefined {
  const facts = companyFacts(company)
  if (!facts) return undefined
  const isTop = estimate(program, facts).tier === program.tiers.at(-1)
  return program.allowances
    ?.filter((each) => each.purpose === purpose && isReached(each.stage, stageOf(facts)))
    .filter(({ needsTopTier }) => !needsTopTier || isTop)
    .sort((one, other) => stages.indexOf(one.stage) - stages.indexOf(other.stage))
    .at(-1)
}
