import type { Company } from '../core/company/company.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'
import type { Conversation, Delivery } from '../core/conversation/conversation.ts'
import type { Person, Role } from '../core/people/person.ts'
import type { Roster } from '../core/reminders/roster.ts'

/** What a turn is about. All four are opaque strings that may contain any character. */
export interface TurnKeys {
  /** The company: id of the Entra tenant, as the channel authenticated it. */
  readonly tenant: string
  readonly person: string
  readonly conversation: string
  /** Id of the incoming activity; handled at most once per conversation. */
  readonly activity: string
}

export type ConversationKeys = Pick<TurnKeys, 'tenant' | 'conversation'>

/** A conversation whose undelivered messages a process cares for, and how many of them it knows. */
export interface Leased extends ConversationKeys {
  readonly messages: number
}

/** A document with the version under which it was read; 0 means that it does not exist yet. */
export interface Versioned<T> {
  readonly value: T | undefined
  readonly version: number
}

export interface Documents {
  readonly company: Company
  readonly person: Person
  readonly conversation: Conversation
  /** One for each company. */
  readonly roster: Roster
}

export type Snapshot = { readonly [K in keyof Documents]: Versioned<Documents[K]> } & {
  /** True when this activity was committed before: there is nothing left to do. */
  readonly handled: boolean
  /** The channel's ids of this conversation's latest messages, by the ids of their deliveries. */
  readonly delivered: ReadonlyMap<string, string>
  /** Earlier messages of this conversation that no living process sends: now the caller does. */
  readonly abandoned: readonly Delivery[]
}

export interface Change {
  readonly keys: TurnKeys
  /** Nobody brought an activity that must not be handled twice: no mark of it is left. */
  readonly unmarked?: true
  /** The versions that the thinking was based on. */
  readonly read: { readonly [K in keyof Documents]: number }
  /** Only the documents that changed. */
  readonly write: Partial<Documents>
  readonly events: readonly LoggedEvent[]
  /** What must reach the channel, in order. */
  readonly outbox: readonly Delivery[]
}

/**
 * Real milliseconds for which the undelivered messages of a conversation are left to the process that committed,
 * opened or found them: as long as it says in time that it still cares for them, nobody else sends them.
 */
export const leaseMs = 15_000

/** Keeps everything. Every adapter passes the contract in test/adapters/store-contract.ts. */
export interface Store {
  /**
   * Reads all that a turn may need in one round trip, which also takes along what is known of earlier deliveries in
   * this conversation. Throws StoreError.
   */
  open(keys: TurnKeys, receipts?: readonly Receipt[]): Promise<Snapshot>
  /** All or nothing: 'conflict' when anything that was read has changed since, or the activity was handled. */
  commit(change: Change): Promise<'committed' | 'conflict'>
  /** Takes deliveries out of the outbox, where no turn comes along. */
  acknowledge(place: ConversationKeys, receipts: readonly Receipt[]): Promise<void>
  /**
   * Committed but never acknowledged, and left alone by whoever had them; oldest first within each conversation.
   * From then on the caller has them.
   */
  undelivered(): AsyncIterable<Delivery>
  /**
   * Says that this process still cares for the undelivered messages of these conversations. Where there are more than it
   * knows, some may be of a process that died: then the hold runs out, and whoever comes first gets them all.
   */
  lease(places: readonly Leased[]): Promise<void>
  /**
   * Ends the hold on these conversations, so that others may send their messages at once. Where there are more than the
   * caller knows, another process may be sending them: those holds stay.
   */
  release(places: readonly Leased[]): Promise<void>
  /** Keeps this text of a message in place of the former, at the same place of the outbox; nothing where it waits no more. */
  amend(delivery: Delivery): Promise<void>
  /** What is known of a company, without a turn. Throws StoreError. */
  glance(tenant: string): Promise<Pick<Snapshot, 'company' | 'roster'>>
  /** The company's log from its beginning. */
  events(tenant: string): AsyncIterable<LoggedEvent>
  /** Throws StoreError when the store cannot serve. */
  check(): Promise<void>
  close(): Promise<void>
}

/** A message that the channel has taken, or will never take; `activityId` is the channel's id of it, where it told one. */
export interface Receipt {
  readonly delivery: string
  readonly activityId?: string | undefined
}

type StoreFault = 'unavailable' | 'corrupt' | 'newer-schema' | 'too-large' | 'unknown-key'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreFault
  constructor(code: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  /** By its name: what is loaded late may be loaded once more, with a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreError'
  }
}

export interface Wakeup {
  readonly id: string
  readonly tenant: string
  /** Instant in milliseconds, by the bot's clock. */
  readonly at: number
}

/**
 * Has companies looked at when something is due. Whatever was scheduled and not cancelled comes at least once, never
 * before its time, and again until it is handled. One that comes for nothing does no harm, so it is scheduled before
 * the commit that needs it. Every adapter passes the contract in test/adapters/wakeups-contract.ts.
 */
export interface Wakeups {
  /** Resolves once it is kept. Throws StoreError. */
  schedule(tenant: string, at: number): Promise<Wakeup>
  /** One that has come, or is unknown, is left alone. */
  cancel(id: string): Promise<void>
  /** Hands over what comes, several at a time; a wake-up whose handling throws comes again later. */
  start(handle: (wakeup: Wakeup) => Promise<void>): Promise<void>
  /** Those that wait, earliest first. */
  waiting(): AsyncIterable<Wakeup>
  /** Hands over nothing more; resolves once all handling has ended and everything is closed. */
  close(): Promise<void>
}

/**
 * Keeps what nobody asked for to what the channel takes, for all processes together. Counts real time, whatever the
 * bot's clock says. Every adapter passes the contract in test/adapters/limits-contract.ts.
 */
export interface Limits {
  /** Takes a place for one message: 0, or the milliseconds after which to ask again. Throws StoreError. */
  take(place: ConversationKeys): Promise<number>
  /** Gives a company no places for so many milliseconds; a longer pause stays. Throws StoreError. */
  pause(tenant: string, milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** Milliseconds since the epoch, as the bot counts them: a time-lapse clock runs faster. */
export type Clock = () => number

/** A fresh, unguessable id. */
export type NewId = () => string

export interface Colleague {
  readonly name: string
  readonly email?: string | undefined
  /** As the directory has it, in any notation. */
  readonly phone?: string | undefined
  readonly country?: string | undefined
  readonly language?: string | undefined
}

/** The people of a company, where a directory is connected. */
export interface Directory {
  readonly isConnected: boolean
  /** At most ten people, the likeliest first; nobody when no directory is connected. */
  people(tenant: string): Promise<readonly Colleague[]>
  /** The person's role in Partner Center; undefined when no directory is connected, or none that knows it answers. */
  role(tenant: string, person: string): Promise<Role | undefined>
}
