import { lifetime } from '../../core/time/lifetime.ts'
import type { Receipt } from '../../store/ports.ts'
import { part } from './keys.ts'

/** Delivered messages remembered per conversation; older cards are not replaced. */
export const mostRemembered = 20

/** Encodes receipts as script arguments: count, names in the outbox, lines to record. */
export function receiptArguments(receipts: readonly Receipt[], now: number): (string | number)[] {
  const named = receipts.flatMap(({ delivery, activityId }) =>
    activityId ? [`${now + lifetime.delivered} ${JSON.stringify([delivery, activityId])}`] : [],
  )
  return [receipts.length, ...receipts.map(({ delivery }) => part(delivery)), ...named]
}
