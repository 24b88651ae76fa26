import type { Role } from '../people/person.ts'
import { permission } from '../program/permission.ts'
import type { Program } from '../program/program.ts'
import type { ButtonKey, LinkKey, RuleKey } from '../program/program-vocabulary.ts'
import type { Answer } from './facts.ts'
/** Why the program does not show, in the order in which it is quickest to find out. */
export const visibilityChecks = ['account', 'role', 'tenant', 'enrolment', 'live-offer', 'vetting'] as const
export type VisibilityCheck = (typeof visibilityChecks)[number]

/** A cause and the way out of it: a page, the button there, or a guide of ours. */
export interface Finding {
  readonly cause: VisibilityCheck | 'unexplained'
  /** False when nobody could tell: it is then the first thing to look up. */
  readonly certain: boolean
  readonly link: LinkKey
  readonly button?: ButtonKey
  readonly guide?: 'associate-tenant' | 'check-eligibility'
  /** The rule behind it, whose source says so. */
  readonly rule?: RuleKey
}

const waysOut: Readonly<Record<VisibilityCheck, Pick<Finding, 'link' | 'button' | 'guide' | 'rule'>>> = {
  account: { link: 'home', rule: 'visibility' },
  role: { link: 'account', button: 'viewPermissions', rule: 'visibility' },
  tenant: { link: 'tenants', button: 'associateTenant', guide: 'associate-tenant', rule: 'visibility' },
  enrolment: { link: 'rewards', button: 'enroll', rule: 'enrolment' },
  'live-offer': { link: 'marketplace', rule: 'liveOffer' },
  vetting: { link: 'legal', rule: 'vetting' },
}

/**
 * The next question of the tree, or where it ends. 'yes' means that this is in order, 'no' that it is the cause;
 * what nobody knows is passed over, and comes back when nothing else explains it.
 */
export function diagnose(
  answers: Readonly<Partial<Record<VisibilityCheck, Answer | undefined>>>,
): { readonly ask: VisibilityCheck } | { readonly finding: Finding } {
  for (const check of visibilityChecks) {
    const answer = answers[check]
    if (answer === undefined) return { ask: check }
    if (answer === 'no') return { finding: { cause: check, certain: true, ...waysOut[check] } }
  }
  const doubt = visibilityChecks.find((check) => answers[check] === 'unknown')
  return {
    finding: doubt
      ? { cause: doubt, certain: false, ...waysOut[doubt] }
      : { cause: 'unexplained', certain: false, link: 'support' },
  }
}

/** Whether the role is in order, as a question of the tree; 'unknown' where nobody declared one or pages differ. */
export function roleShowsProgram(program: Program, role: Role | undefined): Answer {
  const { answer } = permission(program, 'checkEligibility', role)
  return answer === 'unsure' || answer === 'undeclared' ? 'unknown' : answer
}
