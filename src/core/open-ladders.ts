import { contactLadders, expiryLadders } from './benefit-ladders.ts'
import { addDays } from './calendar.ts'
import type { Company } from './company.ts'
import { type CompanyRules, companyLadders, refreshLadders } from './company-ladders.ts'
import { type Ladder, ladder } from './ladder.ts'
import type { Program } from './program.ts'

/**
 * Every matter that is open by what was recorded. Time is not asked: where time ends a matter, its last day says so, and
 * each person counts days in their own zone.
 */
export const openLadders = (rules: CompanyRules): Ladder[] => [
  ...contactLadders(rules.company, rules.program),
  ...technicalLadders(rules.company),
  ...expiryLadders(rules.company, rules.program),
  ...refreshLadders(rules.company, rules.program),
  ...tenantLadders(rules.company, rules.program),
  ...companyLadders(rules),
]

const technicalLadders = ({ requests }: Company): Ladder[] =>
  requests.flatMap(({ id, requestedOn, answerBy, answeredOn, by }) =>
    answerBy && !answeredOn
      ? ladder({
          kind: 'technical',
          subject: id,
          since: requestedOn,
          owners: by ? [by] : [],
          rungs: [{ what: 'technical-answer', on: answerBy }],
        })
      : [],
  )

const tenantLadders = ({ tenants }: Company, { waits }: Program): Ladder[] =>
  tenants
    .filter(({ state }) => state === 'pending')
    .flatMap(({ tenant, since, by }) =>
      ladder({
        kind: 'tenant',
        subject: tenant,
        since,
        owners: by ? [by] : [],
        rungs: waits.verifyTenantAfterDays.map((days) => ({
          what: 'verify-tenant',
          on: addDays(since, days),
        })),
      }),
    )
