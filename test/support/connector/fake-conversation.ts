import { EventEmitter } from 'node:events'
import { type Account, type Activity, describeActivity } from '../client/activity.ts'
export type ConversationKind = 'personal' | 'groupChat' | 'channel'

/** A message of the bot: as the connector keeps it, and as the person sees it (in Emulator, an update changes only the first). */
export interface BotMessage {
  readonly id: string
  readonly original: Activity
  stored: Activity
  shown: Activity
  deleted: boolean
}

/**
 * Something that the bot did to a conversation. `answer` is a card or a text that came back as the answer to a click
 * (Action.Execute) and not through the connector; `other` is a trace or an event.
 */
export interface Arrival {
  readonly position: number
  readonly kind: 'message' | 'typing' | 'update' | 'delete' | 'answer' | 'other'
  readonly activity: Activity
  readonly message?: BotMessage
}

export interface ConversationSeed {
  readonly id: string
  readonly kind: ConversationKind
  readonly bot: Account
  readonly people: Account[]
  readonly tenantId?: string
  readonly name?: string
  /** The bare id of the channel that a thread belongs to. */
  readonly channel?: string
  /** False for conversations that the client's screen never shows. */
  readonly visible?: boolean
}

/** One conversation in the memory of the connector: what the bot did, in order, and what stands there now. */
export class FakeConversation extends EventEmitter<{ arrival: [Arrival] }> {
  readonly seed: ConversationSeed
  readonly arrivals: Arrival[] = []
  readonly messages: BotMessage[] = []
  /** Every activity in both directions, in order, as the Emulator's transcript has it: updates and deletes are missing. */
  readonly log: Activity[] = []

  constructor(seed: ConversationSeed) {
    super()
    this.setMaxListeners(0)
    this.seed = seed
  }

  get id(): string {
    return this.seed.id
  }

  /** Number of arrivals, and position of the next one. */
  get position(): number {
    return this.arrivals.length
  }

  message(id: string): BotMessage | undefined {
    return this.messages.find((message) => message.id === id && !message.deleted)
  }

  receive(activity: Activity, id: string): BotMessage | undefined {
    const stored = { ...activity, id }
    this.log.push(stored)
    if (activity.type !== 'message') {
      this.arrive({ kind: activity.type === 'typing' ? 'typing' : 'other', activity: stored })
      return undefined
    }
    const message = { id, original: stored, stored, shown: stored, deleted: false }
    this.mirror(message)
    return message
  }

  /** Lets a message of one conversation be seen in another: a new post of a thread in its channel. */
  mirror(message: BotMessage): void {
    this.messages.push(message)
    this.arrive({ kind: 'message', activity: message.shown, message })
  }

  update(message: BotMessage, stored: Activity, isVisible: boolean): void {
    message.stored = stored
    if (isVisible) message.shown = stored
    this.arrive({ kind: 'update', activity: stored, message })
  }

  remove(message: BotMessage, isVisible: boolean): void {
    message.deleted = isVisible
    this.arrive({ kind: 'delete', activity: message.stored, message })
  }

  /** A click's answer: a card replaces what is shown of a message, a text is shown beside it. */
  answer(activity: Activity, message?: BotMessage): void {
    if (message) message.shown = activity
    this.arrive({ kind: 'answer', activity, ...(message ? { message } : {}) })
  }

  private arrive(what: Omit<Arrival, 'position'>): void {
    const arrival = { ...what, position: this.arrivals.length }
    this.arrivals.push(arrival)
    this.emit('arrival', arrival)
  }
}

/**
 * The first arrival from `after` on that is wanted, now or later.
 * @throws Error after `timeoutMs`, with what did arrive.
 */
export function nextArrival(
  conversation: FakeConversation,
  wanted: (arrival: Arrival) => boolean,
  after: number,
  timeoutMs: number,
): Promise<Arrival> {
  const here = conversation.arrivals.slice(after).find(wanted)
  if (here) return Promise.resolve(here)
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(deadline)
      conversation.off('arrival', look)
    }
    const look = (arrival: Arrival) => {
      if (!wanted(arrival)) return
      settle()
      resolve(arrival)
    }
    const deadline = setTimeout(() => {
      settle()
      reject(
        new Error(
          `No such reply within ${timeoutMs} ms in ${conversation.id}. ${whatArrived(conversation, after)}`,
        ),
      )
    }, timeoutMs)
    conversation.on('arrival', look)
  })
}

function whatArrived(conversation: FakeConversation, after: number): string {
  const since = conversation.arrivals.slice(after)
  if (since.length === 0) return `Nothing arrived after position ${after}.`
  const lines = since.map((one) => `  ${one.position} ${one.kind}: ${describeActivity(one.activity)}`)
  return `Arrived after position ${after}:\n${lines.join('\n')}`
}
