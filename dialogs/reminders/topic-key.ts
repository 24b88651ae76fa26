import { type ReminderTopic, reminderTopics, type What } from '../../src/core/reminders/schedule.ts'

/** Contents of a topic key; works also for closed topics. */
export interface KeyedTopic {
  readonly kind: ReminderTopic
  /** First question about such a topic, or one that fits all its stages. */
  readonly what: What
  readonly subject: string
  /** Day or instant of its start; empty if none. */
  readonly since: string
}

/** Reads a topic key; undefined if invalid. */
export function readKey(key: string): KeyedTopic | undefined {
  const [name, subject = '', since = ''] = key.split('|')
  const kind = reminderTopics.find((each) => each === name)
  return kind && { kind, what: whatOf(kind), subject: withBars(subject), since }
}

const withBars = (subject: string) => subject.replaceAll('%7C', '|').replaceAll('%25', '%')

function whatOf(kind: ReminderTopic): What {
  if (kind === 'contact') return 'contact-expected'
  if (kind === 'technical') return 'technical-answer'
  if (kind === 'renewal') return 'check-renewal'
  return kind === 'tenant' ? 'verify-tenant' : kind
}
