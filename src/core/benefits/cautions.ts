import { valuesWhere } from '../collections/values-where.ts'
import { companyFacts } from '../enrollment/standing.ts'
import { permission } from '../program/permission.ts'
import { actionFor, type Case } from './benefit-case.ts'
import type { Caution } from './benefit-standing.ts'

/** Lists the conditions of an available benefit that nobody has confirmed. */
export function cautions({ benefit, company, program, role, estimate, portalEligible }: Case): Caution[] {
  const action = actionFor[benefit.access]
  const answer = action && permission(program, action, role).answer
  const facts = companyFacts(company)
  const needs = benefit.prerequisites
  return valuesWhere<Caution>([
    [answer === 'unsure', 'role-unsure'],
    [answer === 'undeclared', 'role-unknown'],
    [
      benefit.access === 'activate' &&
        !portalEligible &&
        estimate !== undefined &&
        (benefit.unlockUsd ?? 0) > 0,
      'tier-estimated',
    ],
    [needs.includes('enrolled') && !portalEligible && facts?.enrolled === 'unknown', 'enrolment-unknown'],
    [needs.includes('live-offer') && !portalEligible && facts?.liveOffer === 'unknown', 'live-offer-unknown'],
    [needs.includes('membership') && facts?.membership !== 'yes', 'membership-unknown'],
    [needs.includes('new-member'), 'new-members-only'],
    [needs.includes('ai-publisher'), 'ai-publishers-only'],
    [needs.includes('teams-or-dynamics'), 'teams-or-dynamics-only'],
    [benefit.stages !== undefined && estimate !== undefined, 'stage-estimated'],
  ])
}
