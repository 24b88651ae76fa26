import { frontier } from '../../../core/example.ts'
import { contact, enrolledOn, profiles } from '../../../support/past/asked-year.ts'
import { dayOf, last, type Question, said, usd } from './said.ts'

const [first, second] = profiles
const sold = usd(first.billedSalesUsd + second.billedSalesUsd)
const named = last(['ContactAssigned', 'ContactChanged'])
const checked = last(['EligibilityRecorded'])
const enrolled = dayOf(enrolledOn)
const renewal = dayOf('2027-02-10')
const tierSeven = frontier.tiers.find(({ id }) => id === 'tier-7')?.minimumUsd ?? 0
const missing = usd(tierSeven - first.billedSalesUsd)

/** Answers about contact, program, tier and sales. */
export const aboutStanding: readonly Question[] = [
  {
    answer: 'contact',
    says: said(
      [`${contact.name} is your marketing contact`, contact.email, named.on.en],
      [`${contact.name} est votre contact marketing`, contact.email, named.on.fr],
    ),
  },
  {
    answer: 'contact-who-recorded',
    says: said(
      [`${named.who} recorded the contact`, named.on.en, contact.name],
      [`Le contact a été enregistré par ${named.who}`, named.on.fr, contact.name],
    ),
  },
  {
    answer: 'program',
    says: said(
      ['You’re enrolled on the no-cost path', 'Frontier Accelerate'],
      ['Votre inscription : parcours gratuit', 'Frontier Accelerate'],
    ),
  },
  {
    answer: 'stage',
    says: said(['Grow, by our reading', checked.on.en], ["Grow, d'après notre lecture", checked.on.fr]),
  },
  { answer: 'enrolled-on', says: said([`Enrolled on ${enrolled.en}`], [`Inscription le ${enrolled.fr}`]) },
  {
    answer: 'renewal-date',
    says: said([`Renew by ${renewal.en}`, 'in 80 days'], [`À renouveler d’ici le ${renewal.fr}`, '80 jours']),
  },
  {
    answer: 'tier',
    says: said(
      ['$100K tier or higher, based on our estimate', checked.on.en, sold.en],
      ["Palier des 100 000 $US ou plus, d'après notre estimation", checked.on.fr, sold.fr],
    ),
  },
  {
    answer: 'next-tier',
    says: said(
      [`${missing.en} more to Tier 7`, sold.en],
      [`Encore ${missing.fr} jusqu'à : Palier 7`, sold.fr],
    ),
  },
  {
    answer: 'sales',
    says: said(
      [`You reported ${sold.en} of billed sales`, checked.who, checked.on.en],
      [`Vous avez indiqué ${sold.fr} de ventes facturées`, checked.who, checked.on.fr],
    ),
  },
  {
    answer: 'profiles',
    says: said(
      ['Profiles that count: 1 of 2', `${first.name} · counts`, `${second.name} · doesn't count`],
      ['Profils qui comptent : 1 sur 2', `${first.name} · compte`, `${second.name} · ne compte pas`],
    ),
  },
  {
    answer: 'co-sell-distance',
    says: said(
      [`Revenue for Azure IP co-sell reached: ${sold.en} of $100,000 in billed sales`],
      [
        `Chiffre d’affaires pour la co-vente Azure IP atteint : ${sold.fr} sur 100 000 $US en ventes facturées`,
      ],
    ),
  },
  {
    answer: 'last-check',
    says: said(
      [`Last checked on ${checked.on.en}`, checked.who, sold.en],
      [`Dernière vérification le ${checked.on.fr}`, checked.who, sold.fr],
    ),
  },
]
