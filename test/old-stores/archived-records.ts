import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { activitySchema } from '../support/client/activity.ts'
import { type PortChange, withPort } from './lmdb-file.ts'

/** A line of an archive as it was written; no current schema has read it. */
const recordSchema = z.looseObject({
  kind: z.string(),
  document: z.looseObject({ schema: z.number() }).optional(),
})
export type OldRecord = z.infer<typeof recordSchema>

/** Lines of the archive that was written beside a store, with header and end. */
export const linesIn = (file: URL, port: PortChange): string[] =>
  withPort(gunzipSync(readFileSync(file)).toString('utf8'), port)
    .trimEnd()
    .split('\n')

/** Records of an archive, without header and end. */
export const recordsIn = (lines: readonly string[]): OldRecord[] =>
  lines.slice(1, -1).map((line) => recordSchema.parse(JSON.parse(line)))

/** A record of the current archive in the same form, for comparison. */
export const asWritten = (record: object): OldRecord => recordSchema.parse(JSON.parse(JSON.stringify(record)))

/** Identifies a record, as its key in a store does. */
const keyOf = ({ kind, tenant, person, conversation, delivery, activity, number }: OldRecord): string =>
  JSON.stringify([kind, tenant, person, conversation, delivery, activity, number])

export const byKey = (records: readonly OldRecord[]): Map<string, OldRecord> =>
  new Map(records.map((record) => [keyOf(record), record]))

const messageSchema = z.object({
  kind: z.literal('outbox'),
  document: z.object({
    delivery: z.object({
      tenant: z.string(),
      address: z.object({ conversation: z.string() }),
      activity: activitySchema,
      replaces: z.object({ activityId: z.string() }).optional(),
      again: z.boolean().optional(),
    }),
  }),
})

/** Messages in the outbox. */
export const messagesIn = (records: readonly OldRecord[]) =>
  records.flatMap((record) => messageSchema.safeParse(record).data?.document.delivery ?? [])
