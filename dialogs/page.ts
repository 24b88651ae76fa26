import type { Drawing } from './steps/show.ts'
import type { World } from './world.ts'

/** A command that is answered by one card at once. `argument` is what its button or sentence carried. */
export interface Page {
  readonly id: string
  /** Shown only where nobody else reads along. */
  readonly view: (world: World, argument?: string) => Drawing | Promise<Drawing>
}
