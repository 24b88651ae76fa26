/** At most so many messages in any stretch of so many seconds. */
export interface Rule {
  readonly of: 'tenant' | 'conversation'
  readonly most: number
  /** Whole seconds. */
  readonly seconds: number
}

/**
 * What Teams takes from a bot. For a tenant it is 50 a second; ten of them are left to replies, which are not counted.
 * Source: msteams-docs, rate-limit.md. The shorter a window, the earlier it stands here: who is stopped by one has
 * then taken no place in a longer one.
 */
export const channelRules: readonly Rule[] = [
  { of: 'tenant', most: 40, seconds: 1 },
  { of: 'conversation', most: 7, seconds: 1 },
  { of: 'conversation', most: 8, seconds: 2 },
  { of: 'conversation', most: 60, seconds: 30 },
  { of: 'conversation', most: 1800, seconds: 3600 },
]

/**
 * Places in a window that begins with its first message, so that the rule holds for any stretch of time as the channel
 * sees it, where messages arrive later than they took their place.
 *
 * In a conversation a process sends one message after the other, so that at a time only one of each process is on its
 * way; two processes may have a conversation for a moment. A stretch as long as a window touches two windows at most,
 * and then the first place of the earlier one was taken before it: 2 · places − 1 are taken within it, and two messages
 * are on their way when it begins.
 *
 * The messages of a tenant fly at the same time, and one that takes long arrives among later ones. While they differ by
 * less than a second, those that arrive within a second took their places in less than two, which touch three windows.
 */
export function placesIn({ of, most }: Rule): number {
  return Math.max(1, Math.floor(of === 'tenant' ? most / 3 : (most - 1) / 2))
}
