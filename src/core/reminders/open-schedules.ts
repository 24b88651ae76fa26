import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { isAwaited, lastSentOn } from '../requests/request-state.ts'
import { addDays } from '../time/calendar.ts'
import { contactSchedules, expirySchedules } from './benefit-schedules.ts'
import { type CompanyRules, companySchedules, refreshSchedules } from './company-schedules.ts'
import { enrollmentSchedules } from './enrollment-schedules.ts'
import { type Schedule, schedule } from './schedule.ts'
import { sponsorshipSchedules } from './sponsorship-schedules.ts'

/** Company values are immutable, so results are cached per object: a turn needs them several times. */
const known = new WeakMap<
  Company,
  { readonly rules: CompanyRules; readonly schedules: readonly Schedule[] }
>()

/**
 * Lists the schedules open by recorded data alone. `lastDay` may have passed: each person counts days in their own
 * zone.
 */
export function openSchedules(rules: CompanyRules): readonly Schedule[] {
  const before = known.get(rules.company)
  if (before?.rules.program === rules.program) return before.schedules
  const schedules = schedulesOf(rules)
  known.set(rules.company, { rules, schedules })
  return schedules
}

const schedulesOf = (rules: CompanyRules): Schedule[] => [
  ...contactSchedules(rules.company, rules.program),
  ...technicalSchedules(rules.company),
  ...expirySchedules(rules.company, rules.program),
  ...refreshSchedules(rules.company, rules.program),
  ...tenantSchedules(rules.company, rules.program),
  ...companySchedules(rules),
  ...enrollmentSchedules(rules),
  ...sponsorshipSchedules(rules),
]

const technicalSchedules = ({ requests }: Company): Schedule[] =>
  requests.flatMap((request) => {
    const { id, kind, answerBy, by } = request
    if (kind !== 'technical' || !answerBy || !isAwaited(request)) return []
    return schedule({
      kind: 'technical',
      subject: id,
      since: lastSentOn(request),
      owners: by ? [by] : [],
      stages: [{ what: 'technical-answer', on: answerBy }],
    })
  })

const tenantSchedules = ({ tenants }: Company, { waits }: Program): Schedule[] =>
  tenants
    .filter(({ state }) => state === 'pending')
    .flatMap(({ tenant, since, by }) =>
      schedule({
        kind: 'tenant',
        subject: tenant,
        since,
        owners: by ? [by] : [],
        stages: waits.verifyTenantAfterDays.map((days) => ({
          what: 'verify-tenant',
          on: addDays(since, days),
        })),
      }),
    )
