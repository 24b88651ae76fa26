import { dayMs } from './calendar.ts'

/** Milliseconds after which stores may drop data; unlisted data stay. */
export const lifetime = {
  /** Since the conversation's last commit. */
  conversation: 180 * dayMs,
  /** Channels repeat an activity within minutes; two days cover an outage over a weekend night. */
  handled: 2 * dayMs,
  /** Channel ids of messages, as long as a card may be clicked. */
  delivered: 180 * dayMs,
}
