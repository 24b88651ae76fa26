import type { Cluster, Redis } from 'ioredis'

/** One server, a master behind sentinels, or a cluster: all take the same commands. */
export type Client = Redis | Cluster

export function isCluster(client: Client): client is Cluster {
  return client.isCluster
}

/** Every server that takes writes. */
export function masters(client: Client): Redis[] {
  return isCluster(client) ? client.nodes('master') : [client]
}
