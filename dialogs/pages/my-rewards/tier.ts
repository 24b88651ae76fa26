import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { tierName } from '../../wording/benefit-words.ts'
import type { Footnotes } from '../../wording/footnotes.ts'

/** Squares of a full bar. */
const length = 10

/** The estimated tier, and the way to the next one: a bar of full and empty squares, and the distance in words. */
export function tierView(
  world: CompanyView & Localization,
  reckoned: Estimate | undefined,
  notes: Footnotes,
) {
  const name = tierIn(world, reckoned)
  const sources = reckoned?.tier ? [world.program.rules.thresholds] : []
  if (!reckoned?.next) {
    const sure = reckoned?.tier ? world.translations.t('my-rewards.top') : ''
    return { name, done: '', left: '', note: `${sure}${notes.mark(sources)}` }
  }
  const { tier, missingUsd } = reckoned.next
  const filled = filledOf(tier.minimumUsd - missingUsd, tier.minimumUsd)
  const values = { tier: tierName(world, tier.id), missing: world.translations.money(missingUsd) }
  return {
    name,
    done: '■'.repeat(filled),
    left: '□'.repeat(length - filled),
    note: `${world.translations.t('my-rewards.to-next', values)}${notes.mark([...sources, tier.source])}`,
  }
}

/** Whatever counts fills a square; the last one stays empty until the whole is reached. */
const filledOf = (done: number, whole: number): number =>
  done > 0 ? Math.max(1, Math.min(length - 1, Math.round((length * done) / whole))) : 0

function tierIn(world: CompanyView & Localization, reckoned: Estimate | undefined): string {
  if (!reckoned) return world.translations.t('my-rewards.tier.not-yet')
  return reckoned.tier ? tierName(world, reckoned.tier.id) : world.translations.t('my-rewards.tier.none')
}
