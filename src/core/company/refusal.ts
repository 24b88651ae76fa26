import type { LockReason } from '../benefits/benefit-standing.ts'
import type { ContactProblem } from '../people/contact.ts'
import type { Role } from '../people/person.ts'
import type { Access } from '../program/benefit-definition.ts'
import type { Grant } from '../program/grant.ts'
import type { Action, Agreement } from '../program/program-vocabulary.ts'
import type { RequestState } from '../requests/states.ts'
import type { WishProblem } from '../sponsorship/wish-problems.ts'
import type { BenefitState } from './company-event.ts'
/** Reason why a command was refused, with the values of its sentence. */
export type Refusal =
  | {
      readonly refused: 'role'
      readonly action: Action
      readonly role: Role
      readonly allowed: readonly Grant[]
    }
  /** Reserved for the authorized people, whose names these are. */
  | { readonly refused: 'team'; readonly members: readonly string[] }
  | { readonly refused: 'no-team' }
  | { readonly refused: 'guest' }
  | { readonly refused: 'team-of-guests' }
  | { readonly refused: 'team-size'; readonly most: number }
  | { readonly refused: 'code' }
  | { readonly refused: 'own-code' }
  | { readonly refused: 'full'; readonly most: number }
  | { readonly refused: 'has-guests' }
  | { readonly refused: 'has-host' }
  | { readonly refused: 'not-enrolled' }
  | { readonly refused: 'contact-invalid'; readonly problems: readonly ContactProblem[] }
  | { readonly refused: 'unknown-benefit'; readonly benefit: string }
  | { readonly refused: 'benefit-locked'; readonly benefit: string; readonly reasons: readonly LockReason[] }
  /** The benefit is requested, assigned by Microsoft or always open, not activated by a button. */
  | { readonly refused: 'not-activatable'; readonly benefit: string; readonly access: Access }
  | { readonly refused: 'not-activated'; readonly benefit: string }
  | {
      readonly refused: 'illegal-transition'
      readonly benefit: string
      readonly from: BenefitState
      readonly to: BenefitState
    }
  | { readonly refused: 'agreement-excluded'; readonly agreement: Agreement; readonly reason: string }
  | { readonly refused: 'membership-needed' }
  | { readonly refused: 'unknown-request'; readonly request: string }
  /** The request was changed meanwhile. */
  | {
      readonly refused: 'request-changed'
      readonly request: string
      readonly from: RequestState
      readonly to: RequestState
    }
  /** Another request, of this title, is for the same deal. */
  | { readonly refused: 'deal-taken'; readonly title: string }
  | { readonly refused: 'sponsorship-rule'; readonly problem: WishProblem }
  | { readonly refused: 'unknown-tenant'; readonly tenant: string }
