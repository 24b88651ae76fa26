import { openDatabase } from '../../src/adapters/embedded/database.ts'
import { storedDataOf } from '../../src/adapters/embedded/stored-data.ts'
import { readGlance } from '../../src/adapters/embedded/turn-documents.ts'
import { openRedis } from '../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import type { Roster } from '../../src/core/reminders/roster.ts'
import { runDueDeletions } from '../../src/deletion/due-deletions.ts'
import { plainCodec } from '../../src/encryption/codec.ts'
import type { StoredData } from '../../src/personal-data/stored-data.ts'
import { createLog } from '../../src/process/log.ts'

/** Deletes what is due in a company, and dies at the moment given: `before`, `under-way`, `after`, or at its n-th write. */
const [place = '', tenant = '', moment = ''] = process.argv.slice(2)
const log = createLog('silent')
const { storedData, roster } = await (place.startsWith('redis:') ? openedRedis() : openedFolder())
const alone = { dispatcher: { takeReceipts: () => [] }, notifyOtherTenants: async () => undefined }
const services = { storedData: dying(storedData), ...alone, clock: Date.now, log }
await runDueDeletions({ ...services, newId: () => crypto.randomUUID(), retention: 1e12 }, tenant, roster)
process.exit(0)

interface Opened {
  readonly storedData: StoredData
  readonly roster: Roster | undefined
}

async function openedRedis(): Promise<Opened> {
  const { store, storedData } = await openRedis(redisUrlSchema.parse(place), { clock: Date.now, log })
  return { storedData, roster: (await store.glance(tenant)).roster.value }
}

async function openedFolder(): Promise<Opened> {
  const database = openDatabase(place)
  let left = Number(moment)
  database.putSync = new Proxy(database.putSync, {
    apply: (put, self, args) => {
      left -= 1
      if (left === 0) die()
      return Reflect.apply(put, self, args)
    },
  })
  const roster = readGlance(database, plainCodec, tenant, Date.now()).roster.value
  return { storedData: storedDataOf(() => database, plainCodec), roster }
}

function dying({ of, alter }: StoredData): StoredData {
  return {
    of,
    alter: async (alteration) => {
      if (moment === 'before') die()
      if (moment === 'under-way') setImmediate(die)
      const outcome = await alter(alteration)
      if (moment === 'after') die()
      return outcome
    },
  }
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}
