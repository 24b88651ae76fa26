import type { People } from '../../dialogs/engine/world/people.ts'
import type { World } from '../../dialogs/engine/world.ts'
import type { Language } from '../../locales/index.ts'
import type { Command } from '../../src/core/company/command.ts'
import type { Conversation, Draft } from '../../src/core/conversation/conversation.ts'
import type { Person } from '../../src/core/people/person.ts'
import type { Recipient } from '../../src/core/reminders/roster.ts'
import type { JoinCode } from '../../src/core/sharing/join-code.ts'
import { today } from '../../src/core/time/calendar.ts'
import type { Drafts } from './drafts.ts'
import type { Outgoing } from './outgoing-messages.ts'
import type { Recipients } from './recipients.ts'
import type { Recorder } from './recorder.ts'
import type { Speaker } from './speaker.ts'
import type { UnitOfWorkServices } from './unit-of-work-services.ts'

/** The parts of a unit of work that guides and pages use. */
export interface TurnParts
  extends Pick<World, 'now' | 'clientPlace' | 'translations' | 'reminderContext' | 'apply' | 'speakIn'> {
  readonly recorder: Recorder
  readonly speaker: Speaker
  readonly recipients: Recipients
  readonly people: People
  readonly chat: Outgoing
  readonly drafts: Drafts
  readonly conversation: Conversation
}

/** Exposes a unit of work to guides and pages; delegates only. */
export class TurnWorld implements World {
  readonly now: number
  readonly today: string
  readonly programs: World['programs']
  readonly render: World['render']
  readonly newId: World['newId']
  readonly publicUrl: string | undefined
  readonly #work: TurnParts

  constructor(work: TurnParts, { programs, render, newId, publicUrl }: UnitOfWorkServices) {
    this.now = work.now
    this.today = today(work.now)
    this.programs = programs
    this.render = render
    this.newId = newId
    this.publicUrl = publicUrl()
    this.#work = work
  }

  get company() {
    return this.#work.recorder.company
  }

  get program() {
    return this.#work.recorder.program
  }

  get ownTenant() {
    return this.#work.recorder.ownTenant
  }

  get recorded() {
    return this.#work.recorder.recorded
  }

  apply(command: Command) {
    return this.#work.apply(command)
  }

  join(code: JoinCode) {
    return this.#work.recorder.join(code, this.#work.speaker)
  }

  history() {
    return this.#work.recorder.history()
  }

  get personId() {
    return this.#work.speaker.id
  }

  get person() {
    return this.#work.speaker.person
  }

  get isRoleProven() {
    return this.#work.speaker.isRoleProven
  }

  remember(change: Partial<Omit<Person, 'schema'>>) {
    this.#work.speaker.remember(change)
  }

  orderDeletion(what: 'person' | 'company') {
    this.#work.recipients.orderDeletion(what)
  }

  get translations() {
    return this.#work.translations
  }

  get clientPlace() {
    return this.#work.clientPlace
  }

  speakIn(language: Language) {
    this.#work.speakIn(language)
  }

  get chat() {
    return this.#work.chat
  }

  get privateChat() {
    return this.#work.chat.privateChat
  }

  get recipient() {
    return this.#work.recipients.recipient
  }

  get reminderContext() {
    return this.#work.reminderContext
  }

  editRecipient(change: Partial<Recipient>) {
    this.#work.recipients.editRecipient(change)
  }

  get acquaintances() {
    return this.#work.people.acquaintances
  }

  get mentioned() {
    return this.#work.people.mentioned
  }

  get isDirectoryConnected() {
    return this.#work.people.isDirectoryConnected
  }

  colleagues() {
    return this.#work.people.colleagues()
  }

  get spokenOf() {
    return this.#work.conversation.spokenOf
  }

  get drafts() {
    return this.#work.drafts.list
  }

  keepDraft(draft: Draft) {
    this.#work.drafts.keep(draft)
  }

  dropDraft(guide: string) {
    this.#work.drafts.drop(guide)
  }
}
