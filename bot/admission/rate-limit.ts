import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { sha256 } from '../../src/sha256.ts'
import type { TurnKeys } from '../../src/store/ports.ts'

/** `closing` is the first of somebody's activities that is too much; what follows for a minute finds the gate closed. */
export type Passage = 'open' | 'closing' | 'closed'

export type FloodGate = (who: Pick<TurnKeys, 'tenant' | 'person'>) => Promise<Passage>

const minute = 60
/** Seconds in which nobody says a third of what they may say in a minute. */
const moment = 5

export interface FloodGateOptions {
  /** Activities of a person; 0 lets everything pass. */
  readonly perMinute: number
  /** People who are counted at a time; beyond, whoever was quiet for longest begins anew. */
  readonly mostPeople?: number
}

/** Lets each person say so much in a minute, and a third of it at once. Counted in this process alone. */
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
    // Ids may be long, and would be kept as they are.
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
