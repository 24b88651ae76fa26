import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import type { World } from '../../engine/world.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import { isRuledOutBy, tierName } from './estimated.ts'
import { periodOf } from './period.ts'

const own = 'check-eligibility'
const barLength = 20

/**
 * Progress to the next tier: a share for clients with a progress bar, and a bar of characters for the others, heavy where it
 * is full and light where it is not.
 */
export function progressOf(world: World, result: Estimate, notes: Footnotes) {
  const { tier, next, countedUsd } = result
  if (!tier || isRuledOutBy(result, 'no-profiles')) return undefined
  const share = next ? countedUsd / next.tier.minimumUsd : 1
  const done = Math.max(Math.floor(share * barLength), countedUsd > 0 ? 1 : 0)
  const sources = notes.mark([tier.source, ...(next ? [next.tier.source] : [])])
  return {
    percent: Math.floor(share * 100),
    done: '━'.repeat(done),
    left: '─'.repeat(barLength - done),
    text: `${distanceOf(world, result)}${sources}`,
    reached: reachedBy(world, result),
  }
}

function distanceOf(world: World, { tier, next }: Estimate): string {
  const { translations } = world
  if (!next) return translations.t(`${own}.progress.top`)
  return translations.t(`${own}.progress.${tier?.unpublishedAbove ? 'next-published' : 'next'}`, {
    missing: translations.money(next.missingUsd),
    tier: tierName(world, next.tier),
  })
}

/** Share that was reached of what the next tier takes, where that is an amount. */
function reachedBy(world: World, { reachedBy, countedUsd, next }: Estimate): string {
  const { translations } = world
  const amount = translations.money(countedUsd)
  if (next && (reachedBy === 'billedSalesUsd' || reachedBy === 'solutionValueUsd'))
    return translations.t(`${own}.progress.of.${reachedBy}`, {
      amount,
      minimum: translations.money(next.tier.minimumUsd),
    })
  return translations.t(`${own}.reached-by.${reachedBy ?? 'nothing'}`, { amount, period: periodOf(world) })
}
