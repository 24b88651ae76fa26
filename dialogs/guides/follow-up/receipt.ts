import { open } from '../../engine/button-intent.ts'
import type { NamedSource } from '../../engine/citation.ts'
import type { Button, Shown } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { benefitTitle, openBenefits } from '../../wording/benefit-words.ts'
import { dateSource } from '../../wording/certainty.ts'

/** Recorded state of a benefit, its next date and next steps. */
export function followUpReceipt(world: CompanyView & Localization, id: string): Shown {
  const { translations, company } = world
  const state = company.benefits[id]?.state
  const { line, sources } = nextDate(world, id)
  return {
    textValues: { benefit: benefitTitle(world, id), state: translations.t(`benefits.states.${state}`) },
    view: { lines: [translations.t(`follow-up.receipt.${state}`), ...line] },
    sources,
    buttons: nextThings(world, id),
  }
}

/** The next date of a benefit, if it has one, and its source. */
function nextDate(world: CompanyView & Localization, id: string): { line: string[]; sources: NamedSource[] } {
  const { company, translations } = world
  const record = company.benefits[id]
  const what = record?.state === 'completed' ? 'renewsOn' : 'expiresOn'
  const day = record?.state === 'withdrawn' ? undefined : record?.[what]
  if (!day) return { line: [], sources: [] }
  const line = translations.t(`benefits.dates.${what}`, { date: translations.date(day) })
  return { line: [line], sources: [dateSource(world, id, what)] }
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
