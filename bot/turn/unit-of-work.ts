import type { Render } from '../../dialogs/engine/render.ts'
import type { World } from '../../dialogs/engine/world.ts'
import type { Language } from '../../locales/index.ts'
import type { Command } from '../../src/core/company/command.ts'
import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import type { Refusal } from '../../src/core/company/refusal.ts'
import type { Conversation, Draft } from '../../src/core/conversation/conversation.ts'
import type { Person } from '../../src/core/people/person.ts'
import { dueSoon } from '../../src/core/privacy/deletion.ts'
import { acquaintancesIn, type Recipient } from '../../src/core/reminders/roster.ts'
import type { JoinCode } from '../../src/core/sharing/join-code.ts'
import { today } from '../../src/core/time/calendar.ts'
import type { Programs } from '../../src/programs/index.ts'
import { reminderContextOf } from '../../src/programs/reminder-rules.ts'
import type { Change, Colleague, NewId, Snapshot, TurnKeys } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { addressOf, senderName } from '../activity/addressing.ts'
import { mentionedPeople } from '../activity/mentioned-people.ts'
import { isPersonal } from '../activity/scope.ts'
import { type ConversationLanguage, conversationLanguageIn } from './conversation-language.ts'
import type { Opened } from './joined-company.ts'
import { Outgoing } from './outgoing-messages.ts'
import { Recipients } from './recipients.ts'
import { Recorder } from './recorder.ts'
import { Speaker } from './speaker.ts'
import { changeSince, rememberedBy } from './turn-change.ts'
import type { UnitOfWorkServices } from './unit-of-work-services.ts'

/**
 * One attempt at a turn: what was read, what has changed since, and what will be said. Nothing leaves it before
 * the commit; a turn that is thought again gets a new desk.
 */
export class UnitOfWork implements World {
  readonly now: number
  readonly today: string
  readonly programs: Programs
  readonly render: Render
  readonly newId: NewId
  readonly chat: Outgoing
  readonly personId: string
  readonly publicUrl: string | undefined
  readonly recipients: Recipients
  readonly speaker: Speaker
  readonly conversationLanguage: ConversationLanguage
  readonly mentioned: readonly string[]
  readonly #services: UnitOfWorkServices
  readonly #keys: TurnKeys
  readonly #incoming: Incoming
  readonly #snapshot: Snapshot
  readonly #books: Recorder
  #conversation: Conversation

  constructor(services: UnitOfWorkServices, opened: Opened, incoming: Incoming, now: number) {
    const { keys, snapshot } = opened
    this.#services = services
    this.#keys = keys
    this.#incoming = incoming
    this.#snapshot = snapshot
    this.now = now
    this.today = today(now)
    this.programs = services.programs
    this.render = services.render
    this.newId = services.newId
    this.#books = new Recorder({ ...services, clock: () => now }, opened)
    this.speaker = new Speaker(services.directory, opened, senderName(incoming))
    this.#conversation = rememberedBy(snapshot, addressOf(incoming), keys)
    this.conversationLanguage = conversationLanguageIn(
      incoming,
      this.speaker.kept,
      this.#conversation,
      snapshot.conversation.value,
    )
    this.chat = new Outgoing(incoming, this.#conversation.address, snapshot, keys.tenant, services.newId)
    this.personId = keys.person
    this.publicUrl = services.publicUrl()
    this.recipients = new Recipients(snapshot.roster, keys.person, this.#conversation.address, now)
    this.mentioned = mentionedPeople(incoming, this.recipients.roster)
  }

  get company() {
    return this.#books.company
  }

  get person() {
    return this.speaker.person
  }

  get isRoleProven(): boolean {
    return this.speaker.isRoleProven
  }

  get acquaintances() {
    return acquaintancesIn(this.recipients.roster, { id: this.personId, name: this.person.name })
  }

  get program() {
    return this.#books.program
  }

  get reminderContext() {
    return reminderContextOf(this.#services, this.#books.company, this.now)
  }

  get recipient() {
    return this.recipients.recipient
  }

  editRecipient(change: Partial<Recipient>): void {
    this.recipients.editRecipient(change)
  }

  orderDeletion(what: 'person' | 'company'): void {
    this.recipients.orderDeletion(what, dueSoon(this.now))
  }

  /** Something may be due at another time than before. */
  get hasNews(): boolean {
    return this.#books.events.length > 0 || this.recipients.hasChanged
  }

  get language(): Language {
    return this.conversationLanguage.language
  }

  get translations() {
    return this.#services.translationsFor(this.language)
  }

  /** Nobody else reads along. */
  get isPrivate(): boolean {
    return isPersonal(this.#incoming)
  }

  /** Teams' own link to a chat, by the id that Teams gave the bot. */
  get privateChat(): string {
    return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(this.#incoming.recipient.id)}`
  }

  get drafts() {
    return this.#conversation.drafts
  }

  get conversation() {
    return this.#conversation
  }

  get ownTenant(): string | undefined {
    return this.#books.ownTenant
  }

  apply(command: Command): Refusal | undefined {
    const outcome = this.#books.apply(command, this.speaker)
    if ('refused' in outcome) return outcome
    for (const { event } of outcome)
      if (event.type === 'TenantLeft') this.recipients.dismiss(event.tenant, this.now)
    return undefined
  }

  join(code: JoinCode): Promise<Refusal | undefined> {
    return this.#books.join(code, this.speaker)
  }

  remember(change: Partial<Omit<Person, 'schema'>>): void {
    this.speaker.remember(change)
  }

  speakIn(language: Language): void {
    this.remember(this.conversationLanguage.choose(language))
  }

  note(change: Partial<Omit<Conversation, 'schema' | 'address'>>): void {
    this.#conversation = { ...this.#conversation, ...change }
  }

  keepDraft(draft: Draft): void {
    this.note({ drafts: [draft, ...this.drafts.filter(({ guide }) => guide !== draft.guide)] })
  }

  dropDraft(guide: string): void {
    this.note({ drafts: this.drafts.filter((draft) => draft.guide !== guide) })
  }

  /** For the company's own people: a guest does not look through another tenant's. */
  get isDirectoryConnected(): boolean {
    return this.#services.directory.isConnected && this.ownTenant === undefined
  }

  get recorded() {
    return this.#books.events.map(({ event }) => event)
  }

  async colleagues(): Promise<readonly Colleague[]> {
    return this.isDirectoryConnected ? this.#services.directory.people(this.#keys.tenant) : []
  }

  history(): Promise<readonly LoggedEvent[]> {
    return this.#books.history()
  }

  /** All that this turn wants to keep and say. */
  change(): Change {
    const { company, events } = this.#books
    const documents = { company, person: this.speaker.kept, conversation: this.#conversation }
    return changeSince(this.#snapshot, this.#keys, documents, this.recipients, events, this.chat.deliveries)
  }
}
