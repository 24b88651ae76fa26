import type { InEachLanguage, Person } from '../person.ts'

/** Words that are typed, or the button that is pressed. */
type Deed = InEachLanguage | { readonly presses: string }
type Values = Readonly<Record<string, InEachLanguage>>

/** A step: what is asked there, unless nothing, and what leads on from it. */
interface Step {
  readonly at: string
  readonly values?: Values
  readonly asks?: keyof typeof questions
  readonly does: readonly Deed[]
}

/** A guide with questions in the middle of it. */
interface Talk {
  readonly guide: string
  readonly steps: readonly Step[]
  /** Card that it comes to. */
  readonly ends: string
  readonly values?: Values
}

/** Questions by the answer that they get. */
const questions = {
  'answers.ids.pga-pla': {
    en: 'what is the difference between the global account and the location account?',
    fr: 'quelle est la différence entre le compte global et le compte d’emplacement ?',
  },
  'answers.bot.official': { en: 'are you from Microsoft?', fr: 'es-tu un outil officiel de Microsoft ?' },
  'answers.program.co-sell': { en: 'what is co-sell?', fr: 'c’est quoi le co-sell ?' },
  'answers.bot.colleagues': {
    en: 'can my colleagues use you too?',
    fr: 'mes collègues peuvent-ils t’utiliser aussi ?',
  },
  'answers.contact.shared-mailbox': {
    en: 'can a shared mailbox be the contact?',
    fr: 'une boîte partagée peut-elle être le contact ?',
  },
  'answers.terms.macc': { en: 'what does MACC mean?', fr: 'que veut dire MACC ?' },
  'answers.privacy.password': { en: 'do you need my password?', fr: 'tu as besoin de mon mot de passe ?' },
  'answers.ids.publisher-id': {
    en: 'where do I find our publisher ID?',
    fr: 'où trouver notre ID d’éditeur ?',
  },
} as const satisfies Readonly<Record<string, InEachLanguage>>

const yes = { en: 'yes', fr: 'oui' }
const done = { en: 'done', fr: 'c’est fait' }
const cancel = { en: 'cancel', fr: 'annuler' }
const release = { en: 'Press release support', fr: 'Aide au communiqué de presse' }

