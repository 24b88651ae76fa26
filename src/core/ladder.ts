import type { PlainDate } from './calendar.ts'

/** What can be due, each with its own rungs and its own end. */
export const ladderKinds = [
  'contact',
  'technical',
  'offer-unnoticed',
  'expiry',
  'refresh',
  'contact-missing',
  'tenant',
  'halfway',
  'program-move',
] as const
export type LadderKind = (typeof ladderKinds)[number]

/** One moment to speak. */
export interface Rung {
  /** What is said then: sentences in locales/ under `reminder.<what>`. */
  readonly what: string
  readonly on: PlainDate
  /** Comes too late on the next working day, so it comes on the last one before. */
  readonly early?: boolean
}

/** A matter that is open, and when to speak of it. It is gone once the matter is. */
export interface Ladder {
  /** Stable while the matter is open, and never used again for another: `<kind>|<subject>|<first day>`. */
  readonly key: string
  readonly kind: LadderKind
  /** Id of the benefit, the request or the guide, or the tenant; empty where it is about the company. */
  readonly subject: string
  /** Ids of the people who took the step. */
  readonly owners: readonly string[]
  /** Earliest first, at least one. */
  readonly rungs: readonly Rung[]
}
