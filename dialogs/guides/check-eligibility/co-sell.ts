import type { World } from '../../engine/world.ts'
import { coSellWords } from '../../wording/co-sell-words.ts'
import type { Footnotes } from '../../wording/footnotes.ts'

/** Distance to Azure IP co-sell, with the sources of what is said; none where nothing is known of it. */
export function coSellLines(world: World, notes: Footnotes): string[] {
  const words = coSellWords(world)
  if (!words) return []
  const { distance, conditions, commitments, source, commitmentsSource, listing, listingSources } = words
  return [
    [
      `**${distance}**${notes.mark([source])} ${conditions}`,
      `${commitments}${notes.mark([commitmentsSource])}`,
      `${listing}${notes.mark(listingSources)}`,
    ].join(' '),
  ]
}
