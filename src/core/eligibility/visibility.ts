import type { Role } from '../people/person.ts'
import { permission } from '../program/permission.ts'
import type { Program } from '../program/program.ts'
import type { ButtonKey, LinkKey, RuleKey } from '../program/program-vocabulary.ts'
import type { Answer } from './facts.ts'

/** Possible causes of an invisible program, quickest check first. */
export const visibilityChecks = ['account', 'role', 'tenant', 'enrolment', 'live-offer', 'vetting'] as const
export type VisibilityCheck = (typeof visibilityChecks)[number]

/** Cause with its remedy: a page, a button there, or a guide of the bot. */
export interface Finding {
  readonly cause: VisibilityCheck | 'unexplained'
  /** False if the person could not tell; then it is the first thing to check. */
  readonly certain: boolean
  readonly link: LinkKey
  readonly button?: ButtonKey
  readonly guide?: 'associate-tenant' | 'join-program'
  /** Rule behind the cause; its source is shown. */
  readonly rule?: RuleKey
}

const waysOut: Readonly<Record<VisibilityCheck, Pick<Finding, 'link' | 'button' | 'guide' | 'rule'>>> = {
  account: { link: 'home', rule: 'visibility' },
  role: { link: 'account', button: 'viewPermissions', rule: 'visibility' },
  tenant: { link: 'tenants', button: 'associateTenant', guide: 'associate-tenant', rule: 'visibility' },
  enrolment: { link: 'rewards', button: 'enroll', guide: 'join-program', rule: 'enrolment' },
  'live-offer': { link: 'marketplace', rule: 'liveOffer' },
  vetting: { link: 'legal', rule: 'vetting' },
}

/** The same where companies enroll for a term: the verification holds that up, and no offer need be live. */
const enrollmentChecks: readonly VisibilityCheck[] = ['account', 'role', 'vetting', 'tenant', 'enrolment']

/** Checks of a program version, in their order. */
export const checksOf = ({ enrollment }: Program): readonly VisibilityCheck[] =>
  enrollment ? enrollmentChecks : visibilityChecks

/**
 * Returns the next question of the decision tree, or its result: 'yes' means the check passed, 'no' that it is the
 * cause. A check answered 'unknown' is skipped and becomes the uncertain cause if no other is found.
 */
export function diagnose(
  program: Program,
  answers: Readonly<Partial<Record<VisibilityCheck, Answer | undefined>>>,
): { readonly ask: VisibilityCheck } | { readonly finding: Finding } {
  const checks = checksOf(program)
  for (const check of checks) {
    const answer = answers[check]
    if (answer === undefined) return { ask: check }
    if (answer === 'no') return { finding: { cause: check, certain: true, ...waysOut[check] } }
  }
  const doubt = checks.find((check) => answers[check] === 'unknown')
  return {
    finding: doubt
      ? { cause: doubt, certain: false, ...waysOut[doubt] }
      : { cause: 'unexplained', certain: false, link: 'support' },
  }
}

/** Answers the role check: 'unknown' for an undeclared role or contradicting pages. */
export function roleShowsProgram(program: Program, role: Role | undefined): Answer {
  const { answer } = permission(program, 'checkEligibility', role)
  return answer === 'unsure' || answer === 'undeclared' ? 'unknown' : answer
}
