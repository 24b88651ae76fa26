import type { ArchiveRecord } from '../../archive/record.ts'
import type { Database } from './database.ts'
import { afterAnyPart, keyOfNames, type StoreKey } from './keys.ts'

/** Of what there are records, in the order of their writing anew. */
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

export interface Range {
  readonly start: StoreKey
  readonly end: StoreKey
}

/** All keys that begin so. */
export const rangeOf = (...names: [string, ...string[]]): Range => ({
  start: keyOfNames(...names),
  end: keyOfNames(...names, afterAnyPart),
})

/** The first keys behind the last one that was read; none at the end. */
export function pageAfter(database: Database, { start, end }: Range, last: StoreKey | undefined): StoreKey[] {
  return [...database.getKeys({ start: last ?? start, end, limit: page, offset: last ? 1 : 0 })]
}

/** Whether there is nothing of any company. */
export function isEmpty(database: Database): boolean {
  return kinds.every((kind) => pageAfter(database, rangeOf(kind), undefined).length === 0)
}
