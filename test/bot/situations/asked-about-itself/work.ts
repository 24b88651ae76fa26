import { noon } from '../../../support/bot/rehearse.ts'
import {
  caseNumber,
  consultation,
  grant,
  log,
  review,
  sponsored,
  tom,
} from '../../../support/past/asked-year.ts'
import { daysAfter, last, type Question, said, usd } from './said.ts'

const press = last(['BenefitActivated'], 'press-release-support')
const blog = last(['BenefitActivated'], 'featured-blog')
const verified = last(['TenantVerified'], 'fabrikam.com')
const failed = last(['TenantFailed'], 'tailspin.com')
const asked = last(['TechnicalHelpRequested'], consultation.title)
const answeredOn = last(['RequestAnswered'], consultation.id)
const grantEnd = daysAfter(grant.from, 90)
const today = new Date(noon).toISOString()
const thisWeek = log.filter(({ at }) => Date.parse(at) > noon - 7 * 86_400_000).length

/** Answers about benefits, tasks, tenants, requests and what happened. */
export const aboutWork: readonly Question[] = [
  {
    answer: 'benefits-active',
    says: said(
      ['No benefits in progress', press.on.en, blog.on.en],
      ['Aucun avantage n’est en cours', press.on.fr, blog.on.fr],
    ),
  },
  {
    answer: 'benefit-state',
    naming: /press release|communiqué de presse/i,
    says: said(
      ['Press release support: completed', press.on.en],
      ['Aide au communiqué de presse : terminé', press.on.fr],
    ),
  },
  {
    answer: 'benefit-locked',
    naming: /engagement manager|communiqué de presse/i,
    says: said(
      ['Engagement Manager: locked for you now', 'Premium'],
      ['Aide au communiqué de presse : terminé', press.on.fr],
    ),
  },
  {
    answer: 'benefit-expiry',
    says: said(
      ['No expiry date is known', press.on.en],
      ['Aucune date d’expiration n’est connue', press.on.fr],
    ),
  },
  {
    answer: 'due',
    says: said(
      [`Next: ${review.title}: has Microsoft answered?`],
      [`À faire d’abord : ${review.title} : Microsoft a-t-il répondu ?`],
    ),
  },
  {
    answer: 'due-this-month',
    says: said(
      [`Due by ${daysAfter(today, 30).en}: 2`, review.title],
      [`D’ici le ${daysAfter(today, 30).fr} : 2`, review.title],
    ),
  },
  {
    answer: 'tenants',
    says: said(
      ['Tenants recorded: 2, verified: 1', `tailspin.com · Failed on ${failed.on.en}`, verified.on.en],
      ['Locataires enregistrés : 2, vérifiés : 1', `tailspin.com · Échec le ${failed.on.fr}`, verified.on.fr],
    ),
  },
  {
    answer: 'tenant-state',
    naming: /fabrikam\.com/i,
    says: said(['fabrikam.com: verified', verified.on.en], ['fabrikam.com : vérifié', verified.on.fr]),
  },
  {
    answer: 'requests',
    says: said(
      ['Requests: 3, open: 2', `${review.title} · Asked on`, asked.on.en, caseNumber, answeredOn.on.en],
      ['Demandes : 3, ouvertes : 2', `${review.title} · Demande du`, asked.on.fr, caseNumber],
    ),
  },
  {
    answer: 'case-numbers',
    says: said(
      [`Case number ${caseNumber}`, consultation.title],
      [`Dossier ${caseNumber}`, consultation.title],
    ),
  },
  {
    answer: 'sponsorship',
    says: said(
      [`${sponsored.title}: granted`, `${usd(grant.amountUsd).en} granted`, grantEnd.en],
      [`${sponsored.title} : accordée`, `${usd(grant.amountUsd).fr} accordés`, grantEnd.fr],
    ),
  },
  {
    answer: 'sponsorship-end',
    says: said(
      [`Your sponsorship ends on ${grantEnd.en}`, sponsored.title],
      [`Votre parrainage se termine le ${grantEnd.fr}`, sponsored.title],
    ),
  },
  {
    answer: 'history-week',
    says: said(
      [`Recorded in the last 7 days: ${thisWeek}`, `${tom.name} · ${answeredOn.on.en}`, 'tailspin.com'],
      [
        `Enregistré dans les 7 derniers jours : ${thisWeek}`,
        `${tom.name} · ${answeredOn.on.fr}`,
        'tailspin.com',
      ],
    ),
  },
  {
    answer: 'who-did',
    naming: /activated.*press release|activé.*communiqué/i,
    says: said(
      [`${press.who}, on ${press.on.en}`, 'Press release support: activated'],
      [`${press.who}, le ${press.on.fr}`, 'Aide au communiqué de presse : activé'],
    ),
  },
]
