import type { Incoming } from '../../../bot/activity/activity.ts'
import { keysOf } from '../../../bot/activity/addressing.ts'
import { remind } from '../../../bot/background/remind.ts'
import { createActivityHandler } from '../../../bot/conversation/handle-activity.ts'
import { visit } from '../../../bot/turn/turn-request.ts'
import { UnitOfWork } from '../../../bot/turn/unit-of-work.ts'
import type { UnitOfWorkServices } from '../../../bot/turn/unit-of-work-services.ts'
import { type Card, cardSchema } from '../../../cards/card.ts'
import { loadCards } from '../../../cards/index.ts'
import { createRender } from '../../../dialogs/engine/render.ts'
import type { Guide } from '../../../dialogs/engine/step.ts'
import type { World } from '../../../dialogs/engine/world.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { type Language, loadTranslations } from '../../../locales/index.ts'
import { noDirectory } from '../../../src/adapters/unconnected/directory.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import type { Delivery } from '../../../src/core/conversation/conversation.ts'
import type { Role } from '../../../src/core/people/person.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import type { Colleague, Directory, Documents, Store } from '../../../src/store/ports.ts'
import { zones } from '../../../src/time/time-zones.ts'

/** What one person, one company and one conversation have come to; a copy of it can go another way. */
export interface Situation {
  readonly documents: Partial<Documents>
  readonly log: readonly LoggedEvent[]
}

export interface Thought {
  /** The tenant whose documents are written. */
  readonly tenant: string
  readonly situation: Situation
  readonly outbox: readonly Delivery[]
  /** The cards that were sent or replaced, in order. */
  readonly cards: readonly Card[]
  /** Those that took the place of earlier ones, and the others. */
  readonly results: readonly Card[]
  readonly sent: readonly Card[]
  readonly texts: readonly string[]
}

const programs = loadPrograms()
const translationsFor = loadTranslations()
const renderCard = loadCards()
/** Every template that was drawn, as `language:name`. */
export const rendered = new Set<string>()
const render = createRender((name, data) => {
  rendered.add(`${data.language}:${name}`)
  return renderCard(name, data)
})
const understanding = createUnderstanding(loadVocabularies())
const wallClock = steps()
const nextId = steps()

/** A noon in November, so that dates do not move with the day of the test. */
export const noon = Date.UTC(2026, 10, 22, 12)

export interface Circumstances {
  readonly now?: number
  readonly people?: readonly Colleague[]
  /** As the directory has it; one is connected then. */
  readonly role?: Role
  /** What other tenants have come to: which one speaks is found as the bot finds it. */
  readonly elsewhere?: ReadonlyMap<string, Situation>
  /** Other guides than those of the catalogue. */
  readonly guides?: readonly Guide[]
}

/** Has the bot think one activity without a network or a store. */
export async function thinkOf(
  situation: Situation,
  language: Language,
  what: Partial<Incoming>,
  { now = noon, people, guides, role, elsewhere }: Circumstances = {},
): Promise<Thought> {
  const incoming = activity(language, what)
  const place = elsewhere ? keysOf(incoming, () => keys.activity) : keys
  const found = (place.tenant === keys.tenant ? situation : elsewhere?.get(place.tenant)) ?? nothingKnown
  const work = new UnitOfWork(
    services(found.log, people, role),
    { keys: place, snapshot: snapshotOf(found) },
    incoming,
    now,
  )
  await createActivityHandler({ understanding, wallClock, ...(guides && { guides }) }).handleActivity(
    incoming,
    work,
  )
  return thoughtOf(found, work)
}

const nothingKnown: Situation = { documents: {}, log: [] }

/** Has the bot come to the person by itself, where they are in the roster. */
export async function visitOf(situation: Situation, now: number): Promise<Thought> {
  const address = situation.documents.roster?.people[keys.person]?.address
  if (!address) throw new Error('The person is not in the roster')
  const { keys: place, incoming, handleActivity } = visit({ ...keys, address }, () => 'visit-1', remind)
  const work = new UnitOfWork(
    services(situation.log, undefined),
    { keys: place, snapshot: snapshotOf(situation) },
    incoming,
    now,
  )
  await handleActivity(work)
  return thoughtOf(situation, work)
}

