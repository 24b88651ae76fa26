import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Limits } from '../../store/ports.ts'
import { channelRules, type Rule } from '../limits/rules.ts'
import { limitsBy } from '../limits/windows.ts'

/** For the one process that has the data: counted in its memory, so a start begins anew. */
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
