import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { type PortChange, withPort } from './lmdb-file.ts'

const member = z.string()
const scored = z.tuple([member, z.string()])
const entrySchema = z.discriminatedUnion('type', [
  z.object({ key: z.string(), type: z.literal('string'), value: z.string() }),
  z.object({ key: z.string(), type: z.literal('hash'), value: z.record(member, z.string()) }),
  z.object({ key: z.string(), type: z.literal('list'), value: z.array(member) }),
  z.object({ key: z.string(), type: z.literal('set'), value: z.array(member) }),
  z.object({ key: z.string(), type: z.literal('zset'), value: z.array(scored) }),
  z.object({
    key: z.string(),
    type: z.literal('stream'),
    value: z.array(z.tuple([z.string(), z.array(member)])),
  }),
])
type Entry = z.infer<typeof entrySchema>

/** Seconds. Keys that live shorter are locks and rate limits, which are not restored. */
const shortest = 3600

/** Writes a gzipped file with a line of JSON for each key: its name, type and value. */
export async function packRedis(redis: Redis, file: string): Promise<void> {
  const keys = (await redis.keys('*')).sort()
  const lines: string[] = []
  for (const key of keys) {
    const life = await redis.ttl(key)
    if (life === -1 || life >= shortest) lines.push(`${JSON.stringify(await entryOf(redis, key))}\n`)
  }
  await writeFile(file, gzipSync(lines.join(''), { level: 9 }))
}

/** Restores all keys into an empty Redis, without expiry, and with another port of the connector. */
export async function unpackRedis(file: string, redis: Redis, port: PortChange): Promise<void> {
  const lines = withPort(gunzipSync(await readFile(file)).toString('utf8'), port)
    .trimEnd()
    .split('\n')
  const pipeline = redis.pipeline()
  for (const line of lines)
    for (const call of callsFor(entrySchema.parse(JSON.parse(line)))) pipeline.call(...call)
  for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error
}

async function entryOf(redis: Redis, key: string): Promise<Entry> {
  const type = await redis.type(key)
  return entrySchema.parse({ key, type, value: await contentOf(redis, key, type) })
}

async function contentOf(redis: Redis, key: string, type: string): Promise<unknown> {
  if (type === 'hash') return redis.hgetall(key)
  if (type === 'list') return redis.lrange(key, 0, -1)
  if (type === 'set') return redis.smembers(key)
  if (type === 'zset') return pairs(await redis.zrange(key, 0, '-1', 'WITHSCORES'))
  if (type === 'stream') return redis.xrange(key, '-', '+')
  return redis.get(key)
}

const pairs = (flat: readonly string[]) =>
  flat.flatMap((each, index) => (index % 2 === 0 ? [[each, flat[index + 1]]] : []))

function callsFor({ key, ...entry }: Entry): [string, ...string[]][] {
  switch (entry.type) {
    case 'string':
      return [['SET', key, entry.value]]
    case 'hash':
      return [['HSET', key, ...Object.entries(entry.value).flat()]]
    case 'list':
      return [['RPUSH', key, ...entry.value]]
    case 'set':
      return [['SADD', key, ...entry.value]]
    case 'zset':
      return [['ZADD', key, ...entry.value.flatMap(([each, score]) => [score, each])]]
    case 'stream':
      return entry.value.map(([id, fields]) => ['XADD', key, id, ...fields])
  }
}
