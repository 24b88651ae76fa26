import type { Company } from '../company/company.ts'
import type { BenefitState, CompanyEvent } from '../company/company-event.ts'
import { accepted, type Context, type Decision, nothingNew } from '../company/decision.ts'
import type { BenefitDefinition } from '../program/benefit-definition.ts'
import { today } from '../time/calendar.ts'
import { standing } from './benefit.ts'
import { contactBy, expiresOn, renewsOn } from './benefit-dates.ts'
/** Allowed changes of a benefit's state by a person; completed and withdrawn are final. */
export const transitions: Readonly<Record<BenefitState, readonly BenefitState[]>> = {
  activated: ['contacted', 'in-progress', 'completed', 'withdrawn'],
  contacted: ['in-progress', 'completed', 'withdrawn'],
  'in-progress': ['completed', 'withdrawn'],
  completed: [],
  withdrawn: [],
}

/** Activates a benefit with its dates; refuses if it is unknown, locked or not activated by a button. */
export function decideActivation(company: Company, id: string, context: Context): Decision {
  const asking = { today: today(context.now), role: context.by.role }
  const found = standing(company, context.program, asking).find(({ benefit }) => benefit.id === id)
  if (found === undefined) return { refused: 'unknown-benefit', benefit: id }
  const { access } = found.benefit
  if (access !== 'activate' && access !== 'page') return { refused: 'not-activatable', benefit: id, access }
  if (found.state === 'active') return nothingNew
  if (found.state === 'locked') return { refused: 'benefit-locked', benefit: id, reasons: found.reasons }
  return accepted(activation(company, found.benefit, asking.today))
}

/** Moves an activated benefit to another state; refuses a change that `transitions` does not allow. */
export function decideUpdate(company: Company, benefit: string, to: BenefitState): Decision {
  const from = company.benefits[benefit]?.state
  if (from === undefined) return { refused: 'not-activated', benefit }
  if (from === to) return nothingNew
  if (!transitions[from].includes(to)) return { refused: 'illegal-transition', benefit, from, to }
  return accepted({ type: 'BenefitUpdated', benefit, state: to })
}

function activation(company: Company, benefit: BenefitDefinition, on: string): CompanyEvent {
  const classes = company.eligibility?.facts.profiles.map(({ listingClass }) => listingClass) ?? []
  const contact = contactBy(benefit, on)
  const expiry = expiresOn(benefit, classes, on)
  const renewal = renewsOn(benefit, classes, on, company.anniversary)
  return {
    type: 'BenefitActivated',
    benefit: benefit.id,
    on,
    ...(contact && { contactBy: contact }),
    ...(expiry && { expiresOn: expiry }),
    ...(renewal && { renewsOn: renewal }),
  }
}
