import { z } from 'zod'
import { type ArchiveRecord, namesOf } from '../../../archive/record.ts'
import { type DocumentKind, documentKinds } from '../../../store/documents.ts'
import { StoreError } from '../../../store/ports.ts'
import { callRedis } from '../call-redis.ts'
import { boundTo, keyOfNames, namesIn, part, tagged } from '../keys.ts'
import { deliveriesIn } from '../messages.ts'
import type { StoreContext } from '../store-context.ts'
import { expiryOf, idPair, versioned } from '../turn-reading.ts'

type Records = AsyncIterable<ArchiveRecord> | readonly ArchiveRecord[]
type Read = (context: StoreContext, key: string, tenant: string, names: readonly string[]) => Promise<Records>

/** Returns the tag of a name; hashes are not hashed again. */
export const tagOf = (name: string) => (name.startsWith('#') ? name : tagged(name))

/** Returns the Redis key of a record. */
export function keyOf(record: ArchiveRecord): string {
  const [tenant, ...names] = namesOf(record)
  // A conversation's messages share one hash.
  return keyOfNames(tagOf(tenant), record.kind, ...(record.kind === 'outbox' ? names.slice(0, 1) : names))
}

/** Reads the unexpired records under a company's key. Throws StoreError. */
export async function recordsUnder(context: StoreContext, key: string): Promise<Records> {
  const { tag, kind, names } = namesIn(key)
  const read = readers.get(kind)
  if (read) return read(context, key, await tenantOf(context, tag), names)
  throw new StoreError('newer-schema', `the key ${key} is of a kind that this version does not know`)
}

/** Reads the stored record with the same key. Throws StoreError. */
export async function presentOf(
  context: StoreContext,
  record: ArchiveRecord,
): Promise<ArchiveRecord | undefined> {
  const key = keyOf(record)
  if (record.kind === 'log') {
    const text = await callRedis(() => context.client.lindex(key, record.number - 1))
    return text === null ? undefined : logRecord(context, key, record.tenant, record.number, text)
  }
  if (record.kind === 'outbox') {
    const value = await callRedis(() => context.client.hget(key, record.delivery))
    const [delivery] = value === null ? [] : deliveriesIn(context.codec, [record.delivery, value], key)
    return delivery && { ...record, document: { schema: 1, delivery } }
  }
  const { kind, names } = namesIn(key)
  const found = await readers.get(kind)?.(context, key, record.tenant, names)
  for await (const present of found ?? []) return present
  return undefined
}

const unplainTags = new Map<string, string>()

/** Reads the id behind a hash from the company's document; an id with braces is hashed only in keys. */
async function tenantOf({ client }: StoreContext, tag: string): Promise<string> {
  if (!tag.startsWith('#')) return tag
  const known = unplainTags.get(tag)
  if (known !== undefined) return known
  const ids = await callRedis(() => client.hget(keyOfNames(tag, 'company'), 'of'))
  const [id] = ids === null ? [] : idsSchema.parse(JSON.parse(ids))
  if (id === undefined) return tag
  const tenant = part(id)
  unplainTags.set(tag, tenant)
  return tenant
}

const idsSchema = z.array(z.string())
const fields = z.tuple([
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
])

async function readDocument<T extends { readonly schema: number }>(
  { client, codec, clock }: StoreContext,
  key: string,
  kind: DocumentKind<T>,
) {
  const reply = await callRedis(() => client.hmget(key, 'v', 'd', 'x', 'of'))
  const [v, d, x, of] = fields.parse(reply)
  const { value: document, version } = versioned(codec, kind, [v, d, x], key, clock())
  if (document === undefined) return undefined
  return { version, document, expires: Number(x), of: of === null ? [] : idsSchema.parse(JSON.parse(of)) }
}

/** Returns the ids if a name is a hash. */
function idsBehind(names: readonly string[], of: string[]) {
  return names.some((name) => name.startsWith('#')) ? { of } : {}
}

const company: Read = async (context, key, tenant) => {
  const found = await readDocument(context, key, documentKinds.company)
  if (!found) return []
  const { version, document, of } = found
  return [{ kind: 'company', tenant, ...idsBehind([tenant], of), version, document }]
}

const person: Read = async (context, key, tenant, [person = '']) => {
  const found = await readDocument(context, key, documentKinds.person)
  if (!found) return []
  const { version, document, of } = found
  return [{ kind: 'person', tenant, person, ...idsBehind([tenant, person], of), version, document }]
}

const conversation: Read = async (context, key, tenant, [conversation = '']) => {
  const found = await readDocument(context, key, documentKinds.conversation)
  if (!found) return []
  const { of, ...rest } = found
  return [{ kind: 'conversation', tenant, conversation, ...idsBehind([tenant, conversation], of), ...rest }]
}

const roster: Read = async (context, key, tenant) => {
  const found = await readDocument(context, key, documentKinds.roster)
  if (!found) return []
  const { version, document, of } = found
  return [{ kind: 'roster', tenant, ...idsBehind([tenant], of), version, document }]
}

const page = 200

const log: Read = async (context, key, tenant) => readLog(context, key, tenant)

const outbox: Read = async ({ client, codec }, key, tenant, [conversation = '']) => {
  const entries = Object.entries(await callRedis(() => client.hgetall(key))).flat()
  return deliveriesIn(codec, entries, key).map((delivery) => ({
    kind: 'outbox',
    tenant,
    conversation,
    delivery: part(delivery.id),
    document: { schema: 1, delivery },
  }))
}

const delivered: Read = async ({ client, clock }, key, tenant, [conversation = '']) => {
  const lines = (await callRedis(() => client.lrange(key, 0, -1))).map(expiryOf)
  const live = lines.filter(({ expires }) => expires > clock())
  if (live.length === 0) return []
  const expires = Math.max(...live.map(({ expires }) => expires))
  const ids = live.map(({ rest }) => idPair.parse(JSON.parse(rest)))
  return [{ kind: 'delivered', tenant, conversation, expires, ids }]
}

const handled: Read = async ({ client, clock }, key, tenant, [conversation = '', activity = '']) => {
  const mark = await callRedis(() => client.get(key))
  const { expires } = expiryOf(mark ?? '0 ')
  return expires > clock() ? [{ kind: 'handled', tenant, conversation, activity, expires }] : []
}

const readers = new Map<string, Read>(
  Object.entries({ company, person, conversation, roster, log, outbox, delivered, handled }),
)

async function* readLog(context: StoreContext, key: string, tenant: string): AsyncGenerator<ArchiveRecord> {
  for (let first = 0; ; first += page) {
    const texts = await callRedis(() => context.client.lrange(key, first, first + page - 1))
    for (const [index, text] of texts.entries())
      yield logRecord(context, key, tenant, first + index + 1, text)
    if (texts.length < page) return
  }
}

/** Decodes an event of a company's log. Throws StoreError. */
export function logRecord(
  { codec }: StoreContext,
  key: string,
  tenant: string,
  number: number,
  text: string,
): ArchiveRecord {
  return { kind: 'log', tenant, number, document: codec.decode(documentKinds.logEntry, text, boundTo(key)) }
}
