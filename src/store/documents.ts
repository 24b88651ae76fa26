import { z } from 'zod'
import { companySchema } from '../core/company/company.ts'
import { loggedEventSchema } from '../core/company/company-event.ts'
import { conversationSchema, deliverySchema } from '../core/conversation/conversation.ts'
import { personSchema } from '../core/people/person.ts'
import { rosterSchema } from '../core/reminders/roster.ts'
import { StoreError } from './ports.ts'

type Json = Readonly<Record<string, unknown>>

/** Converts JSON of one schema to the next; the `schema` number is increased for it. */
export type Migration = (older: Json) => Json

/** Kind of document. Its current schema number is one more than its migrations. */
export interface DocumentKind<T extends { readonly schema: number }> {
  readonly name: string
  readonly schema: z.ZodType<T>
  /** The first converts schema 1 to 2, and so on. */
  readonly migrations: readonly Migration[]
}

function kind<T extends { readonly schema: number }>(
  name: string,
  schema: z.ZodType<T>,
  ...migrations: Migration[]
): DocumentKind<T> {
  return { name, schema, migrations }
}

/**
 * All documents stored as JSON text, optionally encrypted (src/encryption). Log and outbox entries have the number in
 * an envelope. Log events are never migrated, as their seals would become invalid.
 */
export const documentKinds = {
  company: kind('company', companySchema),
  person: kind('person', personSchema),
  conversation: kind('conversation', conversationSchema),
  roster: kind('roster', rosterSchema),
  logEntry: kind('log entry', z.object({ schema: z.literal(1), event: loggedEventSchema })),
  outboxEntry: kind('outbox entry', z.object({ schema: z.literal(1), delivery: deliverySchema })),
}

/** Maximum bytes of a document's JSON; more indicates a bug, and slows every turn of the company. */
const largest = 256 * 1024

/** Encodes a document. Throws StoreError 'corrupt' for data that could not be read again, and 'too-large'. */
export function encode<T extends { readonly schema: number }>(
  { name, schema }: DocumentKind<T>,
  value: T,
  key: string,
): string {
  const checked = schema.safeParse(value)
  if (!checked.success) throw corrupt(`the ${name} of ${key} must not be written`, checked.error)
  return limited(JSON.stringify(value), `the ${name} of ${key}`)
}

/**
 * Decodes and migrates a document; `key` is for error messages. Throws StoreError 'newer-schema' for a later
 * program's data, 'corrupt' for anything else unreadable.
 */
export function decode<T extends { readonly schema: number }>(
  { name, schema, migrations }: DocumentKind<T>,
  text: string,
  key: string,
): T {
  const what = `the ${name} of ${key}`
  const stored = parseNumbered(text, what)
  const current = migrations.length + 1
  if (stored.schema > current) throw newer(what, stored.schema, current)
  const parsed = schema.safeParse(migrate(stored, migrations, what))
  if (!parsed.success) throw corrupt(`${what} is unreadable`, parsed.error)
  return parsed.data
}

function limited(text: string, what: string): string {
  const bytes = Buffer.byteLength(text)
  if (bytes <= largest) return text
  throw new StoreError(
    'too-large',
    `${what} must not be written: ${bytes} bytes, at most ${largest} are kept`,
  )
}

const numbered = z.looseObject({ schema: z.number().int().min(1) })

function parseNumbered(text: string, what: string): z.infer<typeof numbered> {
  const parsed = numbered.safeParse(parseJson(text, what))
  if (!parsed.success) throw corrupt(`${what} is unreadable`, parsed.error)
  return parsed.data
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No cause: the parser's message quotes the text, which may hold personal data.
    throw new StoreError('corrupt', `${what} is unreadable: not JSON`)
  }
}

function migrate(stored: z.infer<typeof numbered>, migrations: readonly Migration[], what: string): Json {
  try {
    return migrations
      .slice(stored.schema - 1)
      .reduce<Json>((older, step, index) => ({ ...step(older), schema: stored.schema + index + 1 }), stored)
  } catch (cause) {
    throw new StoreError('corrupt', `${what} has schema ${stored.schema} and could not be migrated`, {
      cause,
    })
  }
}

function newer(what: string, found: number, current: number): StoreError {
  return new StoreError(
    'newer-schema',
    `${what} has schema ${found}, written by a newer version of this program, which knows up to ${current}`,
  )
}

function corrupt(what: string, cause: z.ZodError): StoreError {
  const fields = cause.issues.map(({ path, message }) => `${path.join('.') || '(top)'}: ${message}`)
  return new StoreError('corrupt', `${what}: ${fields.join('; ')}`, { cause })
}
