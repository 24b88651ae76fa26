import { dayMs } from './calendar.ts'

/** Milliseconds after which a store may forget a thing. What is not listed stays. */
export const lifetime = {
  /** After the last commit of the conversation. */
  conversation: 180 * dayMs,
  /** Channels repeat an activity within minutes; two days outlast an outage over a weekend night. */
  handled: 2 * dayMs,
  /** The channel's name of a message: as long as a card that may still be clicked. */
  delivered: 180 * dayMs,
}
