import { isIP } from 'node:net'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { addressOf, type RedisLocation } from '../../config/redis-url.ts'
import type { Log } from '../../process/log.ts'
import { StoreError } from '../../store/ports.ts'
import type { Client } from './client.ts'
import { scripts } from './scripts.ts'

/** A connection that is silent for so long is given up; calls are given up earlier, by patience.ts. */
const silence = 2_500

/**
 * What a connection is for: calls that somebody waits for are soon given up; what works in the background waits until
 * Redis is there again, and may be silent for as long as it blocks.
 */
export type Manner = 'prompt' | 'patient'

/** A patient connection that is silent for so long, in milliseconds, is given up: longer than BullMQ blocks. */
const longSilence = 15_000

/** Connects within `patience` milliseconds. Throws StoreError 'unavailable', with the address and no password. */
export async function connect(
  location: RedisLocation,
  log: Log,
  patience: number,
  manner: Manner = 'prompt',
): Promise<Client> {
  const client = createClient(location, manner)
  const trouble = reportTrouble(client, log, addressOf(location))
  void client.connect().catch(() => undefined)
  try {
    await ready(client, trouble, patience)
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

function createClient(location: RedisLocation, manner: Manner): Client {
  const options = optionsOf(location, manner)
  if (location.kind === 'cluster') return createCluster(location, options, manner)
  const alone = { ...options, enableOfflineQueue: manner === 'patient', retryStrategy: again }
  const where: RedisOptions =
    location.kind === 'sentinel' ? sentinelOptions(location) : { ...location.nodes[0] }
  const all: Options = { ...alone, ...where, replyMapping: 'legacy' }
  return new Redis(all)
}

function createCluster({ nodes }: RedisLocation, options: Options, manner: Manner): Client {
  return new Cluster([...nodes], {
    redisOptions: options,
    scripts,
    lazyConnect: true,
    enableOfflineQueue: manner === 'patient',
    clusterRetryStrategy: again,
    // A master that came back would else be found only by those whose companies it has.
    slotsRefreshInterval: 5_000,
    // Behind TLS the certificate is for the name, not for the address.
    dnsLookup: (address, done) => done(null, address),
  })
}

function optionsOf({ tls, user, password, database, nodes }: RedisLocation, manner: Manner): Options {
  const [{ host } = { host: '' }] = nodes
  return {
    scripts,
    lazyConnect: true,
    // Two commands fewer at every connection, and understood by every proxy.
    protocol: 2,
    replyMapping: 'legacy',
    disableClientInfo: true,
    db: database,
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: isIP(host) ? {} : { servername: host } }),
    connectTimeout: silence,
    ...manners[manner],
  }
}

const isFormerMaster = (error: Error) => error.message.startsWith('READONLY')

const manners = {
  prompt: {
    socketTimeout: silence,
    // What was sent when the connection broke is sent again by patience.ts, if there is time left.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    reconnectOnError: isFormerMaster,
  },
  patient: {
    socketTimeout: longSilence,
    maxRetriesPerRequest: null,
    // And send it again to the new one.
    reconnectOnError: (error: Error) => (isFormerMaster(error) ? 2 : false),
  },
} as const satisfies Record<Manner, RedisOptions>

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

/** Milliseconds until the next attempt to connect. */
function again(attempt: number): number {
  return Math.min(50 * 2 ** attempt, 1_000) + Math.random() * 50
}

const hopeless =
  /^(WRONGPASS|NOAUTH|NOPERM|ERR (AUTH|invalid password|DB index))|certificate|wrong version number/i

interface Trouble {
  readonly last: () => Error | undefined
}

/** Logs the first error of each outage and its end; returns what happened last. */
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

function ready(client: Client, { last }: Trouble, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(last() ?? new Error(`no answer within ${patience / 1000} seconds`))
    const timer = setTimeout(giveUp, patience)
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
