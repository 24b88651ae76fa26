import type { Company } from '../core/company/company.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'
import type { Conversation, Delivery } from '../core/conversation/conversation.ts'
import type { Person, Role } from '../core/people/person.ts'
import type { Roster } from '../core/reminders/roster.ts'

/** Ids of a turn: opaque strings with any characters. */
export interface TurnKeys {
  /** Company: id of the Entra tenant, as authenticated by the channel. */
  readonly tenant: string
  readonly person: string
  readonly conversation: string
  /** Id of the incoming activity, handled at most once per conversation. */
  readonly activity: string
}

/** Ids of a conversation. */
export type ConversationKeys = Pick<TurnKeys, 'tenant' | 'conversation'>

/** A leased conversation, with the number of its messages known to the process. */
export interface Leased extends ConversationKeys {
  readonly messages: number
}

/** Document with the version read; 0 if it does not exist. */
export interface Versioned<T> {
  readonly value: T | undefined
  readonly version: number
}

/** Documents of a turn. */
export interface Documents {
  readonly company: Company
  readonly person: Person
  readonly conversation: Conversation
  /** One per company. */
  readonly roster: Roster
}

/** State read at the start of a turn. */
export type Snapshot = { readonly [K in keyof Documents]: Versioned<Documents[K]> } & {
  /** True if this activity was committed before; then nothing is left to do. */
  readonly handled: boolean
  /** Channel ids of the conversation's latest messages, by delivery id. */
  readonly delivered: ReadonlyMap<string, string>
  /** Undelivered messages whose lease ended; the caller leases them. */
  readonly abandoned: readonly Delivery[]
}

/** Change committed at the end of a turn. */
export interface Change {
  readonly keys: TurnKeys
  /** Leaves no activity mark, as no activity must be kept from repetition. */
  readonly unmarked?: true
  /** Versions read. */
  readonly read: { readonly [K in keyof Documents]: number }
  /** Changed documents only. */
  readonly write: Partial<Documents>
  readonly events: readonly LoggedEvent[]
  /** Messages to send, in order. */
  readonly outbox: readonly Delivery[]
}

/**
 * Milliseconds of a lease: the process that commits, opens or finds a conversation's messages sends them alone while
 * it renews in time.
 */
export const leaseMs = 15_000

/** Storage of all data. Every adapter passes the contract in test/adapters/store-contract.ts. */
export interface Store {
  /**
   * Reads all data of a turn in one round trip, recording receipts of earlier deliveries of the conversation. Throws
   * StoreError.
   */
  open(keys: TurnKeys, receipts?: readonly Receipt[]): Promise<Snapshot>
  /** Commits all or nothing; 'conflict' if data read have changed or the activity was handled. Throws StoreError. */
  commit(change: Change): Promise<'committed' | 'conflict'>
  /** Records receipts outside a turn. Throws StoreError. */
  acknowledge(chat: ConversationKeys, receipts: readonly Receipt[]): Promise<void>
  /**
   * Yields committed, unacknowledged messages without a lease, oldest first within each conversation, and leases
   * them. Throws StoreError.
   */
  undelivered(): AsyncIterable<Delivery>
  /**
   * Renews leases. A lease with more messages than the process knows is left to expire, as another process may have
   * died; the next process takes all its messages.
   */
  lease(leases: readonly Leased[]): Promise<void>
  /**
   * Ends leases so that others may send at once. A lease with more messages than the caller knows stays, as another
   * process may be sending them.
   */
  release(leases: readonly Leased[]): Promise<void>
  /** Replaces a waiting message's text at the same position; nothing if it no longer waits. Throws StoreError. */
  amend(delivery: Delivery): Promise<void>
  /** Reads a company outside a turn. Throws StoreError. */
  glance(tenant: string): Promise<Pick<Snapshot, 'company' | 'roster'>>
  /** Yields the company's log in order. Throws StoreError. */
  events(tenant: string): AsyncIterable<LoggedEvent>
  /** Throws StoreError if the store cannot serve. */
  check(): Promise<void>
  close(): Promise<void>
}

/** Message accepted or finally rejected by the channel; `activityId` is the channel's id, if it gave one. */
export interface Receipt {
  readonly delivery: string
  readonly activityId?: string | undefined
}

type StoreFault = 'unavailable' | 'corrupt' | 'newer-schema' | 'too-large' | 'unknown-key'

/** Failure of a store, with a machine-readable code. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreFault
  constructor(code: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  /** Compares names, as a lazily loaded module may have its own copy of the class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreError'
  }
}

/** Scheduled check of a company. */
export interface Wakeup {
  readonly id: string
  readonly tenant: string
  /** Instant in milliseconds, by the bot's clock. */
  readonly at: number
}

/**
 * Schedules checks of companies. A scheduled, uncancelled wake-up comes at least once, never early, and again until
 * handled. An unneeded one does no harm, so it is scheduled before the commit that needs it. Every adapter passes the
 * contract in test/adapters/wakeups-contract.ts.
 */
export interface Wakeups {
  /** Resolves once stored. Throws StoreError. */
  schedule(tenant: string, at: number): Promise<Wakeup>
  /** Cancels a wake-up; ignores one that is unknown or came already. */
  cancel(id: string): Promise<void>
  /** Hands over due wake-ups concurrently; one whose handler throws comes again later. */
  start(handle: (wakeup: Wakeup) => Promise<void>): Promise<void>
  /** Yields waiting wake-ups, earliest first. */
  waiting(): AsyncIterable<Wakeup>
  /** Stops handing over; resolves once all handlers have ended and everything is closed. */
  close(): Promise<void>
}

/**
 * Keeps proactive messages of all processes within the channel's limits, in real time. Every adapter passes the
 * contract in test/adapters/limits-contract.ts.
 */
export interface Limits {
  /** Reserves one message: 0, or the milliseconds to wait before asking again. Throws StoreError. */
  take(chat: ConversationKeys): Promise<number>
  /** Pauses a company for `milliseconds`; a longer pause stays. Throws StoreError. */
  pause(tenant: string, milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** Milliseconds since the epoch by the bot's clock, which is faster in a time-lapse. */
export type Clock = () => number

/** Returns a new unguessable id. */
export type NewId = () => string

/** Person found in a directory. */
export interface Colleague {
  readonly name: string
  readonly email?: string | undefined
  /** In any notation. */
  readonly phone?: string | undefined
  readonly country?: string | undefined
  readonly language?: string | undefined
}

/** Directory of a company's people, if one is connected. */
export interface Directory {
  readonly isConnected: boolean
  /** Finds at most ten people, likeliest first; empty without a directory. */
  people(tenant: string): Promise<readonly Colleague[]>
  /** Returns the person's Partner Center role; undefined if no directory knows it. */
  role(tenant: string, person: string): Promise<Role | undefined>
}
