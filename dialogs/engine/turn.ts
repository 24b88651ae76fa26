import type { Input } from './card-data.ts'
import type { Guide } from './step.ts'
import type { World } from './world.ts'

/** One input to the guides, and all that they may know and do about it. */
export interface Turn {
  readonly world: World
  readonly input: Input
  readonly guides: ReadonlyMap<string, Guide>
}
