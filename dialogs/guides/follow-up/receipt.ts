import { open } from '../../engine/button-intent.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle, openBenefits } from '../../wording/benefit-words.ts'

/** What was noted of a benefit, the date that matters next, and the next things to do. */
export function followUpReceipt(world: World, id: string): Shown {
  const { translations, company } = world
  const state = company.benefits[id]?.state
  return {
    textValues: { benefit: benefitTitle(world, id), state: translations.t(`benefits.states.${state}`) },
    view: { lines: [translations.t(`follow-up.receipt.${state}`), ...nextDate(world, id)] },
    buttons: nextThings(world, id),
  }
}

function nextDate({ company, translations }: World, id: string): string[] {
  const record = company.benefits[id]
  if (!record || record.state === 'withdrawn') return []
  const what = record.state === 'completed' ? 'renewsOn' : 'expiresOn'
  const day = record[what]
  return day ? [translations.t(`benefits.dates.${what}`, { date: translations.date(day) })] : []
}

function nextThings({ company, translations }: World, id: string): Button[] {
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
