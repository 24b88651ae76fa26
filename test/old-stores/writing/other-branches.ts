import type { Script } from '../../guides/scripts.ts'
import { Voice } from '../../guides/voice.ts'
import type { Deed } from '../../support/past/company-past.ts'
import { request } from './company-history.ts'

const { clicks, types } = new Voice('en')
const tenant = 'fabrikam.onmicrosoft.com'
const begun: Deed = [5, { type: 'RequestTechnicalHelp', request }]
const named: Deed = [5, { type: 'NameTeam', members: [{ id: 'person-1', name: 'Ada' }] }]

const branch = (
  guide: string,
  past: readonly Deed[],
  steps: Script['steps'],
  records: Script['records'],
) => ({
  guide,
  past,
  steps,
  records,
  language: 'en' as const,
})

/** Branches of guides that the scripts do not take. */
export const otherBranches: readonly Script[] = [
  branch(
    'technical-help',
    [],
    [
      clicks('technical-help.name', 'technical-help.what'),
      clicks('technical-help.what.options.choice.sponsorship', 'technical-help.agreement'),
      clicks('technical-help.agreement.next', 'technical-help.interest', { choice: 'pay-as-you-go' }),
      clicks('technical-help.interest.options.choice.note', 'technical-help.noted'),
    ],
    ['TechnicalHelpRequested'],
  ),
  branch(
    'technical-help',
    [begun],
    [
      clicks('technical-help.name', 'technical-help.what'),
      clicks('technical-help.what.options.choice.case-number', 'technical-help.case'),
      clicks('technical-help.case.next', 'technical-help.case-noted', { caseNumber: 'TS-1' }),
    ],
    ['CaseNumberRecorded'],
  ),
  branch(
    'associate-tenant',
    [],
    [
      clicks('associate-tenant.name', 'role'),
      clicks('role.next', 'associate-tenant.checks', { choice: 'global-admin' }),
      clicks('associate-tenant.checks.next', 'associate-tenant.tenant', {
        account: 'pga',
        guest: 'no',
        tiedElsewhere: 'no',
      }),
      types({ en: tenant }, 'associate-tenant.summary'),
      clicks('associate-tenant.summary.confirm', 'associate-tenant.steps'),
      types({ en: 'done' }, 'associate-tenant.seen'),
      clicks('associate-tenant.seen.options.choice.no', 'associate-tenant.reason'),
      clicks(
        'associate-tenant.reason.next',
        'associate-tenant.receipts.guest',
        { choice: 'guest' },
        { tenant },
      ),
    ],
    ['TenantAssociated', 'TenantFailed'],
  ),
  branch(
    'rewards-team',
    [named],
    [
      types({ en: 'Who is on our team?' }, 'rewards-team.outside'),
      clicks('rewards-team.outside.options.choice.ask', 'rewards-team.asked'),
    ],
    ['TeamAsked'],
  ),
]
