import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { conversationKeysOf } from '../../src/store/conversation-keys.ts'
import { conversationName } from '../../src/store/conversation-name.ts'
import type { ConversationKeys, Leased } from '../../src/store/ports.ts'
import { ChatQueues } from './chat-queues.ts'
import type { MessageQueue, Waiting } from './message-queue.ts'
import type { Tries } from './message-sender.ts'

/** Next step after an attempt; without `after` (milliseconds) it is retried at the next check of the outbox. */
export type Next =
  | { readonly kind: 'done'; readonly gotThrough: boolean }
  | { readonly kind: 'again'; readonly after?: number | undefined; readonly isEager?: true | undefined }

export interface QueueServices {
  /** Makes one attempt; never rejects. */
  readonly deliver: (delivery: Delivery, tries: Tries) => Promise<Next>
  /** Called for a message outdated before it was sent. */
  readonly outdated: (delivery: Delivery) => void
  /** Called when nothing of a conversation is being sent any more. */
  readonly quiet: (keys: ConversationKeys) => void
  /** Once aborted, nothing is retried. */
  readonly hurry: AbortSignal
}

/** Milliseconds; longer pauses count as settled. */
const long = 20_000

/** Sends messages in order per conversation, conversations in parallel. Rules: docs/delivery.md. */
export class DeliveryQueues {
  readonly #chats = new Map<string, ChatQueues>()
  readonly #services: QueueServices
  #changes: (() => void)[] = []

  constructor(services: QueueServices) {
    this.#services = services
    services.hurry.addEventListener('abort', () => this.#tellChange())
  }

  /** Queues all before sending any, as some replace others. */
  add(deliveries: readonly Delivery[]): void {
    const chats = new Set<ChatQueues>()
    for (const delivery of deliveries) {
      const chat = this.#chatOf(delivery)
      chat.add(delivery)
      chats.add(chat)
    }
    for (const chat of chats) this.#work(chat)
  }

  /** Retries what was parked. */
  resume(): void {
    for (const chat of this.#chats.values()) {
      chat.retryParked()
      this.#work(chat)
    }
  }

  has(delivery: Delivery): boolean {
    return this.#known(delivery)?.find(delivery) !== undefined
  }

  /** Removes the waiting proactive messages of a conversation. */
  takeProactive(delivery: Delivery): Delivery[] {
    return this.#known(delivery)?.takeProactive() ?? []
  }

  /** Keys of conversations with waiting messages. */
  get conversations(): Leased[] {
    return [...this.#chats.values()].map(({ keys, waiting }) => ({ ...keys, messages: waiting.length }))
  }

  /** Resolves when everything is sent or parked. */
  async idle(): Promise<void> {
    while ([...this.#chats.values()].some((chat) => chat.waiting.some((one) => this.#isUnsettled(one))))
      await this.#change()
  }

  /** Resolves when these are sent or parked. */
  async settled(deliveries: readonly Delivery[]): Promise<void> {
    const isUnsettled = (delivery: Delivery) => {
      const waiting = this.#known(delivery)?.find(delivery)
      return waiting !== undefined && this.#isUnsettled(waiting)
    }
    while (deliveries.some(isUnsettled)) await this.#change()
  }

  #isUnsettled(one: Waiting): boolean {
    return isBusy(one) || (!this.#services.hurry.aborted && one.notBefore < Date.now() + long)
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#changes.push(resolve))
  }

  #known(delivery: Delivery): ChatQueues | undefined {
    return this.#chats.get(conversationName(conversationKeysOf(delivery)))
  }

  #chatOf(delivery: Delivery): ChatQueues {
    const known = this.#known(delivery)
    if (known) return known
    const keys = conversationKeysOf(delivery)
    const chat = new ChatQueues(keys)
    this.#chats.set(conversationName(keys), chat)
    return chat
  }

  #work(chat: ChatQueues): void {
    clearTimeout(chat.timer)
    for (const delivery of chat.takeOutdated()) this.#services.outdated(delivery)
    const now = Date.now()
    const { ready, again } = chat.begin(now, (one, queue) => this.#isAllowed(one, queue))
    for (const one of ready) void this.#attempt(chat, one)
    if (chat.waiting.length === 0) this.#chats.delete(conversationName(chat.keys))
    else if (Number.isFinite(again) && !this.#services.hurry.aborted)
      chat.timer = setTimeout(() => this.#work(chat), Math.max(again - now, 0)).unref()
  }

  /** Tries each once while stopping, until one fails. */
  #isAllowed(one: Waiting, { waiting }: MessageQueue): boolean {
    if (!this.#services.hurry.aborted) return true
    return one.tries === undefined && !waiting.some((other) => !isBusy(other) && other.tries)
  }

  async #attempt(chat: ChatQueues, one: Waiting): Promise<void> {
    one.tries ??= { since: Date.now(), times: 0, unclear: 0 }
    const next = await this.#services.deliver(one.delivery, one.tries)
    one.busySince = undefined
    one.triedAt = Date.now()
    if (next.kind === 'done') chat.remove(one)
    else {
      one.notBefore = next.after === undefined ? Number.POSITIVE_INFINITY : Date.now() + next.after
      one.isEager = next.isEager === true
    }
    if (next.kind === 'done' && next.gotThrough) chat.hasten()
    this.#work(chat)
    if (!chat.waiting.some(isBusy)) this.#services.quiet(chat.keys)
    this.#tellChange()
  }

  #tellChange(): void {
    for (const resolve of this.#changes.splice(0)) resolve()
  }
}

const isBusy = ({ busySince }: Waiting) => busySince !== undefined
