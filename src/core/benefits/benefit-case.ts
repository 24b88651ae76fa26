import type { Company } from '../company/company.ts'
import type { Estimate } from '../eligibility/eligibility.ts'
import type { Role } from '../people/person.ts'
import type { Access, BenefitDefinition } from '../program/benefit-definition.ts'
import type { Program } from '../program/program.ts'
import type { Action } from '../program/program-vocabulary.ts'
import type { PlainDate } from '../time/calendar.ts'

/** Current UTC day, and the role of the person who asks, if known. */
export interface Asking {
  readonly today: PlainDate
  readonly role: Role | undefined
}

/** One benefit of a company, and what decides about it. */
export interface Case extends Asking {
  readonly company: Company
  readonly program: Program
  readonly benefit: BenefitDefinition
  readonly estimate: Estimate | undefined
  /** Partner Center itself showed the company as eligible; this overrides the estimate. */
  readonly portalEligible: boolean
}

/** Action that a person takes to get a benefit, for those that take one. */
export const actionFor: Partial<Record<Access, Action>> = {
  activate: 'activateBenefit',
  page: 'activateBenefit',
  request: 'requestTechnicalHelp',
}
