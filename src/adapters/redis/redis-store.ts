import type { Log } from '../../log.ts'
import { type Clock, type Store, StoreError } from '../../ports.ts'
import type { RedisLocation } from '../../redis-url.ts'
import { openAccess, type TokenSource } from './access.ts'
import { azureTokens } from './azure-tokens.ts'
import { connect } from './connection.ts'
import { checkHealth, warnOfSettings } from './health.ts'
import { readLog } from './log.ts'
import { acknowledge, hold, readUndelivered } from './outbox.ts'
import type { Place } from './place.ts'
import { glanceAt, openTurn } from './turn-reading.ts'
import { commitTurn } from './turn-writing.ts'

export interface RedisStoreOptions {
  /** The bot's. */
  readonly clock: Clock
  readonly log: Log
  /** How long to wait for Redis at the start, in milliseconds: it may be starting too. */
  readonly patience?: number
  /** In place of Redis' own time, for tests. */
  readonly holdClock?: Clock | undefined
  /** In place of Azure's, for tests. */
  readonly tokens?: TokenSource
}

/**
 * Keeps everything in Redis 6.2 or later, or Valkey; any number of processes may share it. Throws StoreError
 * 'unavailable' when it cannot be reached.
 */
export async function openRedisStore(location: RedisLocation, options: RedisStoreOptions): Promise<Store> {
  const { place, close } = await openPlace(location, options)
  await warnOfSettings(place, options.log)
  return serve(place, close)
}

/** The connections. Throws StoreError. */
export async function openPlace(location: RedisLocation, options: RedisStoreOptions) {
  const { clock, log, holdClock, patience = 10_000, tokens = azureTokens() } = options
  const access = location.entra ? await openAccess(location.user ?? '', tokens, log) : undefined
  const password = access?.token() ?? location.password
  const client = await connect({ ...location, password }, log, patience)
  access?.keepFresh(client)
  const sharded = location.sharded || location.kind === 'cluster'
  const place: Place = { client, clock, holdClock, sharded }
  const close = async () => {
    access?.close()
    client.disconnect()
  }
  return { place, close }
}

function serve(place: Place, release: () => Promise<void>): Store {
  let isClosed = false
  const opened = (): Place => {
    if (isClosed) throw new StoreError('unavailable', 'the store is closed')
    return place
  }
  return {
    open: async (turn, receipts = []) => openTurn(opened(), turn, receipts),
    commit: async (change) => commitTurn(opened(), change),
    acknowledge: async (where, receipts) => acknowledge(opened(), where, receipts),
    undelivered: () => readUndelivered(opened()),
    hold: async (places) => hold(opened(), places),
    glance: async (tenant) => glanceAt(opened(), tenant),
    events: (tenant) => readLog(opened(), tenant),
    check: async () => checkHealth(opened()),
    close: async () => {
      if (isClosed) return
      isClosed = true
      await release()
    },
  }
}
