import type { Config } from '../config/config.ts'
import type { Log } from '../process/log.ts'
import type { Clock, Limits } from '../store/ports.ts'
import { createEmbeddedLimits } from './embedded/limits.ts'

/** Opens the limits of the channel: shared by the processes on one Redis, else of this process alone. */
export async function openLimits(
  { redis }: Pick<Config, 'redis'>,
  services: { readonly clock: Clock; readonly log: Log },
): Promise<Limits> {
  if (!redis) return createEmbeddedLimits()
  const { openRedisLimits } = await import('./redis/limits.ts')
  return openRedisLimits(redis, services)
}
