import type { Clock } from '../../store/ports.ts'
import { type Database, readEntry, transact } from './database.ts'
import { expiryTarget, keys, type StoreKey } from './keys.ts'

const hour = 3_600_000
/** Few enough that turns between two batches hardly wait. */
const batch = 500

/** Removes what has expired, now and every hour; resolves to the function that ends it. */
export async function keepSwept(database: Database, clock: Clock): Promise<() => void> {
  await sweep(database, clock())
  const timer = setInterval(() => {
    // A sweep that fails is made up for an hour later: what has expired is hidden in any case.
    sweep(database, clock()).catch(() => undefined)
  }, hour)
  timer.unref()
  return () => clearInterval(timer)
}

async function sweep(database: Database, now: number): Promise<void> {
  while ((await transact(database, () => sweepBatch(database, now))) === batch);
}

function sweepBatch(database: Database, now: number): number {
  const due = [
    ...database.getKeys({ start: keys.expiry(0, []), end: keys.expiry(now + 1, []), limit: batch }),
  ]
  for (const key of due) {
    removeExpired(database, expiryTarget(key), now)
    database.removeSync(key)
  }
  return due.length
}

/** The entry may have been renewed, or be gone. */
function removeExpired(database: Database, target: StoreKey, now: number): void {
  if (readEntry(database, target, now) === undefined) database.removeSync(target)
}
