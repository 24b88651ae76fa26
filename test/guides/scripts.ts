import { type Language, loadSpeeches, type Speech } from '../../locales/index.ts'
import type { CompanyEvent } from '../../src/core/company.ts'
import { localized } from '../../src/core/localized.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import { seller } from '../core/example.ts'
import type { Entries } from '../support/card-input.ts'
import { activated, assigned, type Deed, told } from '../support/company-past.ts'

/** One thing that a person does, and the heading of the card on which it ends. */
export type ScriptStep = { readonly sees: string } & (
  | { readonly says: string }
  | { readonly presses: string; readonly fills?: Entries }
)

/** How one person goes through one guide, by clicking and typing, to its receipt. Begins below the welcome. */
export interface Script {
  readonly guide: string
  readonly language: Language
  /** What the company has recorded before. */
  readonly past: readonly Deed[]
  readonly steps: readonly ScriptStep[]
  /** What the guide records, in order. */
  readonly records: readonly CompanyEvent['type'][]
}

type Story = Omit<Script, 'language'>
type Own = Readonly<Record<Language, string>>

const speeches = loadSpeeches()
const program = loadPrograms().default

/** The words of one language: those on the cards by their keys in locales/, those that are typed as they are. */
class Voice {
  readonly speech: Speech

  constructor(language: Language) {
    this.speech = speeches(language)
  }

  words = (key: string, values?: object) => this.speech.t(key, values)
  title = (section: string, values?: object) => this.words(`${section}.title`, values)
  own = (words: Own) => words[this.speech.language]
  benefit = (id: string) => {
    const found = program.benefits.find((each) => each.id === id)
    if (!found) throw new Error(`There is no benefit "${id}"`)
    return localized(found.title, this.speech.language)
  }

  /** Chooses the role that may do it, on the card that asks for it. */
  role = (choice: string, sees: string): ScriptStep => ({
    presses: this.words('role.next'),
    fills: { choice },
    sees: this.title(sees),
  })
}

const checkEligibility = ({ words, title, own }: Voice): Story => ({
  guide: 'check-eligibility',
  past: [],
  steps: [
    { presses: words('check-eligibility.name'), sees: title('check-eligibility.form') },
    {
      presses: words('check-eligibility.form.next'),
      fills: { program: program.id, enrolled: 'yes', liveOffer: 'yes' },
      sees: title('check-eligibility.profiles'),
    },
    {
      says: own({
        en: 'Contoso Cloud; Sold through Microsoft; 250k',
        fr: 'Contoso Cloud ; Vente par Microsoft ; 250k',
      }),
      sees: title('check-eligibility.profiles'),
    },
    {
      presses: words('check-eligibility.profiles.options.next.that-is-all'),
      sees: title('check-eligibility.metrics'),
    },
    {
      presses: words('check-eligibility.metrics.next'),
      fills: { solutionValueUsd: '12 000' },
      sees: title('check-eligibility.verdict'),
    },
    {
      presses: words('check-eligibility.verdict.options.choice.eligible'),
      sees: title('check-eligibility.eligible'),
    },
  ],
  records: ['EligibilityRecorded', 'PortalVerdictRecorded'],
})

const assignContact = ({ words, title, own, role }: Voice): Story => ({
  guide: 'assign-contact',
  past: [],
  steps: [
    {
      says: own({ en: 'who does Microsoft write to?', fr: 'à qui Microsoft doit-il écrire ?' }),
      sees: title('role'),
    },
    role('partner-admin', 'assign-contact.form'),
    { says: 'Ann Bell', sees: title('assign-contact.form') },
    {
      presses: words('assign-contact.form.next'),
      fills: {
        name: 'Ann Bell',
        email: 'ann.bell@contoso.com',
        country: 'FR',
        phone: '06 12 34 56 78',
        language: 'fr-FR',
        signInEmail: 'ada@contoso.com',
      },
      sees: title('assign-contact.summary'),
    },
    { presses: words('assign-contact.summary.confirm'), sees: title('assign-contact.steps') },
    {
      presses: words('assign-contact.steps.done'),
      sees: title('assign-contact.receipt', { name: 'Ann Bell' }),
    },
  ],
  records: ['ContactAssigned'],
})

const activateBenefits = ({ words, title, own, role }: Voice): Story => ({
  guide: 'activate-benefits',
  past: [
    [9, told(seller(30_000))],
    [9, assigned],
  ],
  steps: [
    { presses: words('activate-benefits.name'), sees: title('role') },
    role('partner-admin', 'activate-benefits.choose'),
    {
      presses: words('activate-benefits.choose.next'),
      fills: { benefits: ['listing-optimization', 'featured-blog'] },
      sees: title('activate-benefits.summary'),
    },
    { says: own({ en: 'yes', fr: 'oui' }), sees: title('activate-benefits.steps') },
    { presses: words('activate-benefits.steps.done'), sees: title('activate-benefits.receipt') },
  ],
  records: ['BenefitActivated', 'BenefitActivated'],
})

