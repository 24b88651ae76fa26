import type { Delivery } from '../../core/conversation/conversation.ts'
import type { Codec } from '../../encryption/codec.ts'
import { documentKinds } from '../../store/documents.ts'
import { boundTo } from './keys.ts'

/** Decodes an outbox as listed by HGETALL (name, value, …), oldest first. Throws StoreError. */
export function deliveriesIn(codec: Codec, hash: readonly string[], key: string): Delivery[] {
  return messagesIn(hash)
    .sort((one, other) => one.number - other.number)
    .map(({ name, text }) => codec.decode(documentKinds.outboxEntry, text, boundTo(key, name)).delivery)
}

/** Lists an outbox's messages unordered and undecoded. */
export function messagesIn(hash: readonly string[]): { name: string; number: number; text: string }[] {
  return hash.flatMap((name, index) => {
    const value = hash[index + 1] ?? ''
    if (index % 2 === 1 || name === ' ') return []
    return [{ name, number: Number.parseInt(value, 10), text: value.slice(value.indexOf(' ') + 1) }]
  })
}
