import type { Button, Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { benefitTitle, openBenefits } from '../../wording/benefit-words.ts'

/** What was noted of a benefit, the date that matters next, and the next things to do. */
export function followUpReceipt(world: World, id: string): Shown {
  const { speech, company } = world
  const state = company.benefits[id]?.state
  return {
    says: { benefit: benefitTitle(world, id), state: speech.t(`benefits.states.${state}`) },
    view: { lines: [speech.t(`follow-up.receipt.${state}`), ...nextDate(world, id)] },
    buttons: nextThings(world, id),
  }
}

function nextDate({ company, speech }: World, id: string): string[] {
  const record = company.benefits[id]
  if (!record || record.state === 'withdrawn') return []
  const what = record.state === 'completed' ? 'renewsOn' : 'expiresOn'
  const day = record[what]
  return day ? [speech.t(`benefits.dates.${what}`, { date: speech.date(day) })] : []
}

function nextThings({ company, speech }: World, id: string): Button[] {
  const isAnother = openBenefits(company).some(([benefit]) => benefit !== id)
  const isWithdrawn = company.benefits[id]?.state === 'withdrawn'
  return [
    ...(isAnother ? [{ title: speech.t('follow-up.another'), run: 'follow-up' }] : []),
    ...(isWithdrawn ? [{ title: speech.t('activate-benefits.name'), run: 'activate-benefits' }] : []),
    { title: speech.t('my-rewards.name'), run: 'my-rewards' },
  ]
}
