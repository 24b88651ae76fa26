import type { Cluster, Redis } from 'ioredis'
import { StoreError } from '../../store/ports.ts'
import { slots } from './keys.ts'

/** One server, a master behind sentinels, or a cluster: all take the same commands. */
export type Client = Redis | Cluster

export function isCluster(client: Client): client is Cluster {
  return client.isCluster
}

/** Every server that takes writes. */
export function masters(client: Client): Redis[] {
  return isCluster(client) ? client.nodes('master') : [client]
}

/** The master of each slot of a cluster; undefined where it is not connected. */
export function mastersBySlot(cluster: Cluster): (Redis | undefined)[] {
  const connected = new Map(
    masters(cluster).map((node) => [`${node.options.host}:${node.options.port}`, node]),
  )
  return Array.from({ length: slots }, (_, slot) => connected.get(cluster.slots[slot]?.[0] ?? ''))
}

/** ioredis lets go of a master that it cannot reach, and asks for it again some seconds later. */
export function refuseIncomplete(client: Client): void {
  if (!isCluster(client)) return
  const missing = mastersBySlot(client).filter((node) => node === undefined).length
  if (missing > 0)
    throw new StoreError('unavailable', `${missing} slots of the cluster have no master that answers`)
}
