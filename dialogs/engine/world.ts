import type { Card } from '../../cards/card.ts'
import type { Language, Translations } from '../../locales/index.ts'
import type { Command } from '../../src/core/company/command.ts'
import type { Company } from '../../src/core/company/company.ts'
import type { CompanyEvent, LoggedEvent } from '../../src/core/company/company-event.ts'
import type { Refusal } from '../../src/core/company/refusal.ts'
import type { Draft } from '../../src/core/conversation/conversation.ts'
import type { Member } from '../../src/core/people/authorized-people.ts'
import type { Person } from '../../src/core/people/person.ts'
import type { Program } from '../../src/core/program/program.ts'
import type { ReminderContext } from '../../src/core/reminders/audience.ts'
import type { Recipient } from '../../src/core/reminders/roster.ts'
import type { JoinCode } from '../../src/core/sharing/join-code.ts'
import type { Programs } from '../../src/programs/index.ts'
import type { Colleague } from '../../src/store/ports.ts'
import type { Render } from './render.ts'

/** The chat as one turn sees it: what is said here is sent once the turn is committed. */
export interface Chat {
  /** `id` names the message, so that it can be replaced later. */
  send(id: string, card: Card): void
  say(text: string): void
  replace(id: string, card: Card): void
}

/** Everything that one turn may know and do. It is made anew when the turn is thought again. */
export interface World {
  /** Milliseconds since the epoch, and the same as a UTC day. */
  readonly now: number
  readonly today: string
  readonly company: Company
  readonly personId: string
  /** With the role that the directory has, where it has one. */
  readonly person: Person
  /** The role is not only what the person declared. */
  readonly isRoleProven: boolean
  /** People of this company whom the bot may write to, and who speaks: whom it can name. */
  readonly acquaintances: readonly Member[]
  /** Ids of the people whom the message of this turn mentions. */
  readonly mentioned: readonly string[]
  /** This person's entry in the roster, if the bot may write to them unasked. */
  readonly recipient: Recipient | undefined
  /** What the rules of reminders need. */
  readonly reminderContext: ReminderContext
  /** The tenant that the person is of, where that has joined the company as another one. */
  readonly ownTenant: string | undefined
  readonly program: Program
  readonly programs: Programs
  readonly translations: Translations
  readonly drafts: readonly Draft[]
  readonly chat: Chat
  /** Opens the chat where nobody else reads along. */
  readonly privateChat: string
  /** Where browsers reach the bot, if they do. */
  readonly publicUrl: string | undefined
  readonly render: Render
  /** Whether colleagues() can name anybody. */
  readonly isDirectoryConnected: boolean
  /** What was decided in this turn. */
  readonly recorded: readonly CompanyEvent[]
  newId(): string
  /** Decides a command on the company; its events are kept when the turn is. */
  apply(command: Command): Refusal | undefined
  /** Has the person's tenant join another company. */
  join(code: JoinCode): Promise<Refusal | undefined>
  /** Notes something about the person who speaks. */
  remember(change: Partial<Omit<Person, 'schema'>>): void
  /** Changes this person's entry in the roster; makes one where there is none. */
  editRecipient(change: Partial<Recipient>): void
  /** Orders that all that is kept of this person, or of the whole company, is deleted. */
  orderDeletion(what: 'person' | 'company'): void
  speakIn(language: Language): void
  keepDraft(draft: Draft): void
  dropDraft(guide: string): void
  /** People to choose from; nobody where no directory is connected. */
  colleagues(): Promise<readonly Colleague[]>
  /** The company's log, oldest first, including what this turn adds. */
  history(): Promise<readonly LoggedEvent[]>
}
