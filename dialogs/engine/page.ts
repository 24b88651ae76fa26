import type { ButtonIntent } from './button-intent.ts'
import type { Button, CardContent } from './render.ts'
import type { World } from './world.ts'

/** Why a page is shown. */
export interface PageRequest {
  /** The button or the command that asked for it. */
  readonly intent?: ButtonIntent | undefined
  /** The guide, the commands or the reference that the bot itself shows it about. */
  readonly about?: string | undefined
  /** The sentence that led to it, as the person typed it. */
  readonly text?: string | undefined
  /** Button for those who meant something else. */
  readonly otherwise?: Button | undefined
}

/** A command that is answered by one card at once, or by what goes on in place of a card. */
export interface Page {
  readonly id: string
  /** Place among the commands that Teams lists, as for guides (step.ts). */
  readonly rank?: number
  /** Listed in teams and group chats, too: has no data of the company. */
  readonly inGroups?: true
  /** Intents of its own buttons, besides opening it. */
  readonly intents?: readonly ButtonIntent['do'][]
  /** Shown in private chats only. */
  readonly view: (
    world: World,
    request: PageRequest,
  ) => CardContent | ButtonIntent | Promise<CardContent | ButtonIntent>
}
