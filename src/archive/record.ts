import { z } from 'zod'
import { type DocumentKind, decode, documentKinds } from '../store/documents.ts'
import { StoreError } from '../store/ports.ts'

/**
 * How an id stands in the keys of every store: itself where it is plain, else '#' and the SHA-256 of its UTF-16
 * units, as base64url. Where the store keeps no more, an archive knows no more.
 */
const name = z.string().regex(/^[!-~]{1,200}$/, 'expected a plain id, or # and a hash')
const expires = z.int().positive()

/** The ids themselves, where a name is a hash. */
const of = z.array(z.string()).min(1).max(2).optional()
const version = z.int().positive()

/** A document of whatever schema number; what comes out has the current one. */
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

/** One thing that a store keeps. Instants are milliseconds since the epoch, by the bot's clock. */
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
    /** From 1 on, without a gap. */
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
    /** Delivery and the channel's id of it, oldest first. */
    ids: z.array(z.tuple([z.string(), z.string()])).min(1),
  }),
  z.strictObject({ kind: z.literal('handled'), ...conversation, activity: name, expires }),
])
export type ArchiveRecord = z.infer<typeof archiveRecordSchema>
export type RecordOf<K extends ArchiveRecord['kind']> = Extract<ArchiveRecord, { kind: K }>

/** The names that make a record's key, the company's first. */
export function namesOf(record: ArchiveRecord): [tenant: string, ...rest: string[]] {
  if (record.kind === 'company' || record.kind === 'roster' || record.kind === 'log') return [record.tenant]
  if (record.kind === 'person') return [record.tenant, record.person]
  const place = [record.tenant, record.conversation] as const
  if (record.kind === 'outbox') return [...place, record.delivery]
  return record.kind === 'handled' ? [...place, record.activity] : [...place]
}

/** What of a record moves: the wake-up that a roster remembers is one of the old place. */
export function moving(record: ArchiveRecord): ArchiveRecord {
  if (record.kind !== 'roster') return record
  const { wakeup: _, ...document } = record.document
  return { ...record, document }
}

/** Ids of the companies that hear of their dates. */
export function listeningIn(records: readonly ArchiveRecord[]): string[] {
  return records.flatMap((record) => {
    if (record.kind !== 'roster') return []
    const [id = record.tenant] = record.of ?? []
    return [id]
  })
}

/** A store as a whole, to be moved into another one. No bot may use it meanwhile. Everything throws StoreError. */
export interface Archive {
  /**
   * Everything that has not expired. Of each company's log and each conversation's outbox in order; a log in one
   * piece. A record may come more than once.
   */
  records(): AsyncIterable<ArchiveRecord>
  isEmpty(): Promise<boolean>
  /** What is kept in the places of these, in the same order. */
  present(records: readonly ArchiveRecord[]): Promise<(ArchiveRecord | undefined)[]>
  /**
   * Writes each where nothing is, and leaves what is there. A log must go on where it ends. Wake-ups do not move:
   * each company with a roster gets a new one, which is due at once and finds out when the next is.
   */
  restore(records: readonly ArchiveRecord[]): Promise<void>
  /**
   * Writes anew what is not under the first of the keys, so that the others are needed no more; resolves to the number
   * of texts. Where several processes may use the store, bots may be at work.
   */
  rekey(): Promise<number>
  close(): Promise<void>
}
