import type { Clock, Limits } from '../../src/store/ports.ts'

/**
 * Limits that know a pause of a company at once, before the store has noted it for all processes: a message that took
 * its place meanwhile waits, too. `wallClock` is real time in milliseconds.
 */
export function withPromptPauses(limits: Limits, wallClock: Clock): Limits {
  const pausedUntil = new Map<string, number>()
  const left = (tenant: string): number => {
    const milliseconds = (pausedUntil.get(tenant) ?? 0) - wallClock()
    if (milliseconds <= 0) pausedUntil.delete(tenant)
    return Math.max(milliseconds, 0)
  }
  return {
    ...limits,
    take: async (keys) => left(keys.tenant) || (await limits.take(keys)) || left(keys.tenant),
    pause: (tenant, milliseconds) => {
      const until = Math.max(pausedUntil.get(tenant) ?? 0, wallClock() + milliseconds)
      pausedUntil.set(tenant, until)
      return limits.pause(tenant, milliseconds)
    },
  }
}
