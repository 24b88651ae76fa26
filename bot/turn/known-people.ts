import type { People } from '../../dialogs/engine/world/people.ts'
import type { Member } from '../../src/core/people/authorized-people.ts'
import { acquaintancesIn } from '../../src/core/reminders/roster.ts'
import type { Colleague, Directory } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { mentionedPeople } from '../activity/mentioned-people.ts'
import type { Opened } from './joined-company.ts'
import type { Recipients } from './recipients.ts'
import type { Speaker } from './speaker.ts'

/** The people of the company: those of the roster, of the message, and of the directory. */
export class KnownPeople implements People {
  readonly mentioned: readonly string[]
  readonly isDirectoryConnected: boolean
  readonly #directory: Directory
  readonly #tenant: string
  readonly #recipients: Recipients
  readonly #speaker: Speaker

  constructor(
    directory: Directory,
    { keys, home }: Opened,
    incoming: Incoming,
    recipients: Recipients,
    speaker: Speaker,
  ) {
    this.mentioned = mentionedPeople(incoming, recipients.roster)
    // Guests cannot read another tenant's directory.
    this.isDirectoryConnected = directory.isConnected && home === undefined
    this.#directory = directory
    this.#tenant = keys.tenant
    this.#recipients = recipients
    this.#speaker = speaker
  }

  get acquaintances(): readonly Member[] {
    const { id, person } = this.#speaker
    return acquaintancesIn(this.#recipients.roster, { id, name: person.name })
  }

  async colleagues(): Promise<readonly Colleague[]> {
    return this.isDirectoryConnected ? this.#directory.people(this.#tenant) : []
  }
}
