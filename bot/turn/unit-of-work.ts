import type { ClientPlace } from '../../dialogs/engine/world/localization.ts'
import type { World } from '../../dialogs/engine/world.ts'
import type { Language, Translations } from '../../locales/index.ts'
import type { Command } from '../../src/core/company/command.ts'
import type { Refusal } from '../../src/core/company/refusal.ts'
import type { Conversation } from '../../src/core/conversation/conversation.ts'
import type { ReminderContext } from '../../src/core/reminders/audience.ts'
import { reminderContextOf } from '../../src/programs/reminder-rules.ts'
import type { Change } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { addressOf, clientPlaceOf, senderName } from '../activity/addressing.ts'
import { isPersonal } from '../activity/conversation-scope.ts'
import { type ConversationLanguage, conversationLanguageIn } from './conversation-language.ts'
import { ConversationState } from './conversation-state.ts'
import { Drafts } from './drafts.ts'
import type { Opened } from './joined-company.ts'
import { KnownPeople } from './known-people.ts'
import { Outgoing } from './outgoing-messages.ts'
import { Recipients } from './recipients.ts'
import { Recorder } from './recorder.ts'
import { Speaker } from './speaker.ts'
import { changeSince, rememberedBy } from './turn-change.ts'
import { TurnWorld } from './turn-world.ts'
import type { UnitOfWorkServices } from './unit-of-work-services.ts'

/**
 * One attempt at a turn: documents read, changes and messages. Nothing leaves it before the commit; a retry gets a new
 * one.
 */
export class UnitOfWork {
  readonly now: number
  /** The chat is private: no one else can read it. */
  readonly isPersonalChat: boolean
  readonly clientPlace: ClientPlace
  readonly recorder: Recorder
  readonly speaker: Speaker
  readonly conversationLanguage: ConversationLanguage
  readonly chat: Outgoing
  readonly recipients: Recipients
  readonly people: KnownPeople
  readonly drafts: Drafts
  /** The view for guides and pages. */
  readonly world: World
  /** Topic of a question without an answer, counted once the turn is committed. */
  unanswered: string | undefined
  readonly #services: UnitOfWorkServices
  readonly #opened: Opened
  readonly #conversation: ConversationState

  constructor(services: UnitOfWorkServices, opened: Opened, incoming: Incoming, now: number) {
    const { keys, snapshot } = opened
    const conversation = rememberedBy(snapshot, addressOf(incoming), keys)
    const { address } = conversation
    this.now = now
    this.isPersonalChat = isPersonal(incoming)
    this.clientPlace = clientPlaceOf(incoming)
    this.recorder = new Recorder({ ...services, clock: () => now }, opened)
    this.speaker = new Speaker(services.directory, opened, senderName(incoming))
    const { kept } = this.speaker
    this.conversationLanguage = conversationLanguageIn(
      incoming,
      kept,
      conversation,
      snapshot.conversation.value,
    )
    this.chat = new Outgoing(incoming, address, snapshot, keys.tenant, services.newId)
    this.recipients = new Recipients(snapshot.roster, keys.person, address, now)
    this.people = new KnownPeople(services.directory, opened, incoming, this.recipients, this.speaker)
    this.#conversation = new ConversationState(conversation)
    this.drafts = new Drafts(this.#conversation)
    this.#services = services
    this.#opened = opened
    this.world = new TurnWorld(this, services)
  }

  get conversation(): Conversation {
    return this.#conversation.current
  }

  /** Changes the conversation. */
  note(change: Partial<Omit<Conversation, 'schema' | 'address'>>): void {
    this.#conversation.note(change)
  }

  get language(): Language {
    return this.conversationLanguage.language
  }

  get translations(): Translations {
    return this.#services.translationsFor(this.language)
  }

  speakIn(language: Language): void {
    this.speaker.remember(this.conversationLanguage.choose(language))
  }

  get reminderContext(): ReminderContext {
    return reminderContextOf(this.#services, this.recorder.company, this.now)
  }

  /** Tests whether due dates may have changed. */
  get hasNews(): boolean {
    return this.recorder.events.length > 0 || this.recipients.hasChanged
  }

  /** Records a command; people of a removed tenant get no more reminders. */
  apply(command: Command): Refusal | undefined {
    const outcome = this.recorder.apply(command, this.speaker)
    if ('refused' in outcome) return outcome
    for (const { event } of outcome) if (event.type === 'TenantLeft') this.recipients.dismiss(event.tenant)
    return undefined
  }

  /** The change to commit. */
  change(): Change {
    const { keys, snapshot } = this.#opened
    const { company, events } = this.recorder
    const documents = { company, person: this.speaker.kept, conversation: this.conversation }
    return changeSince(snapshot, keys, documents, this.recipients, events, this.chat.deliveries)
  }
}
