import { isIP } from 'node:net'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { addressOf, type RedisLocation } from '../../config/redis-url.ts'
import type { Log } from '../../process/log.ts'
import { StoreError } from '../../store/ports.ts'
import type { Client } from './client.ts'
import { scripts } from './scripts.ts'

/** Milliseconds of silence after which a connection is closed; calls time out earlier, in call-redis.ts. */
const silence = 2_500

/**
 * Use of a connection: 'calls' time out soon, as a person waits; 'background' connections wait for Redis to return
 * and may block.
 */
export type Purpose = 'calls' | 'background'

/** The same for background connections: longer than BullMQ blocks. */
const longSilence = 15_000

/** Connects within `timeout` milliseconds. Throws StoreError 'unavailable' naming the address without its password. */
export async function connect(
  location: RedisLocation,
  log: Log,
  timeout: number,
  purpose: Purpose = 'calls',
): Promise<Client> {
  const client = createClient(location, purpose)
  const trouble = reportTrouble(client, log, addressOf(location))
  void client.connect().catch(() => undefined)
  try {
    await ready(client, trouble, timeout)
    return client
  } catch (cause) {
    client.disconnect()
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new StoreError('unavailable', `Redis at ${addressOf(location)} cannot be reached: ${why}`, {
      cause,
    })
  }
}

type Options = RedisOptions & { readonly replyMapping: 'legacy' }

function createClient(location: RedisLocation, purpose: Purpose): Client {
  const options = optionsOf(location, purpose)
  if (location.kind === 'cluster') return createCluster(location, options, purpose)
  const alone = { ...options, enableOfflineQueue: purpose === 'background', retryStrategy: again }
  const where: RedisOptions =
    location.kind === 'sentinel' ? sentinelOptions(location) : { ...location.nodes[0] }
  const all: Options = { ...alone, ...where, replyMapping: 'legacy' }
  return new Redis(all)
}

function createCluster({ nodes }: RedisLocation, options: Options, purpose: Purpose): Client {
  return new Cluster([...nodes], {
    redisOptions: options,
    scripts,
    lazyConnect: true,
    enableOfflineQueue: purpose === 'background',
    clusterRetryStrategy: again,
    // Otherwise only calls for its own companies would find a returned master.
    slotsRefreshInterval: 5_000,
    // With TLS the certificate is for the name, not the address.
    dnsLookup: (address, done) => done(null, address),
  })
}

function optionsOf({ tls, user, password, database, nodes }: RedisLocation, purpose: Purpose): Options {
  const [{ host } = { host: '' }] = nodes
  return {
    scripts,
    lazyConnect: true,
    // Saves two commands per connection, and every proxy supports it.
    protocol: 2,
    replyMapping: 'legacy',
    disableClientInfo: true,
    db: database,
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: isIP(host) ? {} : { servername: host } }),
    connectTimeout: silence,
    ...optionsFor[purpose],
  }
}

const isFormerMaster = (error: Error) => error.message.startsWith('READONLY')

const optionsFor = {
  calls: {
    socketTimeout: silence,
    // call-redis.ts repeats interrupted commands while there is time.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    reconnectOnError: isFormerMaster,
  },
  background: {
    socketTimeout: longSilence,
    maxRetriesPerRequest: null,
    // Then repeats the command on the new master.
    reconnectOnError: (error: Error) => (isFormerMaster(error) ? 2 : false),
  },
} as const satisfies Record<Purpose, RedisOptions>

function sentinelOptions(location: RedisLocation): RedisOptions {
  const { nodes, master = '', tls, sentinelUser, sentinelPassword } = location
  return {
    sentinels: [...nodes],
    name: master,
    enableTLSForSentinelMode: tls,
    ...(sentinelUser !== undefined && { sentinelUsername: sentinelUser }),
    ...(sentinelPassword !== undefined && { sentinelPassword }),
    sentinelRetryStrategy: again,
    // The master's certificate is for its own name.
    ...(tls && { tls: {}, sentinelTLS: {} }),
  }
}

/** Returns the milliseconds until the next connection attempt. */
function again(attempt: number): number {
  return Math.min(50 * 2 ** attempt, 1_000) + Math.random() * 50
}

const hopeless =
  /^(WRONGPASS|NOAUTH|NOPERM|ERR (AUTH|invalid password|DB index))|certificate|wrong version number/i

interface Trouble {
  readonly last: () => Error | undefined
}

/** Logs the first error and the end of each outage; returns the last error. */
function reportTrouble(client: Client, log: Log, address: string): Trouble {
  let last: Error | undefined
  let isReported = false
  client.on('error', (error: Error) => {
    last = error
    if (!isReported) log.warn({ reason: error.message }, `Redis at ${address} cannot be reached`)
    isReported = true
  })
  client.on('ready', () => {
    if (isReported) log.info(`Redis at ${address} answers again`)
    isReported = false
  })
  return { last: () => last }
}

function ready(client: Client, { last }: Trouble, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(last() ?? new Error(`no answer within ${timeout / 1000} seconds`))
    const timer = setTimeout(giveUp, timeout)
    const settle = (end: () => void) => {
      clearTimeout(timer)
      client.off('error', onError)
      end()
    }
    const onError = (error: Error) => {
      if (hopeless.test(error.message)) settle(() => reject(error))
    }
    client.on('error', onError)
    client.once('ready', () => settle(resolve))
  })
}
