import type { RedisLocation } from '../../config/redis-url.ts'
import { type Codec, plainCodec } from '../../encryption/codec.ts'
import { admit } from '../../encryption/register.ts'
import type { StoredData } from '../../personal-data/stored-data.ts'
import type { Log } from '../../process/log.ts'
import { type Clock, type Store, StoreError, type Wakeups } from '../../store/ports.ts'
import type { Pace } from '../../time/time-lapse.ts'
import { openAccess, type TokenSource } from './access.ts'
import { storedDataAt } from './archive/stored-data.ts'
import { azureTokens } from './azure-tokens.ts'
import { connect, type Manner } from './connection.ts'
import { checkHealth, warnOfSettings } from './health.ts'
import { readLog } from './log.ts'
import { acknowledge, amend, lease, readUndelivered, release } from './outbox.ts'
import { registerOf } from './register.ts'
import type { StoreContext } from './store-context.ts'
import { glanceAt, openTurn } from './turn-reading.ts'
import { commitTurn } from './turn-writing.ts'
import type { WorkerTimes } from './wakeups/wakeup-worker.ts'
import { QueuedWakeups } from './wakeups/wakeups.ts'

export interface RedisStoreOptions {
  /** The bot's. */
  readonly clock: Clock
  readonly log: Log
  /** Without it nothing is encrypted. */
  readonly codec?: Codec
  /** How long to wait for Redis at the start, in milliseconds: it may be starting too. */
  readonly patience?: number
  /** In place of Redis' own time, for tests. */
  readonly holdClock?: Clock | undefined
  /** In place of Azure's, for tests. */
  readonly tokens?: TokenSource
  /** How the bot's clock runs, where it is not the real one. */
  readonly pace?: Pace | undefined
  /** How soon the wake-ups of a dead process come again; other times for tests. */
  readonly times?: WorkerTimes | undefined
}

/** A store and the wake-ups of its companies, to be closed in reverse: these first. */
export interface RedisKept {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
}

/**
 * Keeps everything in Redis 6.2 or later, or Valkey; any number of processes may share it. Throws StoreError
 * 'unavailable' when it cannot be reached.
 */
export async function openRedis(location: RedisLocation, options: RedisStoreOptions): Promise<RedisKept> {
  const { place, another, close } = await openPlace(location, options)
  await warnOfSettings(place, options.log)
  const wakeups = new QueuedWakeups(place, another, options)
  const { opened, closeOnce } = closable(place, close)
  return { store: serve(opened, closeOnce), wakeups, storedData: storedDataAt(opened) }
}

/** The same, where nobody is to be woken. */
export async function openRedisStore(...args: Parameters<typeof openRedis>): Promise<Store> {
  return (await openRedis(...args)).store
}

/** The connections, if the keys are there for what is encrypted. Throws StoreError. */
export async function openPlace(location: RedisLocation, options: RedisStoreOptions) {
  const connections = await connectPlace(location, options)
  try {
    await admit(connections.place.codec, registerOf(connections.place))
    return connections
  } catch (error) {
    await connections.close()
    throw error
  }
}

/** The connections, for what reads no documents. Throws StoreError. */
export async function connectPlace(location: RedisLocation, options: RedisStoreOptions) {
  const { clock, log, codec = plainCodec, holdClock, patience = 10_000, tokens = azureTokens() } = options
  const access = location.entra ? await openAccess(location.user ?? '', tokens, log) : undefined
  const another = async (manner: Manner) => {
    const password = access?.token() ?? location.password
    const client = await connect({ ...location, password }, log, patience, manner)
    access?.keepFresh(client)
    return client
  }
  const client = await another('prompt')
  const sharded = location.sharded || location.kind === 'cluster'
  const place: StoreContext = { client, codec, clock, holdClock, sharded }
  const close = async () => {
    access?.close()
    client.disconnect()
  }
  return { place, another, close }
}

function closable(place: StoreContext, close: () => Promise<void>) {
  let isClosed = false
  return {
    opened: (): StoreContext => {
      if (isClosed) throw new StoreError('unavailable', 'the store is closed')
      return place
    },
    closeOnce: async () => {
      if (isClosed) return
      isClosed = true
      await close()
    },
  }
}

function serve(opened: () => StoreContext, close: () => Promise<void>): Store {
  return {
    open: async (turn, receipts = []) => openTurn(opened(), turn, receipts),
    commit: async (change) => commitTurn(opened(), change),
    acknowledge: async (where, receipts) => acknowledge(opened(), where, receipts),
    undelivered: () => readUndelivered(opened()),
    lease: async (places) => lease(opened(), places),
    release: async (places) => release(opened(), places),
    amend: async (delivery) => amend(opened(), delivery),
    glance: async (tenant) => glanceAt(opened(), tenant),
    events: (tenant) => readLog(opened(), tenant),
    check: async () => checkHealth(opened()),
    close,
  }
}
