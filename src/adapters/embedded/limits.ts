import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Limits } from '../../store/ports.ts'
import { channelRules, type Rule } from '../limits/rules.ts'
import { limitsBy } from '../limits/windows.ts'

/** Counts in memory, as one process has the data; a restart begins at zero. */
export function createEmbeddedLimits(rules: readonly Rule[] = channelRules): Limits {
  return limitsBy(
    {
      limiter: (settings) => new RateLimiterMemory(settings),
      key: (seconds, tenant, conversation) => JSON.stringify([seconds, tenant, conversation]),
      call: (use) => use(),
      close: async () => undefined,
    },
    rules,
  )
}
