import { openDatabase } from '../../src/adapters/embedded/database.ts'
import { holdingsOf } from '../../src/adapters/embedded/stored-data.ts'
import { readGlance } from '../../src/adapters/embedded/turn-documents.ts'
import { openRedis } from '../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import type { Roster } from '../../src/core/reminders/roster.ts'
import { forgetDue } from '../../src/deletion/due-deletions.ts'
import { plainCodec } from '../../src/encryption/codec.ts'
import type { Holdings } from '../../src/personal-data/stored-data.ts'
import { createLog } from '../../src/process/log.ts'

/** Deletes what is due in a company, and dies at the moment given: `before`, `under-way`, `after`, or at its n-th write. */
const [place = '', tenant = '', moment = ''] = process.argv.slice(2)
const log = createLog('silent')
const { holdings, roster } = await (place.startsWith('redis:') ? openedRedis() : openedFolder())
const alone = { courier: { takeReceipts: () => [] }, tellOthers: async () => undefined }
const services = { holdings: dying(holdings), ...alone, clock: Date.now, log }
await forgetDue({ ...services, newId: () => crypto.randomUUID(), retention: 1e12 }, tenant, roster)
process.exit(0)

interface Opened {
  readonly holdings: Holdings
  readonly roster: Roster | undefined
}

async function openedRedis(): Promise<Opened> {
  const { store, holdings } = await openRedis(redisUrlSchema.parse(place), { clock: Date.now, log })
  return { holdings, roster: (await store.glance(tenant)).roster.value }
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
  return { holdings: holdingsOf(() => database, plainCodec), roster }
}

function dying({ of, alter }: Holdings): Holdings {
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
