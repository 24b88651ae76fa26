import type { Redis } from 'ioredis'
import { type Client, isCluster, masters, mastersBySlot, refuseIncomplete } from './client.ts'
import { keys, slots } from './keys.ts'
import { patiently } from './patience.ts'
import type { StoreContext } from './store-context.ts'

/** Lists that are asked for in one go: few enough that turns hardly wait behind them. */
const atOnce = 1_024

/**
 * The lists of outboxes in which somebody's time ran out before `now`. A commit can note its outbox only on the
 * server that has the company, so where there are shards, each slot has a list, and all are asked. A master that
 * does not answer keeps nobody from the messages of the others: its error is thrown last.
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
  const counts = await patiently(() => countDue(node, lists, now))
  return lists.filter((_, index) => counts[index] !== 0)
}

/** A slot that is just moving to another master is left to the next time. */
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
