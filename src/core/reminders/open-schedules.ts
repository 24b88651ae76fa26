import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { addDays } from '../time/calendar.ts'
import { contactLadders, expiryLadders } from './benefit-schedules.ts'
import { type CompanyRules, companyLadders, refreshLadders } from './company-schedules.ts'
import { type Ladder, ladder } from './schedule.ts'

/** Companies do not change, they are followed by others: what is open in one is asked several times in a turn. */
const known = new WeakMap<Company, { readonly rules: CompanyRules; readonly ladders: readonly Ladder[] }>()

/**
 * Every matter that is open by what was recorded. Time is not asked: where time ends a matter, its last day says so, and
 * each person counts days in their own zone.
 */
export function openLadders(rules: CompanyRules): readonly Ladder[] {
  const before = known.get(rules.company)
  const isSame = before?.rules.program === rules.program && before.rules.successor === rules.successor
  if (before && isSame) return before.ladders
  const ladders = laddersOf(rules)
  known.set(rules.company, { rules, ladders })
  return ladders
}

const laddersOf = (rules: CompanyRules): Ladder[] => [
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
