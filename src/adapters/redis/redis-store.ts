import type { Log } from '../../log.ts'
import { type Clock, type Store, StoreError } from '../../ports.ts'
import type { RedisLocation } from '../../redis-url.ts'
import { type Access, openAccess, type TokenSource } from './access.ts'
import { azureTokens } from './azure-tokens.ts'
import { connect } from './connection.ts'
import { checkHealth, warnOfSettings } from './health.ts'
import { readLog } from './log.ts'
import { acknowledge, hold, readUndelivered } from './outbox.ts'
import type { Place } from './place.ts'
import { openTurn } from './turn-reading.ts'
import { commitTurn } from './turn-writing.ts'

export interface RedisStoreOptions {
  /** The bot's. */
  readonly clock: Clock
  readonly log: Log
  /** In place of Redis' own time, for tests. */
  readonly holdClock?: Clock
  /** In place of Azure's, for tests. */
  readonly tokens?: TokenSource
}

/**
 * Keeps everything in Redis 6.2 or later, or Valkey; any number of processes may share it. Throws StoreError
 * 'unavailable' when it cannot be reached within ten seconds.
 */
export async function openRedisStore(location: RedisLocation, options: RedisStoreOptions): Promise<Store> {
  const { clock, log, holdClock, tokens = azureTokens() } = options
  const access = location.entra ? await openAccess(location.user ?? '', tokens, log) : undefined
  const client = await connect(location, log, access?.token())
  access?.keepFresh(client)
  const place: Place = { client, clock, holdClock, sharded: location.sharded || location.kind === 'cluster' }
  await warnOfSettings(place, log)
  return serve(place, access)
}

function serve(place: Place, access: Access | undefined): Store {
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
    events: (tenant) => readLog(opened(), tenant),
    check: async () => checkHealth(opened()),
    close: async () => {
      if (isClosed) return
      isClosed = true
      access?.close()
      place.client.disconnect()
    },
  }
}
