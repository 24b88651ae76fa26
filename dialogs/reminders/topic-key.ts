import { type ReminderTopic, reminderTopics, type What } from '../../src/core/reminders/schedule.ts'

/** What the key of a ladder tells of a matter, also when it is over. */
export interface KeyedTopic {
  readonly kind: ReminderTopic
  /** What is asked first about such a matter. */
  readonly what: What
  readonly subject: string
  /** The day, or the instant, with which it began; empty where there is none. */
  readonly since: string
}

/** Undefined for a text that is no key. */
export function readKey(key: string): KeyedTopic | undefined {
  const [name, subject = '', since = ''] = key.split('|')
  const kind = reminderTopics.find((each) => each === name)
  return kind && { kind, what: whatOf(kind), subject: withBars(subject), since }
}

const withBars = (subject: string) => subject.replaceAll('%7C', '|').replaceAll('%25', '%')

function whatOf(kind: ReminderTopic): What {
  if (kind === 'contact') return 'contact-expected'
  if (kind === 'technical') return 'technical-answer'
  return kind === 'tenant' ? 'verify-tenant' : kind
}
