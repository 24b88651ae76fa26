import type { Draw } from '../../dialogs/engine/render.ts'
import type { Speeches } from '../../locales/index.ts'
import type { Zones } from '../../src/core/time/local-time.ts'
import type { Programs } from '../../src/programs/index.ts'
import type { Directory, NewId, Store } from '../../src/store/ports.ts'

/** What a desk needs, whatever the turn. */
export interface DeskServices {
  readonly store: Store
  readonly directory: Directory
  readonly programs: Programs
  readonly speeches: Speeches
  readonly draw: Draw
  readonly newId: NewId
  readonly zones: Zones
  /** Where browsers reach the bot, once that is known. */
  readonly publicUrl: () => string | undefined
}
