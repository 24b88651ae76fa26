import { lifetime } from '../../core/time/lifetime.ts'
import type { Receipt } from '../../store/ports.ts'
import { part } from './keys.ts'

/** Cards further up the chat are not replaced any more; they answer as old ones. */
export const mostRemembered = 20

/** As the scripts take them: count, names in the outbox, and lines to remember. */
export function receiptArguments(receipts: readonly Receipt[], now: number): (string | number)[] {
  const named = receipts.flatMap(({ delivery, activityId }) =>
    activityId ? [`${now + lifetime.delivered} ${JSON.stringify([delivery, activityId])}`] : [],
  )
  return [receipts.length, ...receipts.map(({ delivery }) => part(delivery)), ...named]
}
