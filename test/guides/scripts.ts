import type { Language } from '../../locales/index.ts'
import type { CompanyEvent } from '../../src/core/company/company-event.ts'
import { writeJoinCode } from '../../src/core/sharing/join-code.ts'
import { localized } from '../../src/core/text/localized.ts'
import { sha256 } from '../../src/sha256.ts'
import { rewards, seller } from '../core/example.ts'
import { activated, assigned, type Deed, inRewards, told } from '../support/past/company-past.ts'
import { scriptFiles, spoken } from './script-files.ts'
import { type ScriptStep, Voice } from './voice.ts'

/** Script of one guide, by clicks and typed lines, from the welcome to the receipt. */
export interface Script {
  readonly guide: string
  readonly language: Language
  /** Earlier records of the company. */
  readonly past: readonly Deed[]
  /** Records of other companies. */
  readonly elsewhere?: readonly { readonly tenant: string; readonly past: readonly Deed[] }[]
  readonly steps: readonly ScriptStep[]
  /** Events of the guide, in order. */
  readonly records: readonly CompanyEvent['type'][]
}

type Story = Omit<Script, 'language'>

const yes = { en: 'yes', fr: 'oui' }
const done = { en: 'done', fr: "c'est fait" }

const checkEligibility = ({ clicks, types, own }: Voice): Story => ({
  guide: 'check-eligibility',
  past: [],
  steps: [
    clicks('check-eligibility.name', 'which-program.ask'),
    clicks('which-program.ask.next', 'check-eligibility.form', { situation: 'rewards' }),
    clicks('common.options.yes', 'check-eligibility.profiles'),
    types(
      { en: 'Contoso; Sold through Microsoft; 250k', fr: 'Contoso ; Vente par Microsoft ; 250k' },
      'check-eligibility.profiles',
    ),
    clicks('check-eligibility.profiles.options.next.other-figures', 'check-eligibility.metrics'),
    clicks(
      'check-eligibility.metrics.next',
      'check-eligibility.answer',
      { solutionValueUsd: '12 000' },
      { headline: own({ en: 'Estimated tier: Co-sell', fr: 'Palier estimé\u00a0: Co-vente' }) },
    ),
    clicks('check-eligibility.answer.options.choice.eligible', 'check-eligibility.eligible'),
  ],
  records: ['ProgramChanged', 'EnrollmentRecorded', 'EligibilityRecorded', 'PortalVerdictRecorded'],
})

const assignContact = ({ clicks, types }: Voice): Story => ({
  guide: 'assign-contact',
  past: [[9, inRewards]],
  steps: [
    types({ en: 'Marketing contact, please', fr: 'Contact marketing, svp' }, 'role'),
    clicks('role.next', 'assign-contact.form', { choice: 'partner-admin' }),
    types({ en: 'Ann Bell', fr: 'Ann Bell' }, 'assign-contact.form'),
    clicks('assign-contact.form.next', 'assign-contact.summary', {
      name: 'Ann Bell',
      email: 'ann.bell@contoso.com',
      country: 'FR',
      phone: '06 12 34 56 78',
      language: 'fr-FR',
      signInEmail: 'ada@contoso.com',
    }),
    clicks('assign-contact.summary.confirm', 'assign-contact.steps'),
    clicks('assign-contact.steps.done', 'assign-contact.receipt', {}, { name: 'Ann Bell' }),
  ],
  records: ['ContactAssigned'],
})

const activateBenefits = ({ clicks, types }: Voice): Story => ({
  guide: 'activate-benefits',
  past: [
    [9, told(seller(30_000))],
    [9, assigned],
  ],
  steps: [
    clicks('activate-benefits.name', 'role'),
    clicks('role.next', 'activate-benefits.choose', { choice: 'partner-admin' }),
    clicks('activate-benefits.choose.next', 'activate-benefits.summary', {
      benefits: ['listing-optimization', 'featured-blog'],
    }),
    types(yes, 'activate-benefits.steps'),
    clicks('activate-benefits.steps.done', 'activate-benefits.receipt', {
      activated: ['listing-optimization', 'featured-blog'],
    }),
  ],
  records: ['BenefitActivated', 'BenefitActivated'],
})

const followUp = ({ clicks, types, words, language }: Voice): Story => {
  const featured = rewards.benefits.find(({ id }) => id === 'featured-blog')
  const benefit = featured && localized(featured.title, language)
  return {
    guide: 'follow-up',
    past: [
      [9, told(seller(30_000))],
      [9, assigned],
      [8, activated('listing-optimization')],
      [5, activated('featured-blog')],
    ],
    steps: [
      types({ en: 'Follow up!', fr: 'Suivi d’un avantage' }, 'follow-up.choose'),
      clicks('follow-up.choose.next', 'follow-up.news', { choice: 'featured-blog' }, { benefit }),
      clicks('follow-up.news.options.choice.completed', 'follow-up.sure'),
      clicks(
        'follow-up.sure.confirm',
        'follow-up.receipt',
        {},
        { benefit, state: words('benefits.states.completed') },
      ),
    ],
    records: ['BenefitUpdated'],
  }
}

