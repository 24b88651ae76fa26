import type { Config } from '../config/config.ts'
import type { Log } from '../process/log.ts'
import type { Clock, Limits } from '../store/ports.ts'
import { createEmbeddedLimits } from './embedded/limits.ts'

/** Opens the channel's limits: shared over Redis, or of this process alone. Throws StoreError. */
export async function openLimits(
  { redis }: Pick<Config, 'redis'>,
  services: { readonly clock: Clock; readonly log: Log },
): Promise<Limits> {
  if (!redis) return createEmbeddedLimits()
  const { openRedisLimits } = await import('./redis/limits.ts')
  return openRedisLimits(redis, services)
}
