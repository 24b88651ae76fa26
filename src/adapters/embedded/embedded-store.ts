import { resolve } from 'node:path'
import type { Archive } from '../../archive/record.ts'
import type { LoggedEvent } from '../../core/company/company-event.ts'
import { type Codec, plainCodec } from '../../encryption/codec.ts'
import { admit } from '../../encryption/key-register.ts'
import type { StoredData } from '../../personal-data/stored-data.ts'
import { documentKinds } from '../../store/documents.ts'
import { type Clock, type Store, StoreError, type Wakeups } from '../../store/ports.ts'
import { archiveOf } from './archive.ts'
import { applyChange, encodeChange } from './commit.ts'
import { prepareFolder } from './data-file.ts'
import { type Database, openDatabase, transact, unavailable } from './database.ts'
import { keys, part } from './keys.ts'
import { Leases } from './leases.ts'
import { readNumbered } from './numbered-entries.ts'
import { acknowledgeDeliveries, amendMessage, messageText, readAbandoned, readOutbox } from './outbox.ts'
import { claimFolder, folderInUse } from './ownership.ts'
import { registerOf } from './register.ts'
import { type Prove, proveOf } from './store-context.ts'
import { storedDataOf } from './stored-data.ts'
import { keepSwept } from './sweep.ts'
import { readGlance, readTurn } from './turn-documents.ts'
import { PolledWakeups } from './wakeups.ts'

/** Real paths of open folders: LMDB hangs when one process opens a folder twice. */
const openHere = new Set<string>()

/** Store, wake-ups and stored data over one folder; closing the store closes all. */
export interface Embedded {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
}

/**
 * Opens an LMDB database in `folder`, creating it if missing; one process at a time may use it. Commits resolve once
 * on disk. Throws StoreError.
 */
export function openEmbedded(
  folder: string,
  clock: Clock,
  wallClock: Clock = Date.now,
  codec: Codec = plainCodec,
): Promise<Embedded> {
  const leases = new Leases(wallClock)
  return openFolder(folder, clock, codec, (database, release, prove) => {
    const access = accessTo(database, prove)
    const wakeups = new PolledWakeups(access.opened, clock, wallClock)
    const close = () => access.close(() => wakeups.close().then(release))
    const store = serve({ database, codec, opened: access.opened, prove, clock, leases, close })
    return { store, wakeups, storedData: storedDataOf(access.opened, codec) }
  })
}

/** Opens the store alone, for callers without wake-ups. */
export async function openEmbeddedStore(...args: Parameters<typeof openEmbedded>): Promise<Store> {
  return (await openEmbedded(...args)).store
}

/** Opens the folder as an archive instead of serving it. Throws StoreError. */
export function openEmbeddedArchive(
  folder: string,
  clock: Clock,
  codec: Codec = plainCodec,
): Promise<Archive> {
  return openFolder(folder, clock, codec, (database, release) => archiveOf(database, codec, clock, release))
}

type Use<T> = (database: Database, release: () => Promise<void>, prove: Prove) => T

async function openFolder<T>(folder: string, clock: Clock, codec: Codec, use: Use<T>): Promise<T> {
  try {
    const path = await prepareFolder(folder)
    if (openHere.has(path)) throw folderInUse(folder, process.pid)
    openHere.add(path)
    return await useFolder(path, clock, codec, (database, release, isLeased) =>
      use(database, release, proveOf({ folder: resolve(folder), isLeased })),
    )
  } catch (error) {
    throw error instanceof StoreError ? error : unavailable(`the store in ${folder} cannot be opened`, error)
  }
}

type UseClaimed<T> = (database: Database, release: () => Promise<void>, isLeased: () => boolean) => T

async function useFolder<T>(path: string, clock: Clock, codec: Codec, use: UseClaimed<T>): Promise<T> {
  let database: Database | undefined
  const close = async () => {
    await database?.close()
    openHere.delete(path)
  }
  try {
    database = openDatabase(path)
    const { isLeased, release } = await claimFolder(path, database)
    await admitted(database, codec, release)
    const stopSweeping = await keepSwept(database, clock)
    const end = async () => {
      stopSweeping()
      try {
        await release()
      } finally {
        await close()
      }
    }
    return use(database, end, isLeased)
  } catch (error) {
    await close()
    throw error
  }
}

async function admitted(database: Database, codec: Codec, release: () => Promise<void>): Promise<void> {
  try {
    await admit(codec, registerOf(database))
  } catch (error) {
    await release()
    throw error
  }
}

/** Guards access: LMDB crashes when used after closing, and keeps writing into deleted files. */
function accessTo(database: Database, prove: Prove) {
  let closing: Promise<void> | undefined
  return {
    opened: (): Database => {
      if (closing !== undefined) throw new StoreError('unavailable', 'the store is closed')
      prove()
      return database
    },
    close: (release: () => Promise<void>): Promise<void> => {
      closing ??= release()
      return closing
    },
  }
}

interface Served extends Pick<Store, 'close'> {
  readonly database: Database
  readonly codec: Codec
  readonly opened: () => Database
  readonly prove: Prove
  readonly clock: Clock
  readonly leases: Leases
}

function serve({ database, codec, opened, prove, clock, leases, close }: Served): Store {
  const acknowledge: Store['acknowledge'] = async (chat, receipts) =>
    transact(opened(), () => acknowledgeDeliveries(database, chat, receipts, clock()))
  return {
    open: async (turn, receipts = []) => {
      if (receipts.length > 0) await acknowledge(turn, receipts)
      return read(() => ({
        ...readTurn(opened(), codec, turn, clock()),
        abandoned: readAbandoned(opened(), codec, turn, leases),
      }))
    },
    commit: async (change) => {
      const encoded = encodeChange(codec, change)
      // Leased before they are visible, so that no reader of the outbox takes them for abandoned.
      for (const { conversation } of encoded.outbox) leases.take({ tenant: change.keys.tenant, conversation })
      const outcome = await transact(opened(), () => applyChange(database, encoded, clock()))
      prove()
      return outcome
    },
    acknowledge,
    undelivered: () => readOutbox(opened, codec, leases),
    lease: async (chats) => {
      for (const chat of chats) leases.take(chat)
    },
    release: async (chats) => {
      for (const chat of chats) leases.release(chat)
    },
    amend: async (delivery) => {
      const text = messageText(codec, delivery)
      await transact(opened(), () => amendMessage(database, delivery, text))
    },
    glance: async (tenant) => read(() => readGlance(opened(), codec, tenant, clock())),
    events: (tenant) => readLog(opened, codec, tenant),
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

async function* readLog(opened: () => Database, codec: Codec, tenant: string): AsyncGenerator<LoggedEvent> {
  const keyOf = (sequence: number) => keys.log(tenant, sequence)
  for await (const { text } of readNumbered(opened, keyOf)) {
    yield codec.decode(documentKinds.logEntry, text, [part(tenant)]).event
  }
}
