import type { ArchiveRecord } from '../../../archive/record.ts'
import { StoreError } from '../../../store/ports.ts'
import { namesIn, patterns } from '../keys.ts'
import { patiently, unavailable } from '../patience.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'
import { logRecord, recordsUnder } from './archive-reading.ts'

/** A key of a company, as it lies in Redis. */
export interface KeptKey {
  readonly key: string
  readonly kind: string
  /** What MEMORY USAGE says; undefined where Redis does not tell. */
  readonly bytes: number | undefined
  /** Milliseconds of Redis' time until it is removed; undefined when it stays. */
  readonly left: number | undefined
  /** What it says, of a log the last ten events; or why it cannot be read. */
  readonly records: readonly ArchiveRecord[] | StoreError
  /** How many events a log has. */
  readonly events?: number
}

const lastEvents = 10
const atOnce = 200

/** All keys of a company, in no order. Throws StoreError. */
export async function* inspectCompany(place: StoreContext, tenant: string): AsyncGenerator<KeptKey> {
  for await (const found of scanKeys(place, patterns.company(tenant))) {
    for (let first = 0; first < found.length; first += atOnce) {
      const page = found.slice(first, first + atOnce)
      yield* await Promise.all(page.map((key) => inspectKey(place, key, tenant)))
    }
  }
}

async function inspectKey(place: StoreContext, key: string, tenant: string): Promise<KeptKey> {
  const { kind } = namesIn(key)
  const [bytes, left, content] = await Promise.all([
    bytesOf(place, key),
    patiently(() => place.client.pttl(key)),
    readable(() => (kind === 'log' ? endOfLog(place, key, tenant) : whole(place, key))),
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

async function whole(place: StoreContext, key: string): Promise<Content> {
  const records: ArchiveRecord[] = []
  for await (const record of await recordsUnder(place, key)) records.push(record)
  return { records }
}

async function endOfLog(place: StoreContext, key: string, tenant: string): Promise<Content> {
  const { client } = place
  const events = await patiently(() => client.llen(key))
  const first = Math.max(events - lastEvents, 0)
  const texts = await patiently(() => client.lrange(key, first, events - 1))
  return {
    events,
    records: texts.map((text, index) => logRecord(place, key, tenant, first + index + 1, text)),
  }
}

/** Some services forbid the command. */
async function bytesOf({ client }: StoreContext, key: string): Promise<number | undefined> {
  try {
    return (await patiently(() => client.memory('USAGE', key, 'SAMPLES', 0))) ?? undefined
  } catch (error) {
    const { cause } = error instanceof StoreError ? error : unavailable(error)
    if (cause instanceof Error && cause.name === 'ReplyError') return undefined
    throw error
  }
}
