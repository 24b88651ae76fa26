import type { Clock } from '../../store/ports.ts'
import { type Database, readEntry, transact } from './database.ts'
import { expiryTarget, keys, type StoreKey } from './keys.ts'

const hour = 3_600_000
/** Entries per transaction; turns hardly wait for one. */
const batch = 500

/** Removes expired entries now and every hour; resolves to a function that stops it. */
export async function keepSwept(database: Database, clock: Clock): Promise<() => void> {
  await sweep(database, clock())
  const timer = setInterval(() => {
    // A failed sweep is repeated an hour later; expired entries are hidden meanwhile.
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

/** Skips an entry that was renewed or is gone. */
function removeExpired(database: Database, target: StoreKey, now: number): void {
  if (readEntry(database, target, now) === undefined) database.removeSync(target)
}
