import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { sha256 } from '../../src/sha256.ts'
import type { TurnKeys } from '../../src/store/ports.ts'

/** `closing` for the first activity over the limit, `closed` for those in the minute after it. */
export type Passage = 'open' | 'closing' | 'closed'

/** Counts an activity of a person. */
export type FloodGate = (who: Pick<TurnKeys, 'tenant' | 'person'>) => Promise<Passage>

const minute = 60
/** Seconds in which a person may send a third of their limit per minute. */
const moment = 5

export interface FloodGateOptions {
  /** Activities per person; 0 means no limit. */
  readonly perMinute: number
  /** People counted at a time; beyond that the counter unused for longest is dropped. */
  readonly mostPeople?: number
}

/** Creates a limit per person and minute, with bursts of a third of it; counted per process. */
export function createFloodGate({ perMinute, mostPeople = 10_000 }: FloodGateOptions): FloodGate {
  if (perMinute === 0) return async () => 'open'
  const slow = new RateLimiterMemory({ points: perMinute, duration: minute, blockDuration: minute })
  const quick = new RateLimiterMemory({ points: Math.ceil(perMinute / 3), duration: moment })
  const counted = new Set<string>()

  const remember = async (key: string) => {
    counted.delete(key)
    counted.add(key)
    const [quietest] = counted
    if (counted.size <= mostPeople || quietest === undefined) return
    counted.delete(quietest)
    await Promise.all([slow.delete(quietest), quick.delete(quietest)])
  }

  return async ({ tenant, person }) => {
    // Hashed, as ids may be long.
    const key = sha256(JSON.stringify([tenant, person]))
    await remember(key)
    const spent = await refusalOf(slow, key)
    if (spent) return spent.consumedPoints === perMinute + 1 ? 'closing' : 'closed'
    if (!(await refusalOf(quick, key))) return 'open'
    await slow.block(key, minute)
    return 'closing'
  }
}

async function refusalOf(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter.consume(key)
    return undefined
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused
    throw refused
  }
}
