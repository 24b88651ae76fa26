import type { Draw } from '../dialogs/steps/show.ts'
import type { World } from '../dialogs/world.ts'
import { type Language, languageFor, type Speeches } from '../locales/index.ts'
import { today } from '../src/core/calendar.ts'
import { type LoggedEvent, newCompany } from '../src/core/company.ts'
import type { Conversation, Draft } from '../src/core/conversation.ts'
import { type Command, type Context, decide, isRefusal, type Refusal } from '../src/core/decide.ts'
import { dueSoon } from '../src/core/deletion.ts'
import { guestId } from '../src/core/joining.ts'
import type { Zones } from '../src/core/local-time.ts'
import type { Person } from '../src/core/person.ts'
import type { Listener } from '../src/core/roster.ts'
import type { JoinCode } from '../src/join-code.ts'
import type { Change, Colleague, Directory, NewId, Snapshot, Store, TurnKeys } from '../src/ports.ts'
import type { Programs } from '../src/programs/index.ts'
import { sha256 } from '../src/sha256.ts'
import { type Incoming, isGroup } from './activity.ts'
import { addressOf } from './addressing.ts'
import { changeSince, rememberedBy } from './change.ts'
import type { Home, Opened } from './joined.ts'
import { Outgoing } from './outgoing.ts'
import { record } from './recording.ts'
import { recordAside } from './recording-aside.ts'
import { Roll } from './roll.ts'
import { sceneOf } from './scene.ts'

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

/**
 * One attempt at a turn: what was read, what has changed since, and what will be said. Nothing leaves it before
 * the commit; a turn that is thought again gets a new desk.
 */
export class Desk implements World {
  readonly now: number
  readonly today: string
  readonly programs: Programs
  readonly draw: Draw
  readonly newId: NewId
  readonly chat: Outgoing
  readonly personId: string
  readonly publicUrl: string | undefined
  readonly roll: Roll
  readonly #services: DeskServices
  readonly #keys: TurnKeys
  readonly #incoming: Incoming
  readonly #snapshot: Snapshot
  readonly #home: Home | undefined
  readonly #events: LoggedEvent[] = []
  #company: World['company']
  #person: Person
  #conversation: Conversation

  constructor(services: DeskServices, opened: Opened, incoming: Incoming, now: number) {
    const { keys, snapshot, home } = opened
    const { programs, draw, newId } = services
    this.#services = services
    this.#keys = keys
    this.#incoming = incoming
    this.#snapshot = snapshot
    this.#home = home
    this.now = now
    this.today = today(now)
    this.programs = programs
    this.draw = draw
    this.newId = newId
    this.#company = snapshot.company.value ?? newCompany(keys.tenant, programs.default.id)
    this.#person = {
      ...(snapshot.person.value ?? (home && atHome(home)) ?? { schema: 1 }),
      name: incoming.from.name ?? snapshot.person.value?.name ?? '',
    }
    this.#conversation = rememberedBy(snapshot, addressOf(incoming), keys)
    this.chat = new Outgoing(incoming, this.#conversation.address, snapshot, keys.tenant, newId)
    this.personId = keys.person
    this.publicUrl = services.publicUrl()
    this.roll = new Roll(snapshot.roster, keys.person, this.#conversation.address)
  }

  get company() {
    return this.#company
  }

  get person() {
    return this.#person
  }

  get program() {
    return this.programs.of(this.#company.program)
  }

  get scene() {
    return sceneOf(this.#services, this.#company, this.now)
  }

  get listener() {
    return this.roll.listener
  }

  listen(change: Partial<Listener>): void {
    this.roll.listen(change)
  }

  order(what: 'person' | 'company'): void {
    this.roll.order(what, dueSoon(this.now))
  }

  /** Something may be due at another time than before. */
  get hasNews(): boolean {
    return this.#events.length > 0 || this.roll.hasChanged
  }

  get language(): Language {
    return languageFor(this.#person.language ?? this.#conversation.address.locale)
  }

  get speech() {
    return this.#services.speeches(this.language)
  }

  /** Nobody else reads along. */
  get isPrivate(): boolean {
    return !isGroup(this.#incoming)
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
    return this.#home?.company.tenant
  }

  apply(command: Command): Refusal | undefined {
    const recorded = record(this.#company, command, this.#context, this.newId)
    if ('refused' in recorded) return recorded
    for (const { event } of recorded.events) {
      if (event.type === 'TenantLeft') this.roll.dismiss(event.tenant, this.now)
    }
    this.#company = recorded.company
    this.#events.push(...recorded.events)
    return undefined
  }

  async join({ tenant, key }: JoinCode): Promise<Refusal | undefined> {
    const invitation = sha256(key)
    const command = { type: 'JoinCompany', host: { tenant, invitation } } as const
    const decision = decide(this.#company, command, this.#context)
    if (isRefusal(decision)) return decision
    const { tenant: own } = this.#keys
    const guest = { ...this.#context.by, id: guestId(own, this.personId), tenant: own }
    const aside = { ...this.#services, clock: () => this.now }
    const admitted = await recordAside(aside, tenant, { type: 'AdmitTenant', invitation }, guest)
    return admitted === 'done' ? this.apply(command) : admitted
  }

  get #context(): Context {
    const by = {
      id: this.#keys.person,
      name: this.#person.name,
      ...(this.#person.role && { role: this.#person.role }),
      ...(this.#home && { tenant: this.#home.company.tenant }),
    }
    return { program: this.program, now: this.now, by, home: this.#home }
  }

  remember(change: Partial<Omit<Person, 'schema'>>): void {
    this.#person = { ...this.#person, ...change }
  }

  speakIn(language: Language): void {
    this.remember({ language, choseLanguage: true })
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

  get isDirectoryConnected(): boolean {
    return this.#services.directory.isConnected
  }

  get recorded() {
    return this.#events.map(({ event }) => event)
  }

  async colleagues(): Promise<readonly Colleague[]> {
    return this.#services.directory.people(this.#keys.tenant)
  }

  async history(): Promise<readonly LoggedEvent[]> {
    const kept: LoggedEvent[] = []
    for await (const event of this.#services.store.events(this.#keys.tenant)) kept.push(event)
    return [...kept, ...this.#events]
  }

  /** All that this turn wants to keep and say. */
  change(): Change {
    const documents = {
      company: this.#company,
      person: this.#person,
      conversation: this.#conversation,
    }
    return changeSince(this.#snapshot, this.#keys, documents, this.roll, this.#events, this.chat.deliveries)
  }
}

/** A guest brings along what is known of them at home, but no key to their data there. */
function atHome({ known }: Home): Person | undefined {
  if (!known) return undefined
  const { download: _, ...person } = known
  return person
}
