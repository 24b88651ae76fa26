import { openArchive } from '../../../scripts/archive/open-archive.ts'
import { closeKept, openKept } from '../../../scripts/archive/open-kept.ts'
import type { ArchiveRecord } from '../../../src/archive/record.ts'
import { readConfig } from '../../../src/config/config.ts'
import type { Environment } from '../../../src/config/config-fault.ts'
import type { Store } from '../../../src/store/ports.ts'
import { readClock } from '../../../src/time/time-lapse.ts'

/** Those of a bot, which say where its store is. */
export type Settings = Environment

/** Uses the store while no bot does. */
export async function withStore<T>(settings: Settings, use: (store: Store) => Promise<T>): Promise<T> {
  const config = readConfig(settings, ['--no-chat'])
  const kept = await openKept(config, await readClock(config.dataDir))
  try {
    return await use(kept.store)
  } finally {
    await closeKept(kept)
  }
}

/** All that is kept, while no bot uses the store. */
export async function everythingIn(settings: Settings): Promise<ArchiveRecord[]> {
  const archive = await openArchive(readConfig(settings, ['--no-chat']))
  try {
    const records: ArchiveRecord[] = []
    for await (const record of archive.records()) records.push(record)
    return records
  } finally {
    await archive.close()
  }
}
