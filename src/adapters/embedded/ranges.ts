import type { ArchiveRecord } from '../../archive/record.ts'
import type { Database } from './database.ts'
import { afterAnyPart, keyOfNames, type StoreKey } from './keys.ts'

/** Kinds of records, in the order of rekeying. */
export const kinds: readonly ArchiveRecord['kind'][] = [
  'company',
  'person',
  'conversation',
  'roster',
  'log',
  'delivered',
  'outbox',
  'handled',
]
const page = 100

/** Range of keys; `end` is exclusive. */
export interface Range {
  readonly start: StoreKey
  readonly end: StoreKey
}

/** Returns the range of all keys with this prefix. */
export const rangeOf = (...names: [string, ...string[]]): Range => ({
  start: keyOfNames(...names),
  end: keyOfNames(...names, afterAnyPart),
})

/** Returns the next page of keys after `last`; empty at the end. */
export function pageAfter(database: Database, { start, end }: Range, last: StoreKey | undefined): StoreKey[] {
  return [...database.getKeys({ start: last ?? start, end, limit: page, offset: last ? 1 : 0 })]
}

/** Tells whether no company has data. */
export function isEmpty(database: Database): boolean {
  return kinds.every((kind) => pageAfter(database, rangeOf(kind), undefined).length === 0)
}
