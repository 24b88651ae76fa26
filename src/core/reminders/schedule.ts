import type { PlainDate } from '../time/calendar.ts'

/** Topics of reminders, each with its own stages and end. */
export const reminderTopics = [
  'contact',
  'technical',
  'offer-unnoticed',
  'expiry',
  'refresh',
  'contact-missing',
  'tenant',
  'halfway',
  'which-program',
  'renewal',
  'verification',
  'tier-review',
  'announced-change',
  'sponsorship-request',
  'sponsorship-answer',
  'sponsorship-end',
  'allowance-end',
  'team-asked',
] as const
export type ReminderTopic = (typeof reminderTopics)[number]

/** Messages of the stages. */
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
  'which-program',
  'renew-no-cost',
  'renew-premium',
  'check-renewal',
  'new-term',
  'verification',
  'tier-review',
  'announced-change',
  'sponsorship-request',
  'sponsorship-answer',
  'sponsorship-end',
  'allowance-end',
  'team-asked',
] as const
export type What = (typeof whats)[number]

/** One date of a schedule. */
export interface Stage {
  /** Sentences in locales/ under `reminder.<what>`. */
  readonly what: What
  readonly on: PlainDate
  /** Moves to the last working day before `on` rather than to the next. */
  readonly early?: boolean
}

/** Dates of an open reminder topic. It disappears when the topic is settled. */
export interface Schedule {
  /**
   * Stable while open and never reused: `<kind>|<subject>|<first day>`. The day is empty for topics that a company
   * has only once.
   */
  readonly key: string
  readonly kind: ReminderTopic
  /** Id of the benefit, request, guide or announced change, or the tenant; empty for the whole company. */
  readonly subject: string
  /** Ids of the people who took the step. */
  readonly owners: readonly string[]
  /** Earliest first. */
  readonly stages: readonly [Stage, ...Stage[]]
  /** Day that the first stages look ahead to; lists show it until it has come. */
  readonly deadline?: PlainDate
  /** Last day, after which it ends regardless of answers. */
  readonly lastDay?: PlainDate
}

type ScheduleParts = Omit<Schedule, 'key' | 'stages'> & {
  /** First day or instant of the topic. */
  readonly since: string
  readonly stages: readonly Stage[]
}

/** Creates a schedule with its key and sorted stages; none without stages. */
export function schedule({ since, stages, ...topic }: ScheduleParts): Schedule[] {
  const [first, ...later] = [...stages].sort((one, other) => one.on.localeCompare(other.on))
  const key = [topic.kind, withoutBars(topic.subject), since].join('|')
  return first ? [{ ...topic, key, stages: [first, ...later] }] : []
}

const withoutBars = (subject: string) => subject.replaceAll('%', '%25').replaceAll('|', '%7C')
