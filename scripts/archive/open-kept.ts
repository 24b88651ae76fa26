import { type OpenedStore, openStore } from '../../src/adapters/open-store.ts'
import type { Config } from '../../src/config/config.ts'
import { createLog } from '../../src/process/log.ts'
import { StoreError } from '../../src/store/ports.ts'
import type { PacedClock } from '../../src/time/time-lapse.ts'
import { UsageError } from './report.ts'

/** Opens Redis while bots run, or the folder of a stopped bot. Throws StoreError and UsageError with a remedy. */
export async function openKept(config: Config, time: PacedClock, elsewhere = ''): Promise<OpenedStore> {
  try {
    return await openStore(config, time, { log: createLog('silent'), timeout: 3_000 })
  } catch (error) {
    const isInUse = !config.redis && error instanceof StoreError && error.code === 'unavailable'
    throw isInUse ? explained(error, elsewhere) : error
  }
}

function explained({ message }: StoreError, elsewhere: string): UsageError {
  const advice = `Without Redis only one process can use the store: stop the bot first${elsewhere}.`
  return new UsageError(`${message}\n${advice}`)
}

/** Closes wake-ups and store. */
export async function closeKept({ wakeups, store }: OpenedStore): Promise<void> {
  await wakeups.close()
  await store.close()
}