const technicalHelp = ({ clicks, types, own }: Voice): Story => ({
  guide: 'technical-help',
  past: [[9, inRewards]],
  steps: [
    clicks('technical-help.name', 'technical-help.what'),
    clicks('technical-help.what.options.choice.request', 'technical-help.need'),
    clicks('technical-help.need.next', 'technical-help.reach', {
      phase: 'design',
      solution: 'hybrid',
      product: 'Azure Arc',
      title: own({ en: 'One policy for all servers', fr: 'Une même règle pour tous' }),
      description: own({
        en: 'We manage 40 servers in two data centres.\nWhich design do you advise?',
        fr: 'Nous gérons 40 serveurs dans deux centres.\nQuelle architecture conseillez-vous ?',
      }),
    }),
    clicks('technical-help.reach.next', 'technical-help.summary', {
      country: 'FR',
      phone: '06 12 34 56 78',
      language: 'fr-FR',
    }),
    clicks('technical-help.summary.confirm', 'technical-help.steps'),
    types(done, 'technical-help.receipt'),
  ],
  records: ['TechnicalHelpRequested'],
})

const tenant = 'fabrikam.onmicrosoft.com'

const associateTenant = ({ clicks, types }: Voice): Story => ({
  guide: 'associate-tenant',
  past: [],
  steps: [
    clicks('associate-tenant.name', 'role'),
    clicks('role.next', 'associate-tenant.checks', { choice: 'global-admin' }),
    clicks('associate-tenant.checks.next', 'associate-tenant.tenant', {
      account: 'pga',
      guest: 'no',
      tiedElsewhere: 'no',
    }),
    types({ en: tenant, fr: tenant }, 'associate-tenant.summary'),
    clicks('associate-tenant.summary.confirm', 'associate-tenant.steps'),
    types(done, 'associate-tenant.seen'),
    clicks('associate-tenant.seen.options.choice.yes', 'associate-tenant.receipts.verified', {}, { tenant }),
  ],
  records: ['TenantAssociated', 'TenantVerified'],
})

const programNotVisible = ({ clicks, types }: Voice): Story => ({
  guide: 'program-not-visible',
  past: [[9, inRewards]],
  steps: [
    clicks('program-not-visible.name', 'program-not-visible.start'),
    clicks('program-not-visible.start.questions', 'program-not-visible.account'),
    clicks('common.options.yes', 'role'),
    clicks('role.next', 'program-not-visible.tenant', { choice: 'partner-admin' }),
    types(yes, 'program-not-visible.enrolment'),
    clicks('common.options.yes', 'program-not-visible.live-offer'),
    clicks('common.options.yes', 'program-not-visible.vetting'),
    clicks('common.options.no', 'program-not-visible.findings.vetting'),
  ],
  records: ['PortalVerdictRecorded'],
})

const reminderSettings = ({ clicks, types }: Voice): Story => ({
  guide: 'reminder-settings',
  past: [],
  steps: [
    types({ en: 'Quiet hours', fr: 'Heures calmes' }, 'reminder-settings.zone'),
    clicks('reminder-settings.zone.next', 'reminder-settings.hours', { zone: 'UTC', other: 'Tokyo' }),
    clicks('reminder-settings.hours.next', 'reminder-settings.summary', {
      from: '08:00',
      until: '12:00',
      days: ['1', '2', '4'],
    }),
    types(yes, 'reminder-settings.receipt'),
  ],
  records: [],
})

const joinCompany = ({ clicks, types, language }: Voice): Story => {
  const code = { tenant: `head-office-${language}`, key: '5ba4d0b6-4b9c-4f0e-9d3f-0c7a3a7be001' }
  const pasted = writeJoinCode(code)
  return {
    guide: 'join-company',
    past: [],
    elsewhere: [
      {
        tenant: code.tenant,
        past: [
          [3, { type: 'NameTeam', members: [{ id: 'person-1', name: 'Ada' }] }],
          // Good for an hour of tomorrow, and until then.
          [-1, { type: 'InviteTenant', key: sha256(code.key) }],
        ],
      },
    ],
    steps: [
      types({ en: 'Enter a code', fr: 'Saisir un code' }, 'join-company.code'),
      types({ en: pasted, fr: pasted }, 'join-company.summary'),
      clicks('join-company.summary.confirm', 'join-company.receipt'),
    ],
    records: ['CompanyJoined'],
  }
}

const authorizedPeople = ({ clicks, types }: Voice): Story => ({
  guide: 'rewards-team',
  past: [],
  steps: [
    types({ en: 'Who is on our team?', fr: 'Qui fait partie de l’équipe ?' }, 'rewards-team.choose'),
    clicks('rewards-team.choose.next', 'rewards-team.summary'),
    types(yes, 'rewards-team.receipt'),
  ],
  records: ['TeamNamed'],
})

const stories = [
  checkEligibility,
  assignContact,
  activateBenefits,
  followUp,
  technicalHelp,
  associateTenant,
  programNotVisible,
  reminderSettings,
  joinCompany,
  authorizedPeople,
]

/** One way through each guide; those without a past may have it in `script.json` of their folder. */
export function scriptsIn(language: Language): Script[] {
  const voice = new Voice(language)
  const written = stories.map((story) => ({ ...story(voice), language }))
  return [...written, ...scriptFiles().map((file) => spoken(file, voice))]
}
