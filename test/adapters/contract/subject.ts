import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import type { Conversation, Delivery } from '../../../src/core/conversation/conversation.ts'
import type { Person } from '../../../src/core/people/person.ts'
import { newRecipient, type Roster } from '../../../src/core/reminders/roster.ts'
import {
  type Change,
  type Clock,
  type ConversationKeys,
  type Documents,
  leaseMs,
  type Snapshot,
  type Store,
  type TurnKeys,
} from '../../../src/store/ports.ts'

/** One empty place to keep things, and what a test may do to it from outside. */
export interface StorePlace {
  /** Opens it; after a close, again. The clock is the bot's and the wall's. */
  open(clock: Clock): Promise<Store>
  /** Replaces the kept text of a document, as a fault or another program would, while the store is open. */
  overwrite(name: keyof Documents, turn: TurnKeys, text: string): Promise<void>
  /** Closes what is open and removes everything. */
  discard(): Promise<void>
}

/** Fixtures of one `it`; `now` reads the store's clock. */
export interface Subject {
  place: StorePlace
  store: Store
  now: number
}

export const second = 1000
export const day = 86_400_000
export const start = Date.UTC(2026, 10, 22)

let count = 0
const unique = (what: string) => {
  count += 1
  return `${what}-${count}`
}

export function turnKeys(some: Partial<TurnKeys> = {}): TurnKeys {
  return { tenant: 't1', person: 'p1', conversation: 'c1', activity: unique('activity'), ...some }
}

export function place(conversation = 'c1'): ConversationKeys {
  return { tenant: 't1', conversation }
}

/** Channel id of a message in the next turn of its conversation. */
export async function activityIdOf(
  { store }: Subject,
  conversation: string,
  id: string,
): Promise<string | undefined> {
  return (await store.open(turnKeys({ conversation }))).delivered.get(id)
}

/** Messages of the store once their leases ended. */
export async function abandoned(subject: Subject): Promise<Delivery[]> {
  subject.now += leaseMs
  return collect(subject.store.undelivered())
}

export const missing = { value: undefined, version: 0 }

/** Snapshot of an empty store. */
export const nothing: Snapshot = {
  company: missing,
  person: missing,
  conversation: missing,
  roster: missing,
  handled: false,
  delivered: new Map(),
  abandoned: [],
}

export function company(program = 'program-1', tenant = 't1'): Company {
  return newCompany(tenant, program)
}

export function person(name = 'Ada'): Person {
  return { schema: 1, name }
}

export function conversation(dialogs: Record<string, unknown> = {}): Conversation {
  return { schema: 1, address: address('c1'), welcomed: [], dialogs, drafts: [] }
}

export function roster(...people: readonly string[]): Roster {
  return {
    schema: 1,
    wakeup: { id: 'wakeup-1', at: start + day },
    people: Object.fromEntries(people.map((id) => [id, newRecipient(address('c1'))])),
  }
}

export function address(id: string): Conversation['address'] {
  return {
    channel: 'emulator',
    serviceUrl: 'http://127.0.0.1',
    conversation: id,
    bot: { id: 'bot' },
    person: { id: 'p1' },
  }
}

export function delivery(id = unique('delivery'), conversationId = 'c1'): Delivery {
  return { id, tenant: 't1', address: address(conversationId), activity: { type: 'message', text: id } }
}

export function logged(tenant: string): LoggedEvent {
  return {
    at: '2026-11-22T10:00:00.000Z',
    by: { id: 'p1', name: 'Ada' },
    program: 'program-1',
    event: { type: 'TenantAssociated', tenant },
  }
}

/** The versions of what does not exist. */
export const unread: Change['read'] = { company: 0, person: 0, conversation: 0, roster: 0 }

/** A change based on an empty store, unless `some` overrides it. */
export function change(some: Partial<Change> = {}): Change {
  return { keys: turnKeys(), read: unread, write: {}, events: [], outbox: [], ...some }
}

export function versions({ company, person, conversation, roster }: Snapshot): Change['read'] {
  return {
    company: company.version,
    person: person.version,
    conversation: conversation.version,
    roster: roster.version,
  }
}

/** Opens and commits in one go. */
export async function write(store: Store, some: Partial<Change> = {}): Promise<TurnKeys> {
  const keys = some.keys ?? turnKeys()
  const outcome = await store.commit(change({ read: versions(await store.open(keys)), ...some, keys }))
  if (outcome !== 'committed') throw new Error(`a test's commit ended as ${outcome}`)
  return keys
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
