import type { Redis } from 'ioredis'
import type { Log } from '../../process/log.ts'
import { callRedis } from './call-redis.ts'
import { masters, refuseIncomplete } from './client.ts'
import { keys } from './keys.ts'
import type { StoreContext } from './store-context.ts'

/** Checks that every master answers and one accepts a write. Throws StoreError. */
export async function checkHealth({ client, clock }: StoreContext): Promise<void> {
  await callRedis(() => Promise.all(masters(client).map((node) => node.ping())))
  refuseIncomplete(client)
  await callRedis(() => client.set(keys.checked(), String(clock()), 'PX', 3_600_000))
}

/** Logs settings of Redis that risk data loss, if Redis reports them. */
export async function warnOfSettings(context: StoreContext, log: Log): Promise<void> {
  try {
    await callRedis(() => Promise.all(masters(context.client).map((node) => warnOfNode(node, log))))
  } catch (error) {
    log.info(
      { err: error },
      "Redis does not report its settings; check that maxmemory-policy is 'noeviction'",
    )
  }
}

async function warnOfNode(node: Redis, log: Log): Promise<void> {
  const about = { redis: `${node.options.host}:${node.options.port}` }
  const info = new Map((await node.info()).split(/\r?\n/).map(pair))
  const policy = info.get('maxmemory_policy') ?? 'unknown'
  if (policy !== 'noeviction') {
    log.warn({ ...about, policy }, "Redis may forget companies: set its maxmemory-policy to 'noeviction'")
  }
  if (info.get('aof_enabled') === '0') {
    log.warn(about, "Redis may lose the last minutes when it is killed: set its appendonly to 'yes'")
  }
}

function pair(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1)]
}
