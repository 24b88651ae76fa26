import type { Incoming } from '../../../bot/activity/activity.ts'
import { keysOf } from '../../../bot/activity/addressing.ts'
import { remind } from '../../../bot/background/remind.ts'
import { createActivityHandler } from '../../../bot/conversation/handle-activity.ts'
import type { Home } from '../../../bot/turn/joined-company.ts'
import { visit } from '../../../bot/turn/turn-request.ts'
import { UnitOfWork } from '../../../bot/turn/unit-of-work.ts'
import type { UnitOfWorkServices } from '../../../bot/turn/unit-of-work-services.ts'
import { type Card, cardSchema } from '../../../cards/card-schema.ts'
import { loadCards } from '../../../cards/render-template.ts'
import { createRender } from '../../../dialogs/engine/render.ts'
import type { Guide } from '../../../dialogs/engine/step.ts'
import type { World } from '../../../dialogs/engine/world.ts'
import { createUnderstanding, type Understanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { type Language, loadTranslations } from '../../../locales/index.ts'
import { noDirectory } from '../../../src/adapters/unconnected/directory.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import type { Delivery } from '../../../src/core/conversation/conversation.ts'
import type { Role } from '../../../src/core/people/person.ts'
import { guestId } from '../../../src/core/sharing/guest-id.ts'
import { loadPrograms, type Programs } from '../../../src/programs/index.ts'
import type { Colleague, Directory, Documents, Store } from '../../../src/store/ports.ts'
import { zones } from '../../../src/time/time-zones.ts'
import { companyInRewards } from '../past/company-in-rewards.ts'

/** The documents and the event log of one person, one company and one conversation; copies can diverge. */
export interface Situation {
  readonly documents: Partial<Documents>
  readonly log: readonly LoggedEvent[]
}

/** The result of one turn: the situation after it, and the messages it sends. */
export interface Rehearsed {
  /** Tenant whose documents are written. */
  readonly tenant: string
  readonly situation: Situation
  readonly outbox: readonly Delivery[]
  /** Cards sent or replaced, in order. */
  readonly cards: readonly Card[]
  /** Cards that replace earlier ones. */
  readonly results: readonly Card[]
  /** Cards sent as new messages. */
  readonly sent: readonly Card[]
  readonly texts: readonly string[]
}

const known = loadPrograms()
const translationsFor = loadTranslations()
const renderCard = loadCards()
/** Templates rendered so far, as `language:name`. */
export const rendered = new Set<string>()
const render = createRender((name, data) => {
  rendered.add(`${data.language}:${name}`)
  return renderCard(name, data)
})
const usual = createUnderstanding(loadVocabularies())
const wallClock = steps()
const nextId = steps()

/** Fixed time of the tests (milliseconds), a noon in November. */
export const noon = Date.UTC(2026, 10, 22, 12)

/** Conditions of a turn beyond the situation; `now` in milliseconds. */
export interface Circumstances {
  readonly now?: number
  readonly people?: readonly Colleague[]
  /** Role in a connected directory; without it none is connected. */
  readonly role?: Role
  /** Nothing is known of a company without a document; by default it is in Marketplace Rewards. */
  readonly isUnknown?: boolean
  /** Situations of other tenants; the speaker's tenant is then read from the activity. */
  readonly elsewhere?: ReadonlyMap<string, Situation>
  /** Id of the person who speaks, and their own company if another tenant joined this one. */
  readonly speaker?: { readonly person: string; readonly home?: Home }
  /** Guides in place of the catalogue. */
  readonly guides?: readonly Guide[]
  /** What typed sentences mean, in place of the vocabularies. */
  readonly understanding?: Understanding
  /** Program versions in place of those in src/programs. */
  readonly programs?: Programs
}

/** Handles one activity without a network or a store. */
export async function rehearse(
  situation: Situation,
  language: Language,
  what: Partial<Incoming>,
  {
    now = noon,
    people,
    guides,
    role,
    elsewhere,
    speaker,
    programs,
    understanding = usual,
    isUnknown = false,
  }: Circumstances = {},
): Promise<Rehearsed> {
  const incoming = activity(language, what)
  const keys = elsewhere ? keysOf(incoming, () => ownKeys.activity) : keysFor(speaker)
  const asked = (keys.tenant === ownKeys.tenant ? situation : elsewhere?.get(keys.tenant)) ?? nothingKnown
  const found = isUnknown ? asked : knownToBeInRewards(asked, keys.tenant)
  const work = new UnitOfWork(
    services(found.log, people, role, programs),
    { keys, snapshot: snapshotOf(found), ...(speaker?.home && { home: speaker.home }) },
    incoming,
    now,
  )
  await createActivityHandler({ understanding, wallClock, ...(guides && { guides }) }).handleActivity(
    incoming,
    work,
  )
  return rehearsedBy(found, work)
}

/** Companies of most tests have said which program they are in. */
function knownToBeInRewards(situation: Situation, tenant: string): Situation {
  const { documents } = situation
  if (documents.company) return situation
  return { ...situation, documents: { ...documents, company: companyInRewards(tenant) } }
}

const nothingKnown: Situation = { documents: {}, log: [] }

/** Runs the proactive turn for the person of the roster. */
export async function rehearseVisit(
  situation: Situation,
  now: number,
  programs?: Programs,
): Promise<Rehearsed> {
  const address = situation.documents.roster?.people[ownKeys.person]?.address
  if (!address) throw new Error('The person is not in the roster')
  const { keys, incoming, handleActivity } = visit({ ...ownKeys, address }, () => 'visit-1', remind)
  const work = new UnitOfWork(
    services(situation.log, undefined, undefined, programs),
    { keys, snapshot: snapshotOf(situation) },
    incoming,
    now,
  )
  await handleActivity(work)
  return rehearsedBy(situation, work)
}

function rehearsedBy(situation: Situation, work: UnitOfWork): Rehearsed {
  const { outbox, keys } = work.change()
  return {
    tenant: keys.tenant,
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
  { now = noon, people, programs }: Circumstances = {},
): World {
  const snapshot = snapshotOf(situation)
  const opened = { keys: ownKeys, snapshot }
  return new UnitOfWork(
    services(situation.log, people, undefined, programs),
    opened,
    activity(language, {}),
    now,
  ).world
}

/** The situation after the unit of work is committed. */
export function afterwards({ documents, log }: Situation, work: UnitOfWork): Situation {
  const { write, events } = work.change()
  return { documents: { ...documents, ...write }, log: [...log, ...events] }
}

const ownKeys = { tenant: 'tenant-1', person: 'person-1', conversation: 'chat-1', activity: 'activity-1' }

function keysFor({ person, home }: NonNullable<Circumstances['speaker']> = ownKeys): typeof ownKeys {
  return { ...ownKeys, person: home ? guestId(home.company.tenant, person) : person }
}

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
  programs: Programs = known,
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

/** A store that can only read the log; a turn needs no more before its commit. */
function storeOf(log: readonly LoggedEvent[]): Store {
  const refuse = () => Promise.reject(new Error('A turn reads nothing but the log'))
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

/** Counts in steps of ten seconds, so that two clicks are never a double click. */
function steps(): () => number {
  let step = 0
  return () => {
    step += 10_000
    return step
  }
}
