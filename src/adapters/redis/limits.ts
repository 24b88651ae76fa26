import { RateLimiterRedis } from 'rate-limiter-flexible'
import type { RedisLocation } from '../../config/redis-url.ts'
import type { Limits } from '../../store/ports.ts'
import { channelRules, type Rule } from '../limits/rules.ts'
import { limitsBy } from '../limits/windows.ts'
import { callRedis } from './call-redis.ts'
import { keys } from './keys.ts'
import { connectContext, type RedisStoreOptions } from './redis-store.ts'

/** Shares limits among processes by Redis' clock, over its own connection. Throws StoreError 'unavailable'. */
export async function openRedisLimits(
  location: RedisLocation,
  options: RedisStoreOptions,
  rules: readonly Rule[] = channelRules,
): Promise<Limits> {
  const { context, close } = await connectContext(location, options)
  return limitsBy(
    {
      limiter: (settings) => new RateLimiterRedis({ ...settings, storeClient: context.client }),
      key: keys.limit,
      // A point taken twice after a lost reply only delays the next message.
      call: callRedis,
      close,
    },
    rules,
  )
}
