import { openEmbedded } from '../src/adapters/embedded/embedded-store.ts'
import { openRedis } from '../src/adapters/redis/redis-store.ts'
import { type Config, readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { type Store, StoreError, type Wakeups } from '../src/ports.ts'
import { loadPrograms } from '../src/programs/index.ts'
import { lookAtClock, type PacedClock } from '../src/time-lapse.ts'
import { zones } from '../src/time-zones.ts'
import { reported, UsageError } from './archive/report.ts'
import { outlooks } from './reminders/outlook.ts'
import { outlookLines } from './reminders/outlook-report.ts'

/** Prints which companies are looked at when, and what is due to whom. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const onlyDue = readArguments(args)
    const config = readConfig(process.env, [])
    const pace = await lookAtClock(config.dataDir)
    const { store, wakeups } = await open(config, pace)
    try {
      const programs = loadPrograms()
      const services = {
        ...{ store, wakeups, zones, now: pace.clock() },
        programs: { ...programs, default: programs.of(config.program) },
      }
      await print(services, onlyDue)
    } finally {
      await wakeups.close()
      await store.close()
    }
  })
}

async function print(services: Parameters<typeof outlooks>[0], onlyDue: boolean): Promise<void> {
  let companies = 0
  let due = 0
  for await (const outlook of outlooks(services)) {
    companies += 1
    for (const person of outlook.people) due += person.due.length
    for (const line of outlookLines(outlook, onlyDue)) console.log(line)
  }
  console.log(`Companies that wait to be looked at: ${companies}. Reminders that are due: ${due}.`)
}

async function open(
  { redis, dataDir }: Config,
  pace: PacedClock,
): Promise<{ store: Store; wakeups: Wakeups }> {
  const { clock } = pace
  if (redis) return openRedis(redis, { clock, pace, log: createLog('silent'), patience: 3_000 })
  try {
    return await openEmbedded(dataDir, clock)
  } catch (error) {
    throw error instanceof StoreError ? explained(error) : error
  }
}

function explained({ message }: StoreError): UsageError {
  return new UsageError(
    `${message}\nWithout Redis only one process can look into the store: stop the bot first, or ask its /metrics.`,
  )
}

function readArguments(args: readonly string[]): boolean {
  const [first, ...others] = args
  if (others.length === 0 && (first === undefined || first === '--due')) return first === '--due'
  throw new UsageError('Usage: npm run reminders [-- --due]')
}
