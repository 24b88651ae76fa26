import type { Delivery } from '../../core/conversation.ts'
import { decode, documentKinds } from '../../documents.ts'

/** The messages of an outbox as Redis lists a hash: name, value, name, value. Oldest first. Throws StoreError. */
export function deliveriesIn(hash: readonly string[], key: string): Delivery[] {
  return hash
    .filter((_, index) => index % 2 === 1 && hash[index - 1] !== ' ')
    .map((value) => ({ number: Number.parseInt(value, 10), text: value.slice(value.indexOf(' ') + 1) }))
    .sort((one, other) => one.number - other.number)
    .map(({ text }) => decode(documentKinds.outboxEntry, text, key).delivery)
}
