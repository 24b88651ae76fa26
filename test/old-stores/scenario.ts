import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Activity } from '../support/client/activity.ts'
import { cardIn } from '../support/client/chat-reply.ts'
import { chatSchema } from './chats.ts'

export const answerSchema = z.union([
  z.object({ types: z.string() }),
  z.object({
    /** Title of the button on the recorded card. */
    clicks: z.string(),
    fills: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
])
export type Answer = z.infer<typeof answerSchema>

const questionSchema = z.object({ guide: z.string(), step: z.string() })
export type Question = z.infer<typeof questionSchema>

/** A person in the middle of a guide, and their next answer. */
const halfDoneSchema = z.object({
  chat: chatSchema,
  /** Question that waits for an answer. */
  at: questionSchema,
  answer: answerSchema,
  /** Question that follows, with the inputs that must be filled in there; absent where the answer ends the guide. */
  next: questionSchema.extend({ filled: z.array(z.string()) }).optional(),
  /** Types of the events at the end of the company's log after the answer. */
  records: z.array(z.string()),
})
export type HalfDone = z.infer<typeof halfDoneSchema>

/** Facts about a store that the test cannot read from the store itself. */
const scenarioSchema = z.object({
  /** Instant of the bot's clock at the end of the recording, in milliseconds. */
  at: z.number(),
  /** Port of the connector, as it stands in each stored address. */
  port: z.number(),
  /** Wake-ups that were scheduled. */
  wakeups: z.array(z.object({ id: z.string(), tenant: z.string(), at: z.number() })),
  halfDone: z.array(halfDoneSchema),
  /** Chats of the other people, by lower-case name. */
  people: z.record(z.string(), chatSchema),
})
export type Scenario = z.infer<typeof scenarioSchema>

export const readScenario = (file: string | URL): Scenario =>
  scenarioSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')))

export const packScenario = (scenario: Scenario): Buffer => gzipSync(JSON.stringify(scenario), { level: 9 })

/** Question that the buttons of a card answer; undefined where the card asks nothing. */
export function questionIn(activity: Activity): Question | undefined {
  const stamped = z.object({ answer: questionSchema })
  const [stamp] = cardIn(activity)?.actions.flatMap(({ data }) => stamped.safeParse(data).data ?? []) ?? []
  return stamp?.answer
}

/** Values of the inputs of a card that are not empty, by id. */
export function enteredIn(activity: Activity): Record<string, string> {
  const filled = cardIn(activity)?.inputs.filter(({ value }) => value !== '') ?? []
  return Object.fromEntries(filled.map(({ id, value }) => [id, value]))
}
