import type { BenefitRecord } from '../company/company.ts'
import type { Role } from '../people/person.ts'
import type { BenefitDefinition, ListingClass } from '../program/benefit-definition.ts'
import type { Grant } from '../program/grant.ts'
import type { Path, Stage } from '../program/program-vocabulary.ts'
import type { PlainDate } from '../time/calendar.ts'

/** Reason why a benefit cannot be activated now, with the values of its sentence. */
export type LockReason =
  | { readonly code: 'not-enrolled' }
  | { readonly code: 'no-live-offer' }
  | { readonly code: 'no-estimate' }
  | { readonly code: 'portal-not-eligible' }
  | { readonly code: 'services-only' }
  | { readonly code: 'tier'; readonly unlockUsd: number; readonly missingUsd: number; readonly tier: string }
  | { readonly code: 'listing-class'; readonly needed: readonly ListingClass[] }
  | { readonly code: 'contact-missing' }
  | { readonly code: 'role'; readonly role: Role; readonly allowed: readonly Grant[] }
  | { readonly code: 'already-used'; readonly usedOn: PlainDate; readonly renewsOn?: PlainDate | undefined }
  | { readonly code: 'expired'; readonly expiredOn: PlainDate; readonly renewsOn?: PlainDate | undefined }
  | { readonly code: 'assigned-by-microsoft' }
  | { readonly code: 'membership-needed' }
  | { readonly code: 'path'; readonly paths: readonly Path[] }
  | { readonly code: 'stage'; readonly stage: Stage }
  | { readonly code: 'software-designation-needed' }
  | { readonly code: 'top-tier-needed' }
  | { readonly code: 'reached-by-status' }
  | { readonly code: 'way-unpublished' }

/** Unconfirmed condition to mention beside a benefit that can be activated. */
export type Caution =
  | 'role-unsure'
  | 'role-unknown'
  | 'tier-estimated'
  | 'enrolment-unknown'
  | 'live-offer-unknown'
  | 'membership-unknown'
  | 'new-members-only'
  | 'ai-publishers-only'
  | 'teams-or-dynamics-only'
  | 'stage-estimated'

/** State of one benefit for a company. */
export type BenefitStanding =
  | {
      readonly state: 'available'
      readonly benefit: BenefitDefinition
      readonly cautions: readonly Caution[]
    }
  | { readonly state: 'active'; readonly benefit: BenefitDefinition; readonly record: BenefitRecord }
  | { readonly state: 'locked'; readonly benefit: BenefitDefinition; readonly reasons: readonly LockReason[] }
