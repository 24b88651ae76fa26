import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { BotMessage, FakeConversation } from '../connector/fake-conversation.ts'
import { type Activity, activitySchema } from './activity.ts'
import type { ChatClient } from './chat-client.ts'
import { cardIn } from './chat-reply.ts'
import { findRecordedClick } from './recorded-click.ts'

const transcriptSchema = z.array(activitySchema)

/** A conversation as Bot Framework Emulator saves it: every activity in order, both directions, without updates and deletes. */
export type Transcript = readonly Activity[]

export function recordTranscript(conversation: FakeConversation): Transcript {
  return conversation.log.map((activity) =>
    activity.channelId === 'emulator' ? activity : withRole(activity, conversation),
  )
}

/** Only Emulator saves transcripts, and just what it was sent; of the other clients the same is made. */
function withRole({ from, ...activity }: Activity, { seed }: FakeConversation): Activity {
  const role = from?.id === seed.bot.id ? 'bot' : 'user'
  return { ...activity, ...(from ? { from: { ...from, role } } : {}) }
}

/** Writes indented JSON, so that a change of a conversation can be read as a diff. */
export async function writeTranscript(file: string | URL, transcript: Transcript): Promise<void> {
  await writeFile(file, `${JSON.stringify(transcript, null, 2)}\n`)
}

/** @throws ZodError or SyntaxError when the file is no transcript. */
export async function readTranscript(file: string | URL): Promise<Transcript> {
  return transcriptSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Emulator names the person's role in all that it saves; a bot's is what the bot says of itself. */
function isFromPerson({ from }: Activity): boolean {
  return from?.role === 'user'
}

/** An installation is not: it comes with the conversationUpdate of the same first contact, in either order. */
function isDoneAgain(activity: Activity): boolean {
  return isFromPerson(activity) && activity.type !== 'installationUpdate'
}

/** One thing that the person did, and what the bot said to it: then and now. */
export interface Exchange {
  readonly did: Activity
  readonly recorded: readonly unknown[]
  readonly received: readonly unknown[]
}

export interface ReplayOptions {
  /** Takes out of a bot's message what differs from run to run: ids, times, nonces. Default: `withoutEnvelope`. */
  readonly normalizeWords?: (activity: Activity) => unknown
  /** How long to wait for each message of the bot. Default 5 s. */
  readonly timeoutMs?: number
}

/**
 * Does again what the person of a transcript did, in order, waiting after each for as many messages of the bot as it sent
 * then. A click is made on the same button (by position and title) of the card that came now, with what was filled in then.
 * @throws Error when the bot sends fewer messages, or another card than the one that was clicked.
 */
export async function replay(
  transcript: Transcript,
  client: ChatClient,
  { normalizeWords = withoutEnvelope, timeoutMs = 5000 }: ReplayOptions = {},
): Promise<Exchange[]> {
  const exchanges: Exchange[] = []
  for (const [index, did] of transcript.entries()) {
    if (!isDoneAgain(did)) continue
    const recorded = answersTo(transcript, index)
    const received = await repeat(transcript, index, client, recorded.length, timeoutMs)
    exchanges.push({ did, recorded: recorded.map(normalizeWords), received: received.map(normalizeWords) })
  }
  return exchanges
}

/** The bot's messages up to the next thing that the person did. */
function answersTo(transcript: Transcript, index: number): Activity[] {
  const rest = transcript.slice(index + 1)
  const end = rest.findIndex(isDoneAgain)
  return rest.slice(0, end === -1 ? undefined : end).filter(isBotMessage)
}

const isBotMessage = (activity: Activity) => activity.type === 'message' && !isFromPerson(activity)

/** Everything that the bot sent until its turn ended and as many messages came as then. */
async function repeat(
  transcript: Transcript,
  index: number,
  client: ChatClient,
  count: number,
  timeoutMs: number,
): Promise<Activity[]> {
  client.catchUp()
  const place = client.conversation
  const before = place.messages.length
  const turn = startAgain(transcript, index, client)
  for (let received = 0; received < count; received += 1) {
    await client.waitForReply(({ kind }) => kind === 'message', timeoutMs)
  }
  await turn
  const { messages } = client.conversation
  return messages.slice(client.conversation === place ? before : 0).map(({ original }) => original)
}

/** Does it at once; resolves when the bot's turn has ended. @throws Error when there is no such button. */
function startAgain(transcript: Transcript, index: number, client: ChatClient): Promise<unknown> {
  const did = transcript[index]
  if (did?.type === 'conversationUpdate') return client.join()
  if (did?.type === 'invoke' || did?.value !== undefined) return clickAgain(transcript, index, client)
  return did?.type === 'message' ? client.say(did.text ?? '') : Promise.resolve()
}

function clickAgain(transcript: Transcript, index: number, client: ChatClient): Promise<unknown> {
  const click = findRecordedClick(transcript, index)
  const message = cardMessages(client.conversation)[click.cardIndex]
  const action = message && cardIn(message.original)?.actions[click.actionIndex]
  if (!message || action?.label !== click.label) {
    const now = action ? `"${action.label}"` : 'none'
    throw new Error(`The recorded click on "${click.label}" finds no such button: the bot now shows ${now}`)
  }
  const asItCame = { kind: 'message' as const, position: 0, activity: message.original, message }
  return client.click(asItCame, action, click.entries)
}

function cardMessages(conversation: FakeConversation): BotMessage[] {
  return conversation.messages.filter(({ original }) => cardIn(original) !== undefined)
}

/** What a person sees of a bot's message, without ids, times and addresses. */
export function withoutEnvelope({ type, text, attachments, suggestedActions, summary }: Activity): unknown {
  return JSON.parse(JSON.stringify({ type, text, attachments, suggestedActions, summary }))
}
