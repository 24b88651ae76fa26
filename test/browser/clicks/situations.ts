import type { Situation } from '../../../src/core/program/program-vocabulary.ts'
import type { InEachLanguage, Person } from '../person.ts'

/** What the guides come to in a situation. */
interface Walk {
  readonly situation: Situation
  readonly headline: InEachLanguage
  /** Names the contact, else sees at most why not: companies on either path do as one whose page is missing. */
  readonly contact?: 'named' | 'refused'
  /** A benefit to activate. */
  readonly benefit?: InEachLanguage
  /** Card that asks about Azure sponsorship, once the agreement is known. */
  readonly sponsorship?: string
  readonly joining: string
}

const tier = {
  en: '$25K tier or higher, based on our estimate',
  fr: 'Palier des 25 000 $US ou plus, d’après notre estimation',
}

/** As a company goes through them. */
export const walks: readonly Walk[] = [
  { situation: 'page-missing', headline: tier, contact: 'named', joining: 'join-program.moved' },
  {
    situation: 'not-enrolled',
    headline: {
      en: 'Not eligible yet, based on our estimate',
      fr: 'Pas encore éligible, d’après notre estimation',
    },
    contact: 'refused',
    joining: 'join-program.conditions',
  },
  {
    situation: 'rewards',
    headline: { en: 'Estimated tier: Demand generation', fr: 'Palier estimé : Génération de la demande' },
    contact: 'named',
    benefit: { en: 'Press release support', fr: 'Aide au communiqué de presse' },
    sponsorship: 'technical-help.interest',
    joining: 'join-program.moved',
  },
  {
    situation: 'no-cost',
    headline: tier,
    benefit: { en: 'Marketplace go-to-market benefits', fr: 'Avantages de mise sur le marché' },
    sponsorship: 'technical-help.purpose',
    joining: 'join-program.current',
  },
  {
    situation: 'premium',
    headline: tier,
    benefit: { en: 'Engagement Manager', fr: 'Responsable d’engagement' },
    joining: 'join-program.current',
  },
]

/** Goes through the guides that depend on the program, as far as the situations differ there. */
export async function goesThroughGuides(robin: Person, walk: Walk): Promise<void> {
  robin.chapter = walk.situation
  const isFirst = walk === walks[0]
  await saysSituation(robin, walk)
  await estimates(robin, walk, isFirst)
  if (walk.contact) await namesContact(robin, walk, isFirst)
  await activates(robin, walk)
  await looksForHelp(robin, walk)
  await robin.asksFor('join-program')
  await robin.sees(walk.joining)
  await robin.asksFor('my-rewards')
  await robin.sees('my-rewards')
}

async function saysSituation(robin: Person, { situation }: Walk): Promise<void> {
  const ask = 'which-program.ask'
  await robin.chat.reload()
  await robin.startsOver()
  await robin.asksFor('which-program')
  await robin.sees(ask)
  await robin.chooses(`${ask}.labels.situation`, `${ask}.options.situation.${situation}`)
  await robin.presses(`${ask}.next`)
  await robin.sees('which-program.receipt')
}

async function estimates(robin: Person, { headline }: Walk, isFirst: boolean): Promise<void> {
  const [form, profiles] = ['check-eligibility.form', 'check-eligibility.profiles']
  const metrics = 'check-eligibility.metrics'
  await robin.asksFor('check-eligibility')
  if (isFirst) {
    await robin.sees(form)
    await robin.presses('common.options.yes')
  }
  await robin.sees(profiles)
  if (isFirst) {
    await robin.fills(profiles, { name: 'Fernhill Cloud', sales: '80k' })
    await robin.picks(`${profiles}.labels.pricing`, `${profiles}.options.pricing.transact`)
  }
  await robin.presses(`${profiles}.options.next.other-figures`)
  await robin.sees(metrics)
  if (isFirst) await robin.chooses(`${metrics}.labels.softwareDesignation`, 'common.options.no')
  await robin.presses(`${metrics}.next`)
  await robin.sees('check-eligibility.answer', { headline })
  await robin.presses('check-eligibility.answer.options.choice.later')
  await robin.sees('check-eligibility.later')
}

async function namesContact(robin: Person, { contact }: Walk, isFirst: boolean): Promise<void> {
  const form = 'assign-contact.form'
  await robin.asksFor('assign-contact')
  if (contact === 'refused') return robin.sees('obstacles.not-enrolled', {}, 'assign-contact.not-enrolled')
  if (isFirst) {
    await robin.sees('role')
    await robin.chooses('role.label', 'role.options.choice.global-admin')
    await robin.presses('role.next')
  }
  await robin.sees(form)
  if (isFirst) {
    await robin.fills(form, { name: 'Camille Perrin', email: 'camille@fernhill.example.com' })
    await robin.fills(form, { phone: '06 12 34 56 78' })
    await robin.picks(`${form}.labels.country`, 'France')
    await robin.picks(`${form}.labels.language`, { en: 'French (France)', fr: 'Français (France)' })
  }
  await robin.presses(`${form}.next`)
  if (isFirst) {
    await robin.sees('assign-contact.summary')
    await robin.presses('assign-contact.summary.confirm')
  }
  await robin.sees('assign-contact.steps')
  await robin.presses('assign-contact.steps.done')
  await robin.sees('assign-contact.receipt', { name: 'Camille Perrin' })
}

async function activates(robin: Person, { contact, benefit }: Walk): Promise<void> {
  const guide = 'activate-benefits'
  await robin.asksFor(guide)
  if (contact === 'refused') return robin.sees('obstacles.not-enrolled', {}, `${guide}.not-enrolled`)
  await robin.sees(`${guide}.choose`)
  if (!benefit) return
  await robin.ticks(benefit)
  await robin.presses(`${guide}.choose.next`)
  await robin.sees(`${guide}.summary`)
  await robin.presses(`${guide}.summary.confirm`)
  await robin.sees(`${guide}.steps`)
  await robin.presses(`${guide}.steps.done`)
  await robin.sees(`${guide}.receipt`)
}

async function looksForHelp(robin: Person, { sponsorship }: Walk): Promise<void> {
  const [what, agreement] = ['technical-help.what', 'technical-help.agreement']
  await robin.asksFor('technical-help')
  await robin.sees(what)
  if (!sponsorship) return
  await robin.presses(`${what}.options.choice.sponsorship`)
  await robin.sees(agreement)
  await robin.chooses(`${agreement}.label`, `${agreement}.options.choice.mca`)
  await robin.presses(`${agreement}.next`)
  await robin.sees(sponsorship)
}