/** Ten conversations: the company of one person goes through them in this order. */
export const talks: readonly Talk[] = [
  {
    guide: 'which-program',
    steps: [{ at: 'which-program.ask', asks: 'answers.program.co-sell', does: ['3'] }],
    ends: 'which-program.receipt',
  },
  {
    guide: 'check-eligibility',
    steps: [
      { at: 'check-eligibility.form', asks: 'answers.bot.official', does: [yes] },
      {
        at: 'check-eligibility.profiles',
        asks: 'answers.ids.publisher-id',
        does: [
          { en: 'Contoso; Sold through Microsoft; 250k', fr: 'Contoso ; Vente par Microsoft ; 250k' },
          { presses: 'check-eligibility.profiles.options.next.that-is-all' },
        ],
      },
      {
        at: 'check-eligibility.answer',
        values: { headline: { en: 'Estimated tier: Co-sell', fr: 'Palier estimé : Co-vente' } },
        asks: 'answers.program.co-sell',
        does: ['later'],
      },
    ],
    ends: 'check-eligibility.later',
  },
  {
    guide: 'assign-contact',
    steps: [
      { at: 'role', asks: 'answers.ids.pga-pla', does: ['global-admin'] },
      { at: 'assign-contact.form', asks: 'answers.bot.colleagues', does: ['Ann Bell'] },
      {
        at: 'assign-contact.form',
        asks: 'answers.contact.shared-mailbox',
        does: ['ann@contoso.com', '+33 6 12 34 56 78'],
      },
      { at: 'assign-contact.summary', asks: 'answers.privacy.password', does: [yes] },
      { at: 'assign-contact.steps', asks: 'answers.ids.pga-pla', does: [done] },
    ],
    ends: 'assign-contact.receipt',
    values: { name: 'Ann Bell' },
  },
  {
    guide: 'activate-benefits',
    steps: [
      { at: 'activate-benefits.choose', asks: 'answers.program.co-sell', does: [release] },
      { at: 'activate-benefits.summary', asks: 'answers.bot.official', does: [yes] },
      { at: 'activate-benefits.steps', asks: 'answers.ids.publisher-id', does: [done] },
    ],
    ends: 'activate-benefits.receipt',
  },
  {
    guide: 'follow-up',
    steps: [
      {
        at: 'follow-up.news',
        values: { benefit: release },
        asks: 'answers.contact.shared-mailbox',
        does: [cancel],
      },
    ],
    ends: 'cancelled',
  },
  {
    guide: 'technical-help',
    steps: [
      { at: 'technical-help.what', asks: 'answers.terms.macc', does: ['1'] },
      {
        at: 'technical-help.need',
        asks: 'answers.bot.official',
        does: ['design', 'hybrid', 'Azure Arc', 'One policy for all servers'],
      },
      {
        at: 'technical-help.need',
        asks: 'answers.privacy.password',
        does: ['We manage 40 servers in two data centres. Which design is right?'],
      },
      {
        at: 'technical-help.reach',
        asks: 'answers.bot.colleagues',
        does: [{ en: 'Country or region: France', fr: 'Pays ou région : France' }, '+33 6 12 34 56 78'],
      },
      { at: 'technical-help.summary', asks: 'answers.program.co-sell', does: [yes] },
      { at: 'technical-help.steps', asks: 'answers.ids.pga-pla', does: [done] },
    ],
    ends: 'technical-help.receipt',
  },
  {
    guide: 'associate-tenant',
    steps: [
      { at: 'associate-tenant.checks', asks: 'answers.ids.pga-pla', does: ['pga', 'no', 'no'] },
      { at: 'associate-tenant.tenant', asks: 'answers.privacy.password', does: ['fabrikam.com'] },
      { at: 'associate-tenant.summary', does: [yes] },
      { at: 'associate-tenant.steps', asks: 'answers.terms.macc', does: [done] },
      { at: 'associate-tenant.seen', asks: 'answers.bot.official', does: ['later'] },
    ],
    ends: 'associate-tenant.receipts.later',
    values: { tenant: 'fabrikam.com' },
  },
  {
    guide: 'program-not-visible',
    steps: [
      {
        at: 'program-not-visible.start',
        asks: 'answers.ids.publisher-id',
        does: [{ presses: 'program-not-visible.start.questions' }],
      },
      { at: 'program-not-visible.account', asks: 'answers.ids.pga-pla', does: [cancel] },
    ],
    ends: 'cancelled',
  },
  {
    guide: 'reminder-settings',
    steps: [
      { at: 'reminder-settings.zone', asks: 'answers.bot.colleagues', does: ['Tokyo'] },
      {
        at: 'reminder-settings.hours',
        asks: 'answers.bot.official',
        does: [{ presses: 'reminder-settings.hours.next' }],
      },
      { at: 'reminder-settings.summary', asks: 'answers.privacy.password', does: [yes] },
    ],
    ends: 'reminder-settings.receipt',
  },
  {
    guide: 'rewards-team',
    steps: [
      {
        at: 'rewards-team.choose',
        asks: 'answers.bot.colleagues',
        does: [{ presses: 'rewards-team.choose.next' }],
      },
      { at: 'rewards-team.summary', asks: 'answers.bot.official', does: [yes] },
    ],
    ends: 'rewards-team.receipt',
  },
]

/** Goes through a guide, asks at its steps, and sees each step again after the answer. */
export async function asksInTheMiddle(robin: Person, { guide, steps, ends, values }: Talk): Promise<void> {
  await robin.asksFor(guide)
  for (const [index, step] of steps.entries()) {
    // The same card once more is a new one.
    if (step.at === steps[index - 1]?.at) await robin.sees(step.at, step.values)
    else await robin.comesTo(step.at, step.values)
    await goesOn(robin, guide, step)
  }
  await robin.comesTo(ends, values)
}

async function goesOn(robin: Person, guide: string, { at, values, asks, does }: Step): Promise<void> {
  if (asks) {
    await robin.says(questions[asks])
    await robin.sees(asks)
    await robin.hears('common.back-to', { guide: robin.translations.t(`${guide}.name`) })
    await robin.sees(at, values)
  }
  for (const [index, deed] of does.entries()) {
    if (index > 0) await robin.sees(at, values)
    if (typeof deed === 'object' && 'presses' in deed) await robin.presses(deed.presses)
    else await robin.says(deed)
  }
}
