import type { CardContent } from './render.ts'
import type { World } from './world.ts'

/** What goes on in place of a card: a guide, or another page. */
export interface Onward {
  readonly run: string
  readonly with?: string
}

/** A command that is answered by one card at once. `argument` is what its button or sentence carried. */
export interface Page {
  readonly id: string
  /** Shown only where nobody else reads along. */
  readonly view: (world: World, argument?: string) => CardContent | Onward | Promise<CardContent | Onward>
}