const followUp = ({ words, title, own, benefit }: Voice): Story => ({
  guide: 'follow-up',
  past: [
    [9, told(seller(30_000))],
    [9, assigned],
    [8, activated('listing-optimization')],
    [5, activated('featured-blog')],
  ],
  steps: [
    {
      says: own({ en: 'what became of our benefit?', fr: 'où en est notre avantage ?' }),
      sees: title('follow-up.choose'),
    },
    {
      presses: words('follow-up.choose.next'),
      fills: { choice: 'featured-blog' },
      sees: title('follow-up.news', { benefit: benefit('featured-blog') }),
    },
    {
      presses: words('follow-up.news.next'),
      fills: { choice: 'completed' },
      sees: title('follow-up.sure'),
    },
    {
      presses: words('follow-up.sure.confirm'),
      sees: title('follow-up.receipt', {
        benefit: benefit('featured-blog'),
        state: words('benefits.states.completed'),
      }),
    },
  ],
  records: ['BenefitUpdated'],
})

const technicalHelp = ({ words, title, own }: Voice): Story => ({
  guide: 'technical-help',
  past: [],
  steps: [
    { presses: words('technical-help.name'), sees: title('technical-help.what') },
    { presses: words('technical-help.what.options.choice.request'), sees: title('technical-help.need') },
    {
      presses: words('technical-help.need.next'),
      fills: {
        phase: 'design',
        solution: 'hybrid',
        product: 'Azure Arc',
        title: own({ en: 'One policy for all servers', fr: 'Une même règle pour tous' }),
        description: own({
          en: 'We manage 40 servers in two data centres.\nWhich design do you advise?',
          fr: 'Nous gérons 40 serveurs dans deux centres.\nQuelle architecture conseillez-vous ?',
        }),
      },
      sees: title('technical-help.reach'),
    },
    {
      presses: words('technical-help.reach.next'),
      fills: { country: 'FR', phone: '06 12 34 56 78', language: 'fr-FR' },
      sees: title('technical-help.summary'),
    },
    { presses: words('technical-help.summary.confirm'), sees: title('technical-help.steps') },
    { says: own({ en: 'done', fr: "c'est fait" }), sees: title('technical-help.receipt') },
  ],
  records: ['TechnicalHelpRequested'],
})

const associateTenant = ({ words, title, own, role }: Voice): Story => ({
  guide: 'associate-tenant',
  past: [],
  steps: [
    { presses: words('associate-tenant.name'), sees: title('role') },
    role('global-admin', 'associate-tenant.checks'),
    {
      presses: words('associate-tenant.checks.next'),
      fills: { account: 'pga', guest: 'no', tiedElsewhere: 'no' },
      sees: title('associate-tenant.tenant'),
    },
    { says: 'fabrikam.onmicrosoft.com', sees: title('associate-tenant.summary') },
    { presses: words('associate-tenant.summary.confirm'), sees: title('associate-tenant.steps') },
    { says: own({ en: 'done', fr: "c'est fait" }), sees: title('associate-tenant.seen') },
    {
      presses: words('associate-tenant.seen.options.choice.yes'),
      sees: title('associate-tenant.receipts.verified', { tenant: 'fabrikam.onmicrosoft.com' }),
    },
  ],
  records: ['TenantAssociated', 'TenantVerified'],
})

const programNotVisible = ({ words, title, own, role }: Voice): Story => ({
  guide: 'program-not-visible',
  past: [],
  steps: [
    { presses: words('program-not-visible.name'), sees: title('program-not-visible.start') },
    { presses: words('program-not-visible.start.questions'), sees: title('program-not-visible.account') },
    { presses: words('common.options.yes'), sees: title('role') },
    role('partner-admin', 'program-not-visible.tenant'),
    { says: own({ en: 'yes', fr: 'oui' }), sees: title('program-not-visible.enrolment') },
    { presses: words('common.options.yes'), sees: title('program-not-visible.live-offer') },
    { presses: words('common.options.yes'), sees: title('program-not-visible.vetting') },
    { presses: words('common.options.no'), sees: title('program-not-visible.findings.vetting') },
  ],
  records: ['PortalVerdictRecorded'],
})

const stories = [
  checkEligibility,
  assignContact,
  activateBenefits,
  followUp,
  technicalHelp,
  associateTenant,
  programNotVisible,
]

/** One way through each guide. */
export function scriptsIn(language: Language): Script[] {
  const voice = new Voice(language)
  return stories.map((story) => ({ ...story(voice), language }))
}
