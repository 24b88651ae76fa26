import type { Render } from '../../dialogs/engine/render.ts'
import type { TranslationsFor } from '../../locales/index.ts'
import type { Zones } from '../../src/core/time/local-time.ts'
import type { Programs } from '../../src/programs/index.ts'
import type { Directory, NewId, Store } from '../../src/store/ports.ts'

/** Services that any unit of work needs. */
export interface UnitOfWorkServices {
  readonly store: Store
  readonly directory: Directory
  readonly programs: Programs
  readonly translationsFor: TranslationsFor
  readonly render: Render
  readonly newId: NewId
  readonly zones: Zones
  /** Base URL for browsers, once it is known. */
  readonly publicUrl: () => string | undefined
}
