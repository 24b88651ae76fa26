import type { Card } from '../../../cards/card-schema.ts'
import type { Render } from '../render.ts'

/** The chat as one turn sees it: messages leave once the turn is committed. */
export interface Chat {
  /** `id` names the message, so that it can be replaced later. */
  send(id: string, card: Card): void
  say(text: string): void
  replace(id: string, card: Card): void
}

/** Draws cards, sends them, and names the places that their buttons open. */
export interface ChatOutput {
  readonly chat: Chat
  readonly render: Render
  /** The address of the private chat with the bot. */
  readonly privateChat: string
  /** Public base URL of the bot for browsers; undefined if it has none. */
  readonly publicUrl: string | undefined
  newId(): string
}
