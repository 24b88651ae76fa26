import { RateLimiterRedis } from 'rate-limiter-flexible'
import type { RedisLocation } from '../../config/redis-url.ts'
import type { Limits } from '../../store/ports.ts'
import { channelRules, type Rule } from '../limits/rules.ts'
import { limitsBy } from '../limits/windows.ts'
import { keys } from './keys.ts'
import { patiently } from './patience.ts'
import { connectPlace, type RedisStoreOptions } from './redis-store.ts'

/** For any number of processes, over a connection of its own, by Redis' clock. Throws StoreError 'unavailable'. */
export async function openRedisLimits(
  location: RedisLocation,
  options: RedisStoreOptions,
  rules: readonly Rule[] = channelRules,
): Promise<Limits> {
  const { place, close } = await connectPlace(location, options)
  return limitsBy(
    {
      limiter: (settings) => new RateLimiterRedis({ ...settings, storeClient: place.client }),
      key: keys.limit,
      // A place that was taken twice, because the answer was lost, only makes the next one wait.
      call: patiently,
      close,
    },
    rules,
  )
}
