import { z } from 'zod'
import type { Wakeup } from '../../store/ports.ts'
import { type Database, readEntry, writeEntry } from './database.ts'
import { unseal } from './entry.ts'
import { keys, type StoreKey } from './keys.ts'

const forEver = Number.NEGATIVE_INFINITY
const keySchema = z.tuple([z.literal('wakeup'), z.number(), z.string()])
const page = 100

/** Writes a wake-up; needs a write transaction. */
export function writeWakeup(database: Database, { id, tenant, at }: Wakeup): void {
  writeEntry(database, keys.wakeup(at, id), { of: [tenant], version: 1, text: '' })
  writeEntry(database, keys.wakeupInstant(id), { of: [id], version: 1, text: String(at) })
}

/** Removes a wake-up if it exists; needs a write transaction. */
export function removeWakeup(database: Database, id: string): void {
  const entry = readEntry(database, keys.wakeupInstant(id), forEver)
  if (!entry) return
  database.removeSync(keys.wakeup(Number(entry.text), id))
  database.removeSync(keys.wakeupInstant(id))
}

/** Yields due wake-ups, earliest first. Throws StoreError. */
export function* dueWakeups(database: Database, now: number): Generator<Wakeup> {
  const range = { start: keys.firstWakeup(), end: keys.wakeupsUntil(now) }
  for (const { key, value } of database.getRange(range)) yield wakeupIn(key, value)
}

/** Yields all wake-ups, earliest first and in pages; no read transaction stays open. Throws StoreError. */
export async function* allWakeups(opened: () => Database): AsyncGenerator<Wakeup> {
  const end = keys.wakeupsUntil(Number.MAX_VALUE)
  for (let last: StoreKey | undefined; ; ) {
    // The last one may be gone; continues right after its key.
    const start = last ? [...last, 0] : keys.firstWakeup()
    const found = [...opened().getRange({ start, end, limit: page })]
    for (const { key, value } of found) yield wakeupIn(key, value)
    last = found.at(-1)?.key
    if (!last) return
  }
}

function wakeupIn(key: StoreKey, value: string): Wakeup {
  const [, at, id] = keySchema.parse(key)
  const [tenant = ''] = unseal(value, key).of
  return { id, tenant, at }
}
