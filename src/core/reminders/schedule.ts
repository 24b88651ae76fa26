import type { PlainDate } from '../time/calendar.ts'

/** What can be due, each with its own rungs and its own end. */
export const reminderTopics = [
  'contact',
  'technical',
  'offer-unnoticed',
  'expiry',
  'refresh',
  'contact-missing',
  'tenant',
  'halfway',
  'program-move',
  'team-asked',
] as const
export type ReminderTopic = (typeof reminderTopics)[number]

/** What is said on a rung. */
export const whats = [
  'contact-expected',
  'recheck-contact',
  'escalate',
  'technical-answer',
  'offer-unnoticed',
  'expiry',
  'refresh',
  'contact-missing',
  'verify-tenant',
  'halfway',
  'program-move',
  'team-asked',
] as const
export type What = (typeof whats)[number]

/** One day to speak. */
export interface Stage {
  /** Sentences in locales/ under `reminder.<what>`. */
  readonly what: What
  readonly on: PlainDate
  /** Comes too late on the next working day, so it comes on the last one before. */
  readonly early?: boolean
}

/** A matter that is open, and when to speak of it. It is gone once the matter is. */
export interface Schedule {
  /**
   * Stable while the matter is open, and never used again for another: `<kind>|<subject>|<first day>`. The day is empty
   * where a company has the matter once.
   */
  readonly key: string
  readonly kind: ReminderTopic
  /** Id of the benefit, the request, the guide or the next program, or the tenant; empty where it is about the company. */
  readonly subject: string
  /** Ids of the people who took the step. */
  readonly owners: readonly string[]
  /** Earliest first. */
  readonly stages: readonly [Stage, ...Stage[]]
  /** After this day it is over, whatever anybody answers. */
  readonly lastDay?: PlainDate
}

type ScheduleParts = Omit<Schedule, 'key' | 'stages'> & {
  /** The day, or the instant, with which the matter began. */
  readonly since: string
  readonly stages: readonly Stage[]
}

/** The ladder of a matter, named and in order; none where there is no rung. */
export function schedule({ since, stages, ...topic }: ScheduleParts): Schedule[] {
  const [first, ...later] = [...stages].sort((one, other) => one.on.localeCompare(other.on))
  const key = [topic.kind, withoutBars(topic.subject), since].join('|')
  return first ? [{ ...topic, key, stages: [first, ...later] }] : []
}

const withoutBars = (subject: string) => subject.replaceAll('%', '%25').replaceAll('|', '%7C')
