import type { RedisLocation } from '../../config/redis-url.ts'
import { type Codec, plainCodec } from '../../encryption/codec.ts'
import { admit } from '../../encryption/key-register.ts'
import type { StoredData } from '../../personal-data/stored-data.ts'
import type { Log } from '../../process/log.ts'
import { type Clock, type Store, StoreError, type Wakeups } from '../../store/ports.ts'
import type { Pace } from '../../time/time-lapse.ts'
import { openAccess, type TokenSource } from './access.ts'
import { storedDataAt } from './archive/stored-data.ts'
import { azureTokens } from './azure-tokens.ts'
import { connect, type Purpose } from './connection.ts'
import { checkHealth, warnOfSettings } from './health.ts'
import { readLog } from './log.ts'
import { acknowledge, amend, lease, readUndelivered, release } from './outbox.ts'
import { registerOf } from './register.ts'
import type { StoreContext } from './store-context.ts'
import { glanceAt, openTurn } from './turn-reading.ts'
import { commitTurn } from './turn-writing.ts'
import type { WorkerTimes } from './wakeups/wakeup-worker.ts'
import { QueuedWakeups } from './wakeups/wakeups.ts'

/** Options of a store in Redis. */
export interface RedisStoreOptions {
  /** The bot's clock. */
  readonly clock: Clock
  readonly log: Log
  /** Without a codec nothing is encrypted. */
  readonly codec?: Codec
  /** Milliseconds to wait for Redis at the start, as it may be starting too. */
  readonly timeout?: number
  /** Replaces Redis' clock for leases in tests. */
  readonly leaseClock?: Clock | undefined
  /** Replaces Azure's tokens in tests. */
  readonly tokens?: TokenSource
  /** Pace of a bot's clock that differs from the real one. */
  readonly pace?: Pace | undefined
  /** Times after which wake-ups of a dead process return; shorter in tests. */
  readonly times?: WorkerTimes | undefined
}

/** Store, wake-ups and stored data; close the wake-ups first. */
export interface RedisKept {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
}

/**
 * Opens a store in Redis 6.2 or later, or Valkey, shared by any number of processes. Throws StoreError 'unavailable'
 * if it cannot be reached.
 */
export async function openRedis(location: RedisLocation, options: RedisStoreOptions): Promise<RedisKept> {
  const { context, another, close } = await openContext(location, options)
  await warnOfSettings(context, options.log)
  const wakeups = new QueuedWakeups(context, another, options)
  const { opened, closeOnce } = closable(context, close)
  return { store: serve(opened, closeOnce), wakeups, storedData: storedDataAt(opened) }
}

/** Opens the store alone, for callers without wake-ups. */
export async function openRedisStore(...args: Parameters<typeof openRedis>): Promise<Store> {
  return (await openRedis(...args)).store
}

/** Connects and checks the encryption keys. Throws StoreError. */
export async function openContext(location: RedisLocation, options: RedisStoreOptions) {
  const connections = await connectContext(location, options)
  try {
    await admit(connections.context.codec, registerOf(connections.context))
    return connections
  } catch (error) {
    await connections.close()
    throw error
  }
}

/** Connects without reading documents. Throws StoreError. */
export async function connectContext(location: RedisLocation, options: RedisStoreOptions) {
  const { clock, log, codec = plainCodec, leaseClock, timeout = 10_000, tokens = azureTokens() } = options
  const access = location.entra ? await openAccess(location.user ?? '', tokens, log) : undefined
  const another = async (purpose: Purpose) => {
    const password = access?.token() ?? location.password
    const client = await connect({ ...location, password }, log, timeout, purpose)
    access?.keepFresh(client)
    return client
  }
  const client = await another('calls')
  const sharded = location.sharded || location.kind === 'cluster'
  const context: StoreContext = { client, codec, clock, leaseClock, sharded }
  const close = async () => {
    access?.close()
    client.disconnect()
  }
  return { context, another, close }
}

function closable(context: StoreContext, close: () => Promise<void>) {
  let isClosed = false
  return {
    opened: (): StoreContext => {
      if (isClosed) throw new StoreError('unavailable', 'the store is closed')
      return context
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
    acknowledge: async (chat, receipts) => acknowledge(opened(), chat, receipts),
    undelivered: () => readUndelivered(opened()),
    lease: async (leases) => lease(opened(), leases),
    release: async (leases) => release(opened(), leases),
    amend: async (delivery) => amend(opened(), delivery),
    glance: async (tenant) => glanceAt(opened(), tenant),
    events: (tenant) => readLog(opened(), tenant),
    check: async () => checkHealth(opened()),
    close,
  }
}
