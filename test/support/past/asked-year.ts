import { newCompany } from '../../../src/core/company/company.ts'
import type { Actor } from '../../../src/core/company/company-event.ts'
import { guestId } from '../../../src/core/sharing/guest-id.ts'
import { frontier, rewards } from '../../core/example.ts'
import { noon } from '../bot/rehearse.ts'
import { type Deed, lived } from './company-past.ts'

/** Tenants that joined: that of the person who asks, and another. */
export const guestTenant = 'guest.example'
export const otherTenant = 'neighbour.example'

/** Key of the code by which the tenant of the person who asks joined. */
export const invitation = 'key of nia'

/** An authorized member, their colleague who is not, and people of the tenants that joined. */
export const mira = { id: 'person-1', name: 'Mira Solano', role: 'global-admin' } as const
export const odile = { id: 'person-2', name: 'Odile Marchand', role: 'partner-admin' } as const
export const tom = { id: 'person-3', name: 'Tom Vidal' } as const
export const nia: Actor = { id: guestId(guestTenant, 'nia'), name: 'Nia Okoye', tenant: guestTenant }
export const uwe: Actor = { id: guestId(otherTenant, 'uwe'), name: 'Uwe Kern', tenant: otherTenant }

export const formerContact = {
  name: 'Paul Ancel',
  email: 'paul@contoso.example',
  phone: '+33698765432',
  country: 'FR',
  language: 'fr-FR',
}
export const contact = {
  name: 'Zoé Lambert',
  email: 'zoe.lambert@contoso.example',
  phone: '+33612345678',
  country: 'FR',
  language: 'pt-BR',
}

/** Sales that were told first, and last: of the profiles the second one counts for nothing. */
export const firstSales = 40_000
export const profiles = [
  { name: 'Contoso EU', listingClass: 'transact', billedSalesUsd: 185_000 },
  { name: 'Contoso Labs', listingClass: 'trial', billedSalesUsd: 0 },
] as const
const facts = { enrolled: 'yes', liveOffer: 'yes', membership: 'yes' } as const

export const consultation = {
  id: 'request-1',
  kind: 'technical',
  title: 'Move to AKS',
  description: 'Call me about the cluster.',
  phase: 'deployment',
  solution: 'cloud',
  product: 'Contoso Suite',
  country: 'FR',
  language: 'fr',
  phone: '+33655443322',
  timeZone: 'Europe/Paris',
} as const
export const review = {
  ...consultation,
  id: 'request-2',
  title: 'Review of our design',
  phase: 'design',
} as const
export const caseNumber = '2611-0042'

export const grant = { amountUsd: 40_000, from: '2026-11-20' }
export const sponsored = {
  id: 'request-3',
  kind: 'sponsorship',
  title: 'Fabrikam',
  description: '',
  agreement: 'ea-active',
  state: 'sent',
  purpose: 'adoption',
  amountUsd: 40_000,
  startOn: '2026-11-30',
  deal: {
    customer: 'Fabrikam',
    closedOn: '2026-10-20',
    isAgreed: true,
    years: 3,
    annualValueUsd: 500_000,
    totalValueUsd: 1_500_000,
  },
} as const

export const enrolledOn = '2026-02-10'

/** A year, by the age of its records in days: Marketplace Rewards, then Frontier Accelerate. */
export const deeds: readonly Deed[] = [
  [365, { type: 'RecordEnrollment', facts: { situation: 'rewards' } }, mira],
  [
    364,
    {
      type: 'RecordEligibility',
      facts: { ...facts, profiles: [{ ...profiles[0], billedSalesUsd: firstSales }] },
    },
    mira,
  ],
  [360, { type: 'AssignContact', contact: formerContact }, odile],
  [350, { type: 'ActivateBenefit', benefit: 'press-release-support' }, mira],
  [340, { type: 'UpdateBenefit', benefit: 'press-release-support', state: 'contacted' }, tom],
  [330, { type: 'ActivateBenefit', benefit: 'featured-blog' }, odile],
  [300, { type: 'UpdateBenefit', benefit: 'press-release-support', state: 'completed' }, mira],
  [290, { type: 'UpdateBenefit', benefit: 'featured-blog', state: 'completed' }, mira],
  [250, { type: 'ChangeProgram', to: frontier.id }, mira],
  [249, { type: 'RecordEnrollment', facts: { situation: 'no-cost', enrolledOn } }, mira],
  [120, { type: 'AssignContact', contact }, odile],
  [90, { type: 'NameTeam', members: [mira, odile].map(({ id, name }) => ({ id, name })) }, mira],
  [80, { type: 'InviteTenant', key: 'key of uwe' }, mira],
  [80, { type: 'AdmitTenant', invitation: 'key of uwe' }, uwe],
  [70, { type: 'InviteTenant', key: invitation }, mira],
  [70, { type: 'AdmitTenant', invitation }, nia],
  [50, { type: 'AssociateTenant', tenant: 'fabrikam.com' }, mira],
  [45, { type: 'VerifyTenant', tenant: 'fabrikam.com' }, mira],
  [40, { type: 'RequestTechnicalHelp', request: consultation }, tom],
  [38, { type: 'RecordCaseNumber', request: consultation.id, caseNumber }, tom],
  [20, { type: 'AssociateTenant', tenant: 'tailspin.com' }, mira],
  [15, { type: 'RequestTechnicalHelp', request: sponsored }, mira],
  [12, { type: 'RecordEligibility', facts: { ...facts, profiles: [...profiles] } }, nia],
  [9, { type: 'RequestTechnicalHelp', request: review }, nia],
  [5, { type: 'UpdateRequest', request: sponsored.id, state: 'granted', grant }, mira],
  [2, { type: 'RecordAnswer', request: consultation.id }, tom],
  [1, { type: 'FailTenant', tenant: 'tailspin.com', reason: 'guest' }, odile],
]

export const { company, events: log } = lived(newCompany('tenant-1', rewards.id), deeds, noon)
