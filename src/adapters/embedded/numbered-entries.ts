import { z } from 'zod'
import type { Database } from './database.ts'
import { type Entry, unseal } from './entry.ts'
import type { StoreKey } from './keys.ts'

type KeyOf = (sequence: number) => StoreKey

const page = 100

/** Returns the last number in a range of keys ending in one; 0 if empty. */
export function lastNumber(database: Database, keyOf: KeyOf): number {
  const range = { start: keyOf(Number.MAX_SAFE_INTEGER), end: keyOf(0), reverse: true, limit: 1 }
  for (const key of database.getKeys(range)) return numberOf(key)
  return 0
}

/**
 * Yields the current entries in order and in pages; no read transaction stays open, and the store may close
 * meanwhile.
 */
export async function* readNumbered(opened: () => Database, keyOf: KeyOf): AsyncGenerator<Entry> {
  const last = lastNumber(opened(), keyOf)
  for (let from = 1; from <= last; ) {
    const found = [...opened().getRange({ start: keyOf(from), end: keyOf(last + 1), limit: page })]
    for (const { key, value } of found) yield unseal(value, key)
    const newest = found.at(-1)
    if (newest === undefined) return
    from = numberOf(newest.key) + 1
  }
}

function numberOf(key: StoreKey): number {
  return z.number().parse(key.at(-1))
}
