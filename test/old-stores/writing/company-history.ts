import type { Actor } from '../../../src/core/company/company-event.ts'
import { seller } from '../../core/example.ts'
import { activated, assigned, type Deed, noted, told } from '../../support/past/company-past.ts'

export const contact = {
  name: 'Ann Bell',
  email: 'ann.bell@contoso.example',
  phone: '+33612345678',
  extension: '42',
  country: 'FR',
  language: 'fr-FR',
  primaryContactEmail: 'office@contoso.example',
  signInEmail: 'ada@contoso.example',
}

export const request = {
  id: 'request-1',
  kind: 'technical',
  phase: 'design',
  solution: 'hybrid',
  product: 'Azure Arc',
  title: 'One policy for all servers',
  description: 'Which design do you advise?',
  country: 'FR',
  language: 'fr-FR',
  phone: '+33612345678',
  extension: '7',
  timeZone: 'Europe/Paris',
} as const

const sponsorship = {
  id: 'request-2',
  kind: 'sponsorship',
  title: 'Azure sponsorship',
  description: '',
  agreement: 'pay-as-you-go',
} as const

/** The past of a company that has carried out nearly every command. */
export function companyHistory(by: Actor): Deed[] {
  const proven: Actor = { ...by, isRoleProven: true }
  const admin: Actor = { ...by, role: 'global-admin' }
  const former: Actor = { id: 'former/1', name: 'Fay', tenant: 'former' }
  return [
    [
      40,
      told(
        seller(300_000, {
          liveOfferSince: '2026-01-12',
          membership: 'yes',
          profiles: [
            { name: 'Contoso', listingClass: 'transact', billedSalesUsd: 300_000, offering: 'software' },
            { name: 'Contoso EU', listingClass: 'list', billedSalesUsd: 0, countedAs: 'byol' },
          ],
          solutionValueUsd: 12_000,
          teamsMau: 500,
        }),
      ),
      proven,
    ],
    [40, { type: 'RecordPortalVerdict', verdict: 'eligible' }, proven],
    [40, { ...assigned }, by],
    [39, { type: 'AssignContact', contact }, by],
    [30, activated('press-release-support'), by],
    [28, noted('press-release-support', 'contacted'), by],
    [20, activated('featured-blog'), by],
    [15, noted('featured-blog', 'completed'), by],
    [14, { type: 'RequestTechnicalHelp', request }, by],
    [14, { type: 'RequestTechnicalHelp', request: sponsorship }, by],
    [13, { type: 'RecordCaseNumber', request: 'request-1', caseNumber: 'TS-1234' }, by],
    [13, { type: 'RequestTechnicalHelp', request: { ...request, id: 'request-3' } }, by],
    [12, { type: 'RecordAnswer', request: 'request-3' }, by],
    [12, { type: 'AssociateTenant', tenant: 'fabrikam.example' }, admin],
    [11, { type: 'VerifyTenant', tenant: 'fabrikam.example' }, admin],
    [11, { type: 'AssociateTenant', tenant: 'tailspin.example' }, admin],
    [10, { type: 'FailTenant', tenant: 'tailspin.example', reason: 'guest' }, admin],
    [9, { type: 'AssociateTenant', tenant: '72f988bf-86f1-41af-91ab-2d7cd011db47' }, admin],
    [8, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }, by],
    [8, { type: 'ChangeProgram', to: 'marketplace-rewards-2024' }, by],
    [9, { type: 'NameTeam', members: [{ id: by.id, name: by.name }] }, by],
    [8, { type: 'InviteTenant', key: 'spent' }, by],
    [8, { type: 'AdmitTenant', invitation: 'spent' }, former],
    [8, { type: 'PartTenant', tenant: 'former' }, by],
    [7, activated('listing-optimization'), by],
  ]
}

const host = { tenant: 'contoso', invitation: 'spent' }

/** The past of a tenant that joined another company and left it. */
export const former: readonly Deed[] = [
  [8, { type: 'JoinCompany', host }],
  [8, { type: 'ReturnHome', host }],
]
