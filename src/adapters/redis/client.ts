import type { Cluster, Redis } from 'ioredis'
import { StoreError } from '../../store/ports.ts'
import { slots } from './keys.ts'

/** Single server, master behind sentinels, or cluster, with the same commands. */
export type Client = Redis | Cluster

/** Tells a cluster from a single server. */
export function isCluster(client: Client): client is Cluster {
  return client.isCluster
}

/** Returns every server that accepts writes. */
export function masters(client: Client): Redis[] {
  return isCluster(client) ? client.nodes('master') : [client]
}

/** Returns the master of each slot; undefined if not connected. */
export function mastersBySlot(cluster: Cluster): (Redis | undefined)[] {
  const connected = new Map(
    masters(cluster).map((node) => [`${node.options.host}:${node.options.port}`, node]),
  )
  return Array.from({ length: slots }, (_, slot) => connected.get(cluster.slots[slot]?.[0] ?? ''))
}

/**
 * Throws StoreError 'unavailable' while a slot has no connected master: ioredis drops an unreachable master and
 * rediscovers it seconds later.
 */
export function refuseIncomplete(client: Client): void {
  if (!isCluster(client)) return
  const missing = mastersBySlot(client).filter((node) => node === undefined).length
  if (missing > 0)
    throw new StoreError('unavailable', `${missing} slots of the cluster have no master that answers`)
}
