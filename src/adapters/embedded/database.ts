import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open, type RootDatabase } from 'lmdb'
import { StoreError } from '../../store/ports.ts'
import { type Entry, isLive, seal, unseal } from './entry.ts'
import { keys, type StoreKey } from './keys.ts'

/** LMDB database with string values. */
export type Database = RootDatabase<string, StoreKey>
export type ReadTransaction = ReturnType<Database['useReadTransaction']>

/** Opens the database in a prepared folder. */
export function openDatabase(folder: string): Database {
  const database: Database = open({
    path: folder,
    // Otherwise LMDB takes a folder with a dot in its name, such as "bot.v2", for a file.
    noSubdir: false,
    encoding: 'string',
    // Commits become visible, and resolve, only once they are on disk.
    overlappingSync: false,
    // Otherwise a failed commit, as on a full disk, also rejects a promise that cannot be caught and ends the
    // process.
    eventTurnBatching: false,
  })
  syncFolder(folder)
  return database
}

/** Returns the unexpired entry under a key. */
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

/** Writes an entry and updates its expiry; needs a write transaction. */
export function writeEntry(database: Database, key: StoreKey, entry: Entry): void {
  const former = readEntry(database, key, Number.NEGATIVE_INFINITY)
  if (former?.expires !== undefined) database.removeSync(keys.expiry(former.expires, key))
  if (entry.expires !== undefined) database.putSync(keys.expiry(entry.expires, key), '')
  database.putSync(key, seal(entry))
}

/** Removes an entry and its expiry; needs a write transaction. */
export function removeEntry(database: Database, key: StoreKey): void {
  const former = readEntry(database, key, Number.NEGATIVE_INFINITY)
  if (former?.expires !== undefined) database.removeSync(keys.expiry(former.expires, key))
  database.removeSync(key)
}

/** Runs `change` as one transaction: on disk when the promise resolves, or rolled back. Throws StoreError. */
export async function transact<T>(database: Database, change: () => T): Promise<T> {
  try {
    // A plain `transaction` keeps writes made before an exception; a child transaction rolls back.
    return await database.childTransaction(change)
  } catch (cause) {
    throw cause instanceof StoreError
      ? cause
      : unavailable('the store in DATA_DIR cannot write: is its disk full or read-only?', await reason(cause))
  }
}

/** Creates a StoreError 'unavailable' with the cause's message. */
export function unavailable(what: string, cause: unknown): StoreError {
  return new StoreError('unavailable', cause instanceof Error ? `${what}: ${cause.message}` : what, { cause })
}

/** Resolves lmdb's reason of a failed commit, a rejecting promise on the error. */
async function reason(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error
  try {
    await error.commitError
    return error
  } catch (cause) {
    return cause
  }
}

/** LMDB syncs its files, but not the folder in which it created them. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
