import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { start } from '../../bot/main.ts'
import { closeKept, openKept } from '../../scripts/archive/open-kept.ts'
import { openDatabase } from '../../src/adapters/embedded/database.ts'
import type { OpenedStore } from '../../src/adapters/open-store.ts'
import { orderDeletion } from '../../src/changes/roster-changes.ts'
import { readConfig } from '../../src/config/config.ts'
import { audit } from '../../src/core/company/audit.ts'
import { sha256 } from '../../src/sha256.ts'
import type { Store } from '../../src/store/ports.ts'
import { readClock } from '../../src/time/time-lapse.ts'
import { address, collect, person, turnKeys, write } from '../adapters/contract/subject.ts'
import { linesIn } from '../adapters/stored-data-place.ts'
import { type Employee, keepYear, liveYear } from '../support/past/company-year.ts'
import { onOneRedis } from '../support/redis/redis-kinds.ts'

const script = fileURLToPath(new URL('deleting-process.ts', import.meta.url))
const employee = (name: string, index: number): Employee => ({
  id: `person-${index}`,
  name,
  email: `${name}@contoso.example`,
  phone: `+3361234567${index}`,
})
const ada = employee('Adalinde', 0)
const ben = employee('Benvolio', 1)
const people = [ada, ben]

/** Identifiers of a person. */
const marksOf = ({ id, name, phone }: Employee) => [id, name, phone.slice(1), `account-${id}`, `chat-${id}`]

/** Result of a deletion. */
type State = 'ordered' | 'done' | 'half done'

describe('a deletion whose process is killed, with LMDB', () =>
  survivesKills({
    url: () => undefined,
    rawIn: async (folder) => {
      const database = openDatabase(folder)
      const lines = [...database.getRange({})].map(({ key, value }) => `${JSON.stringify(key)} ${value}`)
      await database.close()
      return lines
    },
    undone: ['before', '1', '40'],
  }))

describe('a deletion whose process is killed', () =>
  onOneRedis((redis) =>
    survivesKills({
      url: () => redis().url,
      rawIn: async () => (await Promise.all(redis().servers.map((each) => each.ask(linesIn)))).flat(),
      undone: ['before'],
    }),
  ))

interface Place {
  readonly url: () => string | undefined
  /** Every key with its value. */
  readonly rawIn: (folder: string) => Promise<string[]>
  /** Moments at which nothing can be gone yet. */
  readonly undone: readonly string[]
}

function survivesKills({ url, rawIn, undone }: Place): void {
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'killed-deletion-'))
    await withKept(async ({ store }) => {
      for (const each of people) await keepChat(store, each)
      await keepYear(store, 'tenant-1', liveYear('tenant-1', people, Date.now() - 366 * 86_400_000))
    })
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const config = () => {
    const redisUrl = url()
    const fixed = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }
    return readConfig({ ...fixed, ...(redisUrl && { REDIS_URL: redisUrl }) }, ['--no-chat'])
  }
  const withKept = async <T>(use: (kept: OpenedStore) => Promise<T>): Promise<T> => {
    const kept = await openKept(config(), await readClock(folder))
    try {
      return await use(kept)
    } finally {
      await closeKept(kept)
    }
  }
  const isOrdered = (whom: Employee) =>
    withKept((kept) => {
      const order = {
        what: 'person',
        person: whom.id,
        account: `account-${whom.id}`,
        due: Date.now(),
      } as const
      return orderDeletion({ ...kept, newId: randomUUID }, 'tenant-1', order)
    })
  const killedAt = async (moment: string): Promise<unknown> => {
    const args = ['--import', 'tsx', script, url() ?? folder, 'tenant-1', moment]
    const child = spawn(process.execPath, args, { stdio: 'ignore', timeout: 30_000 })
    const [, signal] = await once(child, 'exit')
    return signal
  }
  /** `before` is how many people were deleted earlier. */
  const stateOf = async (whom: Employee, before = 0): Promise<State> => {
    const raw = (await rawIn(folder)).join('\n').toLowerCase()
    const there = marksOf(whom).filter((mark) => raw.includes(mark.toLowerCase()))
    const { orders, forgotten, fault } = await withKept(look)
    assert.equal(fault, undefined)
    if (there.length === marksOf(whom).length && orders === 1 && forgotten === before) return 'ordered'
    return there.length === 0 && orders === 0 && forgotten === before + 1 ? 'done' : 'half done'
  }
  const botRuns = async (until: (store: Store) => Promise<boolean>) => {
    const bot = await start(config())
    const patience = performance.now() + 10_000
    while (!(await until(bot.store)) && performance.now() < patience) await setImmediate()
    await bot.stop()
  }
  const nothingIsOrdered = async (store: Store) => (await look({ store })).orders === 0

  for (const moment of undone)
    it(`is undone as a whole, and still ordered: ${moment}`, async () => {
      if (moment === undone[0]) await isOrdered(ada)
      assert.equal(await killedAt(moment), 'SIGKILL')
      assert.equal(await stateOf(ada), 'ordered')
    })

  it('is done by the bot that starts next', async () => {
    await botRuns(nothingIsOrdered)
    assert.equal(await stateOf(ada), 'done')
  })

  it('is either, when it dies while the store is at it', async () => {
    await isOrdered(ben)
    await killedAt('under-way')
    assert.notEqual(await stateOf(ben, 1), 'half done')
  })

  it('is done once the store has it, and never again', async () => {
    const isLeft = (await stateOf(ben, 1)) === 'ordered'
    assert.equal(await killedAt('after'), isLeft ? 'SIGKILL' : null)
    assert.equal(await stateOf(ben, 1), 'done')
    await botRuns(nothingIsOrdered)
    assert.equal(await stateOf(ben, 1), 'done')
  })
}

async function look({ store }: Pick<OpenedStore, 'store'>) {
  const { company, roster } = await store.glance('tenant-1')
  const log = await collect(store.events('tenant-1'))
  return {
    orders: roster.value?.deletions?.length ?? 0,
    forgotten: log.filter(({ event }) => event.type === 'PersonForgotten').length,
    fault: audit(company.value, log, sha256).fault,
  }
}

async function keepChat(store: Store, { id, name }: Employee): Promise<void> {
  const chat = { ...address(`chat-${id}`), person: { id: `account-${id}` } }
  await write(store, {
    keys: turnKeys({ tenant: 'tenant-1', person: id, conversation: `chat-${id}` }),
    write: {
      person: person(name),
      conversation: { schema: 1, address: chat, person: id, welcomed: [], dialogs: {}, drafts: [] },
    },
  })
}
