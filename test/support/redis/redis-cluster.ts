import { setTimeout as pause } from 'node:timers/promises'
import { type RedisServer, startRedis } from './redis-server.ts'

const slots = 16_384

/** Three real masters that share the slots. */
export interface RedisCluster {
  readonly servers: readonly RedisServer[]
  readonly url: string
  stop(): Promise<void>
}

export async function startCluster(...settings: string[]): Promise<RedisCluster> {
  const node = () => startRedis('--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', ...settings)
  const servers = await Promise.all([node(), node(), node()])
  await Promise.all(servers.map((server, index) => giveSlots(server, index, servers.length)))
  await introduce(servers)
  await Promise.all(servers.map(untilComplete))
  return {
    servers,
    url: `redis+cluster://${servers.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()))
    },
  }
}

async function giveSlots(server: RedisServer, index: number, count: number): Promise<void> {
  const first = Math.floor((slots * index) / count)
  const last = Math.floor((slots * (index + 1)) / count) - 1
  const all = Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
  await server.ask(async (redis) => {
    await redis.cluster('ADDSLOTS', ...all)
    await redis.call('CLUSTER', 'SET-CONFIG-EPOCH', index + 1)
  })
}

async function introduce([first, ...others]: readonly RedisServer[]): Promise<void> {
  for (const { port } of others) await first?.ask((redis) => redis.cluster('MEET', '127.0.0.1', port))
}

async function untilComplete(server: RedisServer): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const info = await server.ask((redis) => redis.cluster('INFO'))
    if (/cluster_state:ok/.test(info) && /cluster_known_nodes:3/.test(info) && /cluster_size:3/.test(info))
      return
    await pause(50)
  }
  throw new Error('the cluster of the test does not come together')
}
