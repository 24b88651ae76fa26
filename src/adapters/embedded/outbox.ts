import { z } from 'zod'
import type { Delivery } from '../../core/conversation.ts'
import { decode, documentKinds } from '../../documents.ts'
import type { Receipt } from '../../ports.ts'
import { type Database, readEntry, writeEntry } from './database.ts'
import { keys, lifetime } from './keys.ts'
import { readNumbered } from './numbered-entries.ts'

/** Inside a write transaction: takes a message out of the outbox and remembers the channel's id of it. */
export function acknowledgeDelivery(
  database: Database,
  conversation: string,
  { delivery, activityId }: Receipt,
  now: number,
): void {
  const pendingKey = keys.pending(conversation, delivery)
  const pending = readEntry(database, pendingKey, now)
  if (pending) {
    database.removeSync(keys.outbox(Number(pending.text)))
    database.removeSync(pendingKey)
  }
  if (activityId === undefined) return
  const of = [conversation, delivery]
  const expires = now + lifetime.delivered
  writeEntry(database, keys.delivered(conversation, delivery), {
    of,
    version: 1,
    expires,
    text: JSON.stringify(activityId),
  })
}

export function findActivityId(
  database: Database,
  conversation: string,
  delivery: string,
  now: number,
): string | undefined {
  const entry = readEntry(database, keys.delivered(conversation, delivery), now)
  return entry && z.string().parse(JSON.parse(entry.text))
}

/** Oldest first. What is committed after the call is left to the turn that committed it. */
export async function* readOutbox(opened: () => Database): AsyncGenerator<Delivery> {
  for await (const { text, of } of readNumbered(opened, keys.outbox)) {
    yield decode(documentKinds.outboxEntry, text, of.join(' ')).delivery
  }
}
