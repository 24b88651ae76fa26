/** Maximum number of messages in any period of this length. */
export interface Rule {
  readonly of: 'tenant' | 'conversation'
  readonly most: number
  /** Whole seconds. */
  readonly seconds: number
}

/**
 * Teams' limits for bots. A tenant may get 50 messages a second; ten are reserved for replies, which are not counted.
 * Source: msteams-docs, rate-limit.md. Ordered by window so that a message stopped by a short one uses no longer one.
 */
export const channelRules: readonly Rule[] = [
  { of: 'tenant', most: 40, seconds: 1 },
  { of: 'conversation', most: 7, seconds: 1 },
  { of: 'conversation', most: 8, seconds: 2 },
  { of: 'conversation', most: 60, seconds: 30 },
  { of: 'conversation', most: 1800, seconds: 3600 },
]

/**
 * Computes the points of a window that starts with its first message, such that the rule holds for any period as the
 * channel sees it, with messages arriving after they took their points.
 *
 * In a conversation each process has one message in flight, and two processes may briefly share it. A period touches
 * at most two windows, the earlier of which began before it: 2 · points − 1 messages start within it, and two are in
 * flight at its beginning.
 *
 * Messages of a tenant are in flight together, and delays vary. If they vary by less than a second, those arriving
 * within a second started within two, which touch three windows.
 */
export function pointsIn({ of, most }: Rule): number {
  return Math.max(1, Math.floor(of === 'tenant' ? most / 3 : (most - 1) / 2))
}
