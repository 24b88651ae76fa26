import { open } from '../../engine/button-intent.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { benefitTitle, openBenefits } from '../../wording/benefit-words.ts'

/** Recorded state of a benefit, its next date and next steps. */
export function followUpReceipt(world: CompanyView & Localization, id: string): Shown {
  const { translations, company } = world
  const state = company.benefits[id]?.state
  return {
    textValues: { benefit: benefitTitle(world, id), state: translations.t(`benefits.states.${state}`) },
    view: { lines: [translations.t(`follow-up.receipt.${state}`), ...nextDate(world, id)] },
    buttons: nextThings(world, id),
  }
}

function nextDate({ company, translations }: CompanyView & Localization, id: string): string[] {
  const record = company.benefits[id]
  if (!record || record.state === 'withdrawn') return []
  const what = record.state === 'completed' ? 'renewsOn' : 'expiresOn'
  const day = record[what]
  return day ? [translations.t(`benefits.dates.${what}`, { date: translations.date(day) })] : []
}

function nextThings({ company, translations }: CompanyView & Localization, id: string): Button[] {
  const isAnother = openBenefits(company).some(([benefit]) => benefit !== id)
  const isWithdrawn = company.benefits[id]?.state === 'withdrawn'
  return [
    ...(isAnother ? [{ title: translations.t('follow-up.another'), intent: open('follow-up') }] : []),
    ...(isWithdrawn
      ? [{ title: translations.t('activate-benefits.name'), intent: open('activate-benefits') }]
      : []),
    { title: translations.t('my-rewards.name'), intent: open('my-rewards') },
  ]
}
