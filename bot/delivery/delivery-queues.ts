import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { conversationKeysOf } from '../../src/store/conversation-keys.ts'
import { conversationName } from '../../src/store/conversation-name.ts'
import type { ConversationKeys, Leased } from '../../src/store/ports.ts'
import { ChatLanes } from './chat-lanes.ts'
import type { Lane, Waiting } from './lane.ts'
import type { Tries } from './send.ts'

/** The next thing to do about a message after an attempt; without `after` it is tried again at the next look. */
export type Next =
  | { readonly kind: 'done'; readonly gotThrough: boolean }
  | { readonly kind: 'again'; readonly after?: number | undefined; readonly isEager?: true | undefined }

export interface QueueServices {
  /** Makes an attempt; never rejects. */
  readonly deliver: (delivery: Delivery, tries: Tries) => Promise<Next>
  /** The matter of a message was over before it got through. */
  readonly outdated: (delivery: Delivery) => void
  /** Nothing of a conversation is being sent any more. */
  readonly quiet: (place: ConversationKeys) => void
  /** Once aborted nothing is tried again. */
  readonly hurry: AbortSignal
}

/** Milliseconds: what pauses for longer has settled for now. */
const long = 20_000

/** Sends messages in order within their conversations, and all conversations at once. docs/delivery.md has the rules. */
export class DeliveryQueues {
  readonly #chats = new Map<string, ChatLanes>()
  readonly #services: QueueServices
  #changes: (() => void)[] = []

  constructor(services: QueueServices) {
    this.#services = services
    services.hurry.addEventListener('abort', () => this.#tellChange())
  }

  /** Takes all over before any is sent: what belongs together is known together. */
  add(deliveries: readonly Delivery[]): void {
    const chats = new Set<ChatLanes>()
    for (const delivery of deliveries) {
      const chat = this.#chatOf(delivery)
      chat.add(delivery)
      chats.add(chat)
    }
    for (const chat of chats) this.#work(chat)
  }

  /** Tries again what was given up for now. */
  resume(): void {
    for (const chat of this.#chats.values()) {
      chat.look()
      this.#work(chat)
    }
  }

  has(delivery: Delivery): boolean {
    return this.#known(delivery)?.find(delivery) !== undefined
  }

  /** Takes out what nobody asked for in a conversation. */
  takeProactive(delivery: Delivery): Delivery[] {
    return this.#known(delivery)?.takeProactive() ?? []
  }

  /** Conversations in which something waits. */
  get places(): Leased[] {
    return [...this.#chats.values()].map(({ place, waiting }) => ({ ...place, messages: waiting.length }))
  }

  /** Resolves when everything is sent or given up for now. */
  async idle(): Promise<void> {
    while ([...this.#chats.values()].some((chat) => chat.waiting.some((one) => this.#isUnsettled(one))))
      await this.#change()
  }

  /** Resolves when these are sent or given up for now. */
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

  #known(delivery: Delivery): ChatLanes | undefined {
    return this.#chats.get(conversationName(conversationKeysOf(delivery)))
  }

  #chatOf(delivery: Delivery): ChatLanes {
    const known = this.#known(delivery)
    if (known) return known
    const place = conversationKeysOf(delivery)
    const chat = new ChatLanes(place)
    this.#chats.set(conversationName(place), chat)
    return chat
  }

  #work(chat: ChatLanes): void {
    clearTimeout(chat.timer)
    for (const delivery of chat.takeOutdated()) this.#services.outdated(delivery)
    const now = Date.now()
    const { ready, again } = chat.begin(now, (one, lane) => this.#isAllowed(one, lane))
    for (const one of ready) void this.#attempt(chat, one)
    if (chat.waiting.length === 0) this.#chats.delete(conversationName(chat.place))
    else if (Number.isFinite(again) && !this.#services.hurry.aborted)
      chat.timer = setTimeout(() => this.#work(chat), Math.max(again - now, 0)).unref()
  }

  /** In a hurry each is tried once, as long as all goes well. */
  #isAllowed(one: Waiting, { waiting }: Lane): boolean {
    if (!this.#services.hurry.aborted) return true
    return one.tries === undefined && !waiting.some((other) => !isBusy(other) && other.tries)
  }

  async #attempt(chat: ChatLanes, one: Waiting): Promise<void> {
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
    if (!chat.waiting.some(isBusy)) this.#services.quiet(chat.place)
    this.#tellChange()
  }

  #tellChange(): void {
    for (const resolve of this.#changes.splice(0)) resolve()
  }
}

const isBusy = ({ busySince }: Waiting) => busySince !== undefined
