import {
  contact,
  guestTenant,
  mira,
  nia,
  odile,
  otherTenant,
  review,
} from '../../../support/past/asked-year.ts'
import { last, type Question, said } from './said.ts'

const phone = '+33 6 12 34 56 78'
const joined = last(['TenantAdmitted'], 'key of nia')
const neighbours = last(['TenantAdmitted'], 'key of uwe')
const reserved = said(['Only authorized people can see this'], ['Réservé aux personnes autorisées'])
const sharedWith = said(
  [
    'Other tenants that share your records: 2',
    guestTenant,
    nia.name,
    otherTenant,
    joined.on.en,
    neighbours.on.en,
  ],
  ['Autres locataires qui partagent vos données : 2', guestTenant, nia.name, otherTenant, joined.on.fr],
)
const whose = [mira.name, odile.name] as const
const notOne = said(
  [`Authorized: ${whose.join(' and ')}`, 'You aren’t one of them'],
  [`Personnes autorisées : ${whose.join(' et ')}`, 'Vous n’en faites pas partie'],
)

const ready = said(
  ['Ready to activate: 2', 'Concierge for software companies'],
  ['Prêts à être activés : 2', 'Concierge des éditeurs de logiciels'],
)

/** Answers that are not the same for everybody. */
export const aboutThemselves: readonly Question[] = [
  {
    answer: 'contact-phone',
    says: {
      member: said([`${contact.name}: ${phone}`, 'Brazilian'], [`${contact.name} : ${phone}`, 'brésilien']),
      colleague: reserved,
      guest: reserved,
    },
  },
  {
    // The guest has told a role that activates nothing.
    answer: 'benefits-open',
    says: {
      member: ready,
      colleague: ready,
      guest: said(['Nothing can be activated right now'], ['Rien ne peut être activé pour le moment']),
    },
  },
  {
    answer: 'due-for-me',
    says: {
      member: said(
        ['Next for you: Use the sponsorship allowance before it ends', 'Renew the enrollment'],
        ["Pour vous d'abord : Utiliser l'enveloppe de parrainage avant sa fin", "Renouveler l'inscription"],
      ),
      colleague: said(['Nothing is due for you'], ['Vous n’avez rien à faire']),
      guest: said(
        [`Next for you: ${review.title}: has Microsoft answered?`],
        [`Pour vous d’abord : ${review.title} : Microsoft a-t-il répondu ?`],
      ),
    },
  },
  {
    answer: 'authorized',
    says: {
      member: said(
        [`Authorized: ${whose.join(' and ')}`, 'You’re one of them'],
        [`Personnes autorisées : ${whose.join(' et ')}`, 'Vous en faites partie'],
      ),
      colleague: notOne,
      guest: notOne,
    },
  },
  {
    answer: 'my-role',
    says: {
      member: said(['Your role: Global admin'], ['Votre rôle : Administrateur général']),
      colleague: said(['You haven’t told me your role'], ['Vous ne m’avez pas dit votre rôle']),
      guest: said(['Your role: Account admin'], ['Votre rôle : Administrateur de compte']),
    },
  },
  {
    answer: 'other-tenants',
    says: {
      member: sharedWith,
      colleague: sharedWith,
      guest: said(
        ['Your tenant shares the records of tenant-1', joined.on.en],
        ['Votre locataire partage les données de tenant-1', joined.on.fr],
      ),
    },
  },
]
