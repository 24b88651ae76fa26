import type { Clock, Limits } from '../../src/store/ports.ts'

/**
 * Wraps limits to apply a company's pause at once, before the store has it for all processes. `wallClock` in
 * milliseconds.
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
