import type { Holdings } from '../../archive/holdings.ts'
import type { Archive } from '../../archive/record.ts'
import type { LoggedEvent } from '../../core/company.ts'
import { decode, documentKinds } from '../../documents.ts'
import { type Clock, type Store, StoreError, type Wakeups } from '../../ports.ts'
import { archiveOf } from './archive.ts'
import { applyChange, encodeChange } from './commit.ts'
import { prepareFolder } from './data-file.ts'
import { type Database, openDatabase, transact, unavailable } from './database.ts'
import { holdingsOf } from './holdings.ts'
import { Holds } from './holds.ts'
import { keys } from './keys.ts'
import { readNumbered } from './numbered-entries.ts'
import { acknowledgeDeliveries, readAbandoned, readOutbox } from './outbox.ts'
import { claimFolder, folderInUse } from './ownership.ts'
import { keepSwept } from './sweep.ts'
import { readGlance, readTurn } from './turn-documents.ts'
import { PolledWakeups } from './wakeups.ts'

/** Real paths of the folders that are open in this process: LMDB hangs when one is opened twice in it. */
const openHere = new Set<string>()

/** A store and the wake-ups of its companies. Closing the store closes both. */
export interface Embedded {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly holdings: Holdings
}

/**
 * Keeps everything in an LMDB database in `folder`, which is made when it is missing and which no other
 * process may use meanwhile. A commit that resolved is on the disk. Throws StoreError.
 */
export function openEmbedded(folder: string, clock: Clock, wallClock: Clock = Date.now): Promise<Embedded> {
  const holds = new Holds(wallClock)
  return openFolder(folder, clock, (database, release) => {
    const access = accessTo(database)
    const wakeups = new PolledWakeups(access.opened, clock, wallClock)
    const close = () => access.close(() => wakeups.close().then(release))
    const store = serve(database, access.opened, clock, holds, close)
    return { store, wakeups, holdings: holdingsOf(access.opened) }
  })
}

/** The same, where nobody is to be woken. */
export async function openEmbeddedStore(...args: Parameters<typeof openEmbedded>): Promise<Store> {
  return (await openEmbedded(...args)).store
}

/** What the folder holds, to be moved, instead of serving it. Throws StoreError. */
export function openEmbeddedArchive(folder: string, clock: Clock): Promise<Archive> {
  return openFolder(folder, clock, (database, release) => archiveOf(database, clock, release))
}

type Use<T> = (database: Database, release: () => Promise<void>) => T

async function openFolder<T>(folder: string, clock: Clock, use: Use<T>): Promise<T> {
  try {
    const path = await prepareFolder(folder)
    if (openHere.has(path)) throw folderInUse(folder, process.pid)
    openHere.add(path)
    return await useFolder(path, clock, use)
  } catch (error) {
    throw error instanceof StoreError ? error : unavailable(`the store in ${folder} cannot be opened`, error)
  }
}

async function useFolder<T>(path: string, clock: Clock, use: Use<T>): Promise<T> {
  let database: Database | undefined
  const close = async () => {
    await database?.close()
    openHere.delete(path)
  }
  try {
    database = openDatabase(path)
    const release = await claimFolder(path, database)
    const stopSweeping = await keepSwept(database, clock)
    return use(database, async () => {
      stopSweeping()
      try {
        await release()
      } finally {
        await close()
      }
    })
  } catch (error) {
    await close()
    throw error
  }
}

/** LMDB does not survive being used after it was closed. */
function accessTo(database: Database) {
  let closing: Promise<void> | undefined
  return {
    opened: (): Database => {
      if (closing !== undefined) throw new StoreError('unavailable', 'the store is closed')
      return database
    },
    close: (release: () => Promise<void>): Promise<void> => {
      closing ??= release()
      return closing
    },
  }
}

function serve(
  database: Database,
  opened: () => Database,
  clock: Clock,
  holds: Holds,
  close: Store['close'],
): Store {
  const acknowledge: Store['acknowledge'] = async (place, receipts) =>
    transact(opened(), () => acknowledgeDeliveries(database, place, receipts, clock()))
  return {
    open: async (turn, receipts = []) => {
      if (receipts.length > 0) await acknowledge(turn, receipts)
      return read(() => ({
        ...readTurn(opened(), turn, clock()),
        abandoned: readAbandoned(opened(), turn, holds),
      }))
    },
    commit: async (change) => {
      const encoded = encodeChange(change)
      // Before they can be seen: a reader of the outbox must not take them for abandoned.
      for (const { conversation } of encoded.outbox) holds.take({ tenant: change.keys.tenant, conversation })
      return transact(opened(), () => applyChange(database, encoded, clock()))
    },
    acknowledge,
    undelivered: () => readOutbox(opened, holds),
    hold: async (places) => {
      for (const place of places) holds.take(place)
    },
    glance: async (tenant) => read(() => readGlance(opened(), tenant, clock())),
    events: (tenant) => readLog(opened, tenant),
    check: async () => transact(opened(), () => database.putSync(keys.checked(), String(clock()))),
    close,
  }
}

function read<T>(what: () => T): T {
  try {
    return what()
  } catch (error) {
    throw error instanceof StoreError ? error : unavailable('the store cannot read', error)
  }
}

async function* readLog(opened: () => Database, tenant: string): AsyncGenerator<LoggedEvent> {
  const keyOf = (sequence: number) => keys.log(tenant, sequence)
  for await (const { text } of readNumbered(opened, keyOf)) {
    yield decode(documentKinds.logEntry, text, tenant).event
  }
}
