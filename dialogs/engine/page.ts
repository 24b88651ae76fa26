import type { CardContent } from './render.ts'
import type { World } from './world.ts'

/** Redirects to a guide or another page. */
export interface Onward {
  readonly run: string
  readonly with?: string
}

/** A command answered by one card. `argument` comes from its button or sentence. */
export interface Page {
  readonly id: string
  /** Shown in private chats only. */
  readonly view: (world: World, argument?: string) => CardContent | Onward | Promise<CardContent | Onward>
}
