import type { Person } from '../person.ts'
import { saysProgram } from './which-program.ts'

const pressRelease = { en: 'Press release support', fr: 'Aide au communiqué de presse' }

export async function isToldWhatIsInTheWay(robin: Person): Promise<void> {
  await robin.opens('activate-benefits')
  await saysProgram(robin)
  await robin.sees('role')
  await robin.chooses('role.label', 'role.options.choice.account-admin')
  await robin.presses('role.next')
  await robin.sees('obstacles.role')
  await robin.opens('activate-benefits')
  await robin.sees('role', {}, 'role.again')
  await robin.chooses('role.label', 'role.options.choice.partner-admin')
  await robin.presses('role.next')
  await robin.sees('obstacles.no-estimate')
  await robin.startsOver()
}

export async function activatesBenefits(robin: Person): Promise<void> {
  await robin.opens('activate-benefits')
  await robin.sees('activate-benefits.choose')
  await robin.ticks({ en: 'Listing optimization', fr: 'Optimisation de la fiche' })
  await robin.ticks(pressRelease)
  await robin.presses('activate-benefits.choose.next')
  await robin.sees('activate-benefits.summary')
  await robin.presses('activate-benefits.summary.confirm')
  await robin.sees('activate-benefits.steps')
  await robin.presses('activate-benefits.steps.done')
  await robin.sees('activate-benefits.receipt')
}

export async function saysThatNobodyWrote(robin: Person): Promise<void> {
  await robin.says({
    en: 'nobody contacted us about our benefit',
    fr: "personne ne nous a contactés au sujet de l'avantage",
  })
  await robin.sees('follow-up.choose')
  await robin.chooses('follow-up.choose.label', {
    en: 'Listing optimization · waiting for Microsoft',
    fr: 'Optimisation de la fiche · en attente de Microsoft',
  })
  await robin.presses('follow-up.choose.next')
  await robin.sees('follow-up.news', {
    benefit: { en: 'Listing optimization', fr: 'Optimisation de la fiche' },
  })
  await robin.presses('follow-up.news.options.choice.nothing')
  await robin.sees('follow-up.nothing-heard.early')
}

export async function saysThatItIsCompleted(robin: Person): Promise<void> {
  await robin.says({ en: 'follow up a benefit', fr: "suivi d'un avantage" })
  await robin.sees('follow-up.choose')
  await robin.chooses('follow-up.choose.label', {
    en: 'Press release support · waiting for Microsoft',
    fr: 'Aide au communiqué de presse · en attente de Microsoft',
  })
  await robin.presses('follow-up.choose.next')
  await robin.sees('follow-up.news', { benefit: pressRelease })
  await robin.presses('follow-up.news.options.choice.completed')
  await robin.sees('follow-up.sure')
  await robin.presses('follow-up.sure.confirm')
  await robin.sees('follow-up.receipt', {
    benefit: pressRelease,
    state: { en: 'completed', fr: 'terminé' },
  })
}