function thoughtOf(situation: Situation, work: UnitOfWork): Thought {
  const { outbox, keys: place } = work.change()
  return {
    tenant: place.tenant,
    situation: afterwards(situation, work),
    outbox,
    cards: cardsOf(outbox),
    results: cardsOf(outbox.filter(({ replaces }) => replaces)),
    sent: cardsOf(outbox.filter(({ replaces }) => !replaces)),
    texts: outbox.flatMap(({ activity: { text } }) => (typeof text === 'string' ? [text] : [])),
  }
}

/** All that guides and pages know and can do in a turn with the person of that situation. */
export function worldIn(
  situation: Situation,
  language: Language,
  { now = noon, people }: Circumstances = {},
): World {
  const snapshot = snapshotOf(situation)
  const opened = { keys, snapshot }
  return new UnitOfWork(services(situation.log, people), opened, activity(language, {}), now).world
}

/** What the situation has become by what a unit of work collected. */
export function afterwards({ documents, log }: Situation, work: UnitOfWork): Situation {
  const { write, events } = work.change()
  return { documents: { ...documents, ...write }, log: [...log, ...events] }
}

const keys = { tenant: 'tenant-1', person: 'person-1', conversation: 'chat-1', activity: 'activity-1' }

function activity(language: Language, what: object): Incoming {
  return {
    type: 'message',
    id: 'activity-1',
    channelId: 'emulator',
    serviceUrl: 'http://localhost:1',
    conversation: { id: 'chat-1' },
    from: { id: 'person-1', name: 'Camille Roy' },
    recipient: { id: 'bot-1' },
    locale: language,
    membersAdded: [{ id: 'person-1' }],
    ...what,
  }
}

function snapshotOf({ documents }: Situation) {
  const versioned = <T>(value: T | undefined) => ({ value, version: value === undefined ? 0 : 1 })
  return {
    handled: false,
    delivered: new Map<string, string>(),
    abandoned: [],
    company: versioned(documents.company),
    person: versioned(documents.person),
    conversation: versioned(documents.conversation),
    roster: versioned(documents.roster),
  }
}

function services(
  log: readonly LoggedEvent[],
  people: readonly Colleague[] | undefined,
  role?: Role,
): UnitOfWorkServices {
  const connected = { isConnected: true, people: async () => people ?? [], role: async () => role }
  const directory: Directory = people || role ? connected : noDirectory
  return {
    publicUrl: () => 'http://127.0.0.1:3978',
    store: storeOf(log),
    directory,
    zones,
    programs,
    translationsFor,
    render,
    newId: () => `id-${nextId()}`,
  }
}

/** Only the log is ever asked for while the bot thinks. */
function storeOf(log: readonly LoggedEvent[]): Store {
  const refuse = () => Promise.reject(new Error('Thinking reads nothing but the log'))
  return {
    open: refuse,
    commit: refuse,
    acknowledge: refuse,
    undelivered: () => asyncList([]),
    lease: refuse,
    release: refuse,
    amend: refuse,
    glance: refuse,
    events: () => asyncList(log),
    check: refuse,
    close: refuse,
  }
}

async function* asyncList<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

const cardsOf = (outbox: readonly Delivery[]): Card[] =>
  outbox.flatMap(({ activity: { attachments } }) => cardsIn(attachments))

function cardsIn(attachments: unknown): Card[] {
  const list = Array.isArray(attachments) ? attachments : []
  return list.map(({ content }) => cardSchema.parse(content))
}

/** Counts in large steps: two clicks of a test are never a double click. */
function steps(): () => number {
  let step = 0
  return () => {
    step += 10_000
    return step
  }
}
