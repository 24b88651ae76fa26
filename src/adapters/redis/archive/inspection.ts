import type { ArchiveRecord } from '../../../archive/record.ts'
import { StoreError } from '../../../store/ports.ts'
import { callRedis, unavailable } from '../call-redis.ts'
import { namesIn, patterns } from '../keys.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'
import { logRecord, recordsUnder } from './archive-reading.ts'

/** A company's key in Redis. */
export interface KeptKey {
  readonly key: string
  readonly kind: string
  /** Result of MEMORY USAGE; undefined if forbidden. */
  readonly bytes: number | undefined
  /** Remaining milliseconds by Redis' clock; undefined if permanent. */
  readonly left: number | undefined
  /** Content, of a log the last ten events; or the error of reading it. */
  readonly records: readonly ArchiveRecord[] | StoreError
  /** Number of events of a log. */
  readonly events?: number
}

const lastEvents = 10
const atOnce = 200

/** Yields all keys of a company, unordered. Throws StoreError. */
export async function* inspectCompany(context: StoreContext, tenant: string): AsyncGenerator<KeptKey> {
  for await (const found of scanKeys(context, patterns.company(tenant))) {
    for (let first = 0; first < found.length; first += atOnce) {
      const page = found.slice(first, first + atOnce)
      yield* await Promise.all(page.map((key) => inspectKey(context, key, tenant)))
    }
  }
}

async function inspectKey(context: StoreContext, key: string, tenant: string): Promise<KeptKey> {
  const { kind } = namesIn(key)
  const [bytes, left, content] = await Promise.all([
    bytesOf(context, key),
    callRedis(() => context.client.pttl(key)),
    readable(() => (kind === 'log' ? endOfLog(context, key, tenant) : whole(context, key))),
  ])
  return { key, kind, bytes, left: left < 0 ? undefined : left, ...content }
}

type Content = Pick<KeptKey, 'records' | 'events'>

async function readable(read: () => Promise<Content>): Promise<Content> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'unavailable') return { records: error }
    throw error
  }
}

async function whole(context: StoreContext, key: string): Promise<Content> {
  const records: ArchiveRecord[] = []
  for await (const record of await recordsUnder(context, key)) records.push(record)
  return { records }
}

async function endOfLog(context: StoreContext, key: string, tenant: string): Promise<Content> {
  const { client } = context
  const events = await callRedis(() => client.llen(key))
  const first = Math.max(events - lastEvents, 0)
  const texts = await callRedis(() => client.lrange(key, first, events - 1))
  return {
    events,
    records: texts.map((text, index) => logRecord(context, key, tenant, first + index + 1, text)),
  }
}

/** Some services forbid the command. */
async function bytesOf({ client }: StoreContext, key: string): Promise<number | undefined> {
  try {
    return (await callRedis(() => client.memory('USAGE', key, 'SAMPLES', 0))) ?? undefined
  } catch (error) {
    const { cause } = error instanceof StoreError ? error : unavailable(error)
    if (cause instanceof Error && cause.name === 'ReplyError') return undefined
    throw error
  }
}
