import type { Page } from 'playwright-core'
import { z } from 'zod'

const cardMessage = z.object({
  action: z.enum(['createMessage', 'updateMessage']),
  message: z.object({
    messageId: z.string(),
    attachments: z.array(z.object({ content: z.looseObject({}) })).min(1),
  }),
})

/** Cards in the order sent; the page gets them over its socket. */
export class CardsReceived {
  /** By message id: the page may listen on two sockets for a while. */
  readonly #cards = new Map<string, object>()

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#read(payload.toString()))
    })
  }

  /** The nth card since the page was loaded, as it is now. */
  at(index: number): object {
    return [...this.#cards.values()][index] ?? {}
  }

  /** Tests for a card with that heading among those sent since the page was loaded. */
  has(heading: string): boolean {
    return [...this.#cards.values()].some((card) => JSON.stringify(card).includes(JSON.stringify(heading)))
  }

  clear(): void {
    this.#cards.clear()
  }

  #read(frame: string): void {
    const parsed = cardMessage.safeParse(JSON.parse(frame))
    if (!parsed.success) return
    const { messageId, attachments } = parsed.data.message
    const isOlder = parsed.data.action === 'updateMessage' && !this.#cards.has(messageId)
    if (isOlder) return
    for (const { content } of attachments) this.#cards.set(messageId, content)
  }
}
