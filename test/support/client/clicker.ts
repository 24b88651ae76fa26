import type { Personality } from '../connector/fake-connector.ts'
import { type ClickEffect, clickAction } from './card-click.ts'
import type { Entries } from './card-input.ts'
import { type ActionView, findAction } from './card-view.ts'
import { type Clickable, cardToClick } from './chat-reply.ts'
/** A button by its title, by a test of it, or itself. */
export type Wanted = string | RegExp | ((action: ActionView) => boolean) | ActionView

/** The person's mouse and keyboard on the cards of one chat. */
export class Clicker {
  /** Result of the last click, if it posted nothing. */
  lastFailure: string | undefined
  private readonly personality: Personality
  private readonly kept = new Map<string, Entries>()

  constructor(personality: Personality) {
    this.personality = personality
  }

  /** @throws Error when a person could not do that: no such button or input, a card that the client does not draw. */
  click(clickable: Clickable, wanted: Wanted, inputs: Entries): ClickEffect {
    const { card, messageId } = cardToClick(clickable)
    if (this.personality === 'emulator' && Number(card.version ?? 0) > 1.5) {
      throw new Error(`Web Chat draws an empty box for a card of version ${card.version}`)
    }
    const action = isAction(wanted) ? wanted : findAction(card, wanted)
    const entries = this.keepEntries(messageId, inputs)
    const effect = clickAction(this.personality, card, action, entries, messageId)
    this.lastFailure =
      effect.kind === 'post' ? undefined : `The last click posted nothing: ${JSON.stringify(effect)}`
    return effect
  }

  /** Web Chat's inputs keep what was entered after a click; the others' begin anew. */
  private keepEntries(messageId: string | undefined, inputs: Entries): Entries {
    if (this.personality !== 'emulator' || messageId === undefined) return inputs
    const entries = { ...this.kept.get(messageId), ...inputs }
    this.kept.set(messageId, entries)
    return entries
  }
}

function isAction(wanted: Wanted): wanted is ActionView {
  return typeof wanted === 'object' && !(wanted instanceof RegExp)
}
