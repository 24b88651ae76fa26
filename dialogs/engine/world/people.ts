import type { Member } from '../../../src/core/people/authorized-people.ts'
import type { Colleague } from '../../../src/store/ports.ts'

/** The people of the company whom a person can name or choose. */
export interface People {
  /** People of this company whom the bot may write to, and the person who speaks. */
  readonly acquaintances: readonly Member[]
  /** Ids of the people whom the message of this turn mentions. */
  readonly mentioned: readonly string[]
  /** A directory is connected, so that colleagues() can name people. */
  readonly isDirectoryConnected: boolean
  /** People of the directory; none where no directory is connected. */
  colleagues(): Promise<readonly Colleague[]>
}
