import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open, type RootDatabase } from 'lmdb'
import { StoreError } from '../../store/ports.ts'
import { type Entry, isLive, seal, unseal } from './entry.ts'
import { keys, type StoreKey } from './keys.ts'

export type Database = RootDatabase<string, StoreKey>
export type ReadTransaction = ReturnType<Database['useReadTransaction']>

/** Opens the database in a folder that was prepared for it. */
export function openDatabase(folder: string): Database {
  const database: Database = open({
    path: folder,
    // Or else LMDB takes a folder with a dot in its name, such as "bot.v2", for a file.
    noSubdir: false,
    encoding: 'string',
    // A commit then is visible, and its promise resolves, only when it is on the disk.
    overlappingSync: false,
    // Or else a commit that fails, say on a full disk, also rejects a promise that nobody can catch, which
    // would end the process.
    eventTurnBatching: false,
  })
  syncFolder(folder)
  return database
}

/** The entry under a key, unless it expired. */
export function readEntry(
  database: Database,
  key: StoreKey,
  now: number,
  transaction?: ReadTransaction,
): Entry | undefined {
  const value = database.get(key, transaction ? { transaction } : {})
  if (value === undefined) return undefined
  const entry = unseal(value, key)
  return isLive(entry, now) ? entry : undefined
}

/** Inside a write transaction: writes an entry, and notes when it expires in place of when it did. */
export function writeEntry(database: Database, key: StoreKey, entry: Entry): void {
  const former = readEntry(database, key, Number.NEGATIVE_INFINITY)
  if (former?.expires !== undefined) database.removeSync(keys.expiry(former.expires, key))
  if (entry.expires !== undefined) database.putSync(keys.expiry(entry.expires, key), '')
  database.putSync(key, seal(entry))
}

/** Inside a write transaction: nothing is left of it, not even when it would have expired. */
export function removeEntry(database: Database, key: StoreKey): void {
  const former = readEntry(database, key, Number.NEGATIVE_INFINITY)
  if (former?.expires !== undefined) database.removeSync(keys.expiry(former.expires, key))
  database.removeSync(key)
}

/** Runs `change` as one transaction that is on the disk when the promise resolves, or not at all. */
export async function transact<T>(database: Database, change: () => T): Promise<T> {
  try {
    // A plain `transaction` would keep what was written before an exception; a child is rolled back.
    return await database.childTransaction(change)
  } catch (cause) {
    throw cause instanceof StoreError
      ? cause
      : unavailable('the store in DATA_DIR cannot write: is its disk full or read-only?', await reason(cause))
  }
}

export function unavailable(what: string, cause: unknown): StoreError {
  return new StoreError('unavailable', cause instanceof Error ? `${what}: ${cause.message}` : what, { cause })
}

/** lmdb tells why a commit failed by a promise on the error, which rejects. */
async function reason(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error
  try {
    await error.commitError
    return error
  } catch (cause) {
    return cause
  }
}

/** LMDB syncs its files, but not the folder in which they were just created. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
