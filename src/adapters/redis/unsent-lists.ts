import type { Redis } from 'ioredis'
import { callRedis } from './call-redis.ts'
import { type Client, isCluster, masters, mastersBySlot, refuseIncomplete } from './client.ts'
import { keys, slots } from './keys.ts'
import type { StoreContext } from './store-context.ts'

/** Lists per request; turns hardly wait for them. */
const atOnce = 1_024

/**
 * Yields the lists with leases that ended before `now` (milliseconds). A commit can list its outbox only on its
 * company's server, so with shards each slot has a list, and all are read. An unreachable master does not block the
 * others: its error is thrown last.
 */
export async function* listsWithDue({ client, sharded }: StoreContext, now: number): AsyncGenerator<string> {
  if (!sharded) return yield keys.unsent()
  const failures: unknown[] = []
  for (const { node, lists } of listsByNode(client)) {
    try {
      for (let first = 0; first < lists.length; first += atOnce) {
        yield* await withDue(node, lists.slice(first, first + atOnce), now)
      }
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  refuseIncomplete(client)
}

/** ioredis sends a pipeline to one server only. */
function listsByNode(client: Client): { node: Redis; lists: string[] }[] {
  const all = Array.from({ length: slots }, (_, slot) => slot)
  if (!isCluster(client)) return [{ node: client, lists: all.map(keys.unsent) }]
  const bySlot = mastersBySlot(client)
  return masters(client).map((node) => ({
    node,
    lists: all.filter((slot) => bySlot[slot] === node).map(keys.unsent),
  }))
}

async function withDue(node: Redis, lists: readonly string[], now: number): Promise<string[]> {
  const counts = await callRedis(() => countDue(node, lists, now))
  return lists.filter((_, index) => counts[index] !== 0)
}

/** A slot being moved is skipped until the next call. */
const moving = /^(MOVED|ASK|TRYAGAIN)\b/

async function countDue(node: Redis, lists: readonly string[], now: number): Promise<number[]> {
  const pipeline = node.pipeline()
  for (const list of lists) pipeline.zcount(list, '-inf', now)
  const results = (await pipeline.exec()) ?? []
  return results.map(([error, count]) => {
    if (error && !moving.test(error.message)) throw error
    return error ? 0 : Number(count)
  })
}
