import { z } from 'zod'
import { type DocumentKind, decode, documentKinds } from '../store/documents.ts'
import { StoreError } from '../store/ports.ts'

/**
 * Id as used in keys: plain ids unchanged, others as '#' and the base64url SHA-256 of their UTF-16 units. Some stores
 * keep only the hash.
 */
const name = z.string().regex(/^[!-~]{1,200}$/, 'expected a plain id, or # and a hash')
const expires = z.int().positive()

/** Original ids, if a name is a hash. */
const of = z.array(z.string()).min(1).max(2).optional()
const version = z.int().positive()

/** Accepts a document of any schema number and migrates it. */
function documentOf<T extends { readonly schema: number }>(kind: DocumentKind<T>) {
  return z.looseObject({ schema: z.int().positive() }).transform((json, context): T => {
    try {
      return decode(kind, JSON.stringify(json), 'this line')
    } catch (error) {
      for (const issue of issuesOf(error)) context.addIssue({ code: 'custom', ...issue })
      return z.NEVER
    }
  })
}

function issuesOf(error: unknown): { message: string; path?: PropertyKey[] }[] {
  if (!(error instanceof StoreError)) throw error
  if (!(error.cause instanceof z.ZodError)) return [{ message: error.message }]
  return error.cause.issues.map(({ message, path }) => ({ message, path }))
}

const conversation = { tenant: name, conversation: name }

/** One stored item. Instants are milliseconds since the epoch, by the bot's clock. */
export const archiveRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('company'),
    tenant: name,
    of,
    version,
    document: documentOf(documentKinds.company),
  }),
  z.strictObject({
    kind: z.literal('person'),
    tenant: name,
    person: name,
    of,
    version,
    document: documentOf(documentKinds.person),
  }),
  z.strictObject({
    kind: z.literal('conversation'),
    ...conversation,
    of,
    version,
    expires,
    document: documentOf(documentKinds.conversation),
  }),
  z.strictObject({
    kind: z.literal('roster'),
    tenant: name,
    of,
    version,
    document: documentOf(documentKinds.roster),
  }),
  z.strictObject({
    kind: z.literal('log'),
    tenant: name,
    /** Counts from 1 without gaps. */
    number: z.int().positive(),
    document: documentOf(documentKinds.logEntry),
  }),
  z.strictObject({
    kind: z.literal('outbox'),
    ...conversation,
    delivery: name,
    document: documentOf(documentKinds.outboxEntry),
  }),
  z.strictObject({
    kind: z.literal('delivered'),
    ...conversation,
    expires,
    /** Delivery ids with the channel's ids, oldest first. */
    ids: z.array(z.tuple([z.string(), z.string()])).min(1),
  }),
  z.strictObject({ kind: z.literal('handled'), ...conversation, activity: name, expires }),
])
export type ArchiveRecord = z.infer<typeof archiveRecordSchema>
/** Record of one kind. */
export type RecordOf<K extends ArchiveRecord['kind']> = Extract<ArchiveRecord, { kind: K }>

/** Returns the names in a record's key, the company's first. */
export function namesOf(record: ArchiveRecord): [tenant: string, ...rest: string[]] {
  if (record.kind === 'company' || record.kind === 'roster' || record.kind === 'log') return [record.tenant]
  if (record.kind === 'person') return [record.tenant, record.person]
  const chat = [record.tenant, record.conversation] as const
  if (record.kind === 'outbox') return [...chat, record.delivery]
  return record.kind === 'handled' ? [...chat, record.activity] : [...chat]
}

/** Prepares a record for another store: drops the roster's wake-up, which belongs to the old one. */
export function moving(record: ArchiveRecord): ArchiveRecord {
  if (record.kind !== 'roster') return record
  const { wakeup: _, ...document } = record.document
  return { ...record, document }
}

/** Lists the companies with a roster, by original id. */
export function listeningIn(records: readonly ArchiveRecord[]): string[] {
  return records.flatMap((record) => {
    if (record.kind !== 'roster') return []
    const [id = record.tenant] = record.of ?? []
    return [id]
  })
}

/** All data of a store, for moving to another one while no bot uses it. All methods throw StoreError. */
export interface Archive {
  /**
   * Yields all unexpired records; each log without interruption, logs and outboxes in order. A record may be
   * repeated.
   */
  records(): AsyncIterable<ArchiveRecord>
  isEmpty(): Promise<boolean>
  /** Reads the stored records with the same keys, in the same order. */
  present(records: readonly ArchiveRecord[]): Promise<(ArchiveRecord | undefined)[]>
  /**
   * Writes missing records and keeps existing ones; a log must continue the stored one. Wake-ups are not moved: each
   * company with a roster gets a new one, due at once, which schedules the next.
   */
  restore(records: readonly ArchiveRecord[]): Promise<void>
  /**
   * Re-encrypts all texts not under the first key; resolves to their number. In a shared store bots may keep running.
   */
  rekey(): Promise<number>
  close(): Promise<void>
}
