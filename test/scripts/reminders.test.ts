import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../../src/adapters/embedded/embedded-store.ts'
import { openRedis } from '../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import { newRecipient, type Recipient } from '../../src/core/reminders/roster.ts'
import { createLog } from '../../src/process/log.ts'
import type { Store, Wakeups } from '../../src/store/ports.ts'
import { address, turnKeys, write } from '../adapters/contract/subject.ts'
import { seller } from '../core/example.ts'
import { activated, assigned, dayAgo, live, told } from '../support/past/company-past.ts'
import { needRedis, type RedisServer, startRedis } from '../support/redis/redis-server.ts'
import { type Outcome, runCommand } from './archive/command.ts'

interface Kept {
  readonly store: Store
  readonly wakeups: Wakeups
}

/** Ten o'clock of the day that it is, and a clock that stands nearly still there. */
const ten = Date.parse(`${dayAgo(0)}T10:00:00Z`)
const daysBefore = (days: number) => dayAgo(days, ten)
const anchor = () => JSON.stringify({ real: Date.now(), bot: ten, day: 86_400_000 })

const allDay: Partial<Recipient> = {
  hours: { from: '09:00', until: '17:00', days: [1, 2, 3, 4, 5, 6, 7] },
  timeZone: 'UTC',
}
const recipient = (some: Partial<Recipient> = {}): Recipient => ({
  ...newRecipient({ ...address('chat'), person: { id: 'person-1', name: 'Ada Lovelace' } }),
  ...allDay,
  ...some,
})

/** Ada's activated benefit with reminders, and a colleague without reminders. */
async function begin({ store, wakeups }: Kept, tenant: string, daysAgo: number): Promise<void> {
  const deeds = [
    told(seller(300_000)),
    { type: 'RecordPortalVerdict', verdict: 'eligible' } as const,
    assigned,
  ]
  await live(
    store,
    [...deeds.map((deed) => [daysAgo + 1, deed] as const), [daysAgo, activated('listing-optimization')]],
    tenant,
    ten,
  )
  const { id, at } = await wakeups.schedule(tenant, ten + 36_000_000 / daysAgo)
  await write(store, {
    keys: turnKeys({ tenant }),
    write: {
      roster: {
        schema: 1,
        wakeup: { id, at },
        people: { 'person-1': recipient(), 'person-2': recipient({ follows: true, silent: true }) },
      },
    },
  })
}

/** Facts of a month ago, and nothing that would bring the next check: as before an update that brings new reminders. */
async function beginQuietly({ store }: Kept, tenant: string, some: Partial<Recipient>): Promise<void> {
  await live(store, [[30, told(seller(300_000))]], tenant, ten)
  const roster = { schema: 1, people: { 'person-1': recipient(some) } } as const
  await write(store, { keys: turnKeys({ tenant }), write: { roster } })
}

async function fill(kept: Kept): Promise<void> {
  await begin(kept, 'overdue', 8)
  await begin(kept, 'coming', 4)
  await beginQuietly(kept, 'unscheduled', {})
  await beginQuietly(kept, 'silent', { silent: true })
  await kept.wakeups.schedule('unknown', ten + 10_800_000)
  await kept.wakeups.close()
  await kept.store.close()
}

describe('the list of reminders', function () {
  this.timeout(120_000)
  let folder: string
  let server: RedisServer | undefined
  const outcomes = new Map<string, { all: Outcome; due: Outcome }>()
  const settings = {
    'with the embedded store': () => ({ DATA_DIR: folder }),
    'with Redis': () => ({ DATA_DIR: folder, REDIS_URL: server?.url ?? '' }),
  }

  before(async function () {
    needRedis(this)
    folder = await mkdtemp(join(tmpdir(), 'reminders-'))
    await writeFile(join(folder, 'time-lapse.json'), anchor())
    server = await startRedis()
    const log = createLog('silent')
    await fill(await openEmbedded(folder, () => ten))
    await fill(await openRedis(redisUrlSchema.parse(server.url), { clock: () => ten, log }))
    for (const [name, env] of Object.entries(settings)) {
      const all = await runCommand(['reminders'], env())
      outcomes.set(name, { all, due: await runCommand(['reminders', '--due'], env()) })
    }
  })
  after(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const lines = (name: string, which: 'all' | 'due') => {
    const { code, stdout, stderr } = outcomes.get(name)?.[which] ?? assert.fail(`no outcome ${name}`)
    assert.deepEqual([code, stderr], [0, ''])
    return stdout.trimEnd().split('\n')
  }
  const today = daysBefore(0)
  const overdue = [
    `overdue: next check at ${today}T11:15 UTC`,
    '  person-1',
    `    due now               contact-expected (contact, listing-optimization; of ${daysBefore(1)})`,
  ]
  const end = 'Companies with a scheduled check: 3. Reminders due: 1.'

  for (const name of Object.keys(settings)) {
    it(`${name} says with --due what is due now, and nothing else`, () => {
      assert.deepEqual(lines(name, 'due'), [...overdue, end])
    })

    it(`${name} says what is due and coming, to whom, and who hears nothing of it`, () => {
      const all = lines(name, 'all')
      assert.deepEqual(all.slice(0, 3), overdue)
      const coming = `    ${daysBefore(-3)}T09:00 UTC  contact-expected (contact, listing-optimization; of ${daysBefore(-3)})`
      const from = all.indexOf(`coming: next check at ${today}T12:30 UTC`)
      assert.ok(from >= 0)
      const company = all.slice(
        from + 1,
        all.findIndex((line, index) => index > from && /^\S/.test(line)),
      )
      assert.deepEqual(
        company.filter((line) => line === coming || /^ {2}\S/.test(line)),
        ['  person-1', coming, '  person-2 (wants no reminders)', coming],
      )
      assert.ok(all.includes('unknown: to be checked soon, which schedules the next check'))
      assert.equal(all.at(-1), end)
    })

    it(`${name} names no one`, () => {
      assert.doesNotMatch(lines(name, 'all').join('\n'), /Ada|Lovelace|chat|contoso/i)
    })
  }

  for (const [name, env] of Object.entries(settings))
    it(`${name} gets the checks that are missing, once`, async () => {
      const scheduled = async () => (await runCommand(['reminders', '--schedule'], env())).stdout
      assert.equal(await scheduled(), 'Checks scheduled: 1.\n')
      assert.equal(await scheduled(), 'Checks scheduled: 0.\n')
      const { stdout } = await runCommand(['reminders', '--due'], env())
      assert.match(stdout, /^unscheduled: to be checked soon.*\n {2}person-1\n {4}due now +contact-missing/m)
    })

  it('is refused while a bot has the embedded store, saying so', async () => {
    const { store } = await openEmbedded(folder, () => ten)
    const { code, stderr } = await runCommand(['reminders'], { DATA_DIR: folder })
    await store.close()
    assert.equal(code, 1)
    assert.match(
      stderr,
      /is in use by another process \(\d+\).*\nWithout Redis only one .* stop the bot first/,
    )
  })

  it('is refused when it is asked for anything else', async () => {
    const { code, stderr } = await runCommand(['reminders', '--all'], { DATA_DIR: folder })
    assert.deepEqual([code, stderr], [1, 'Usage: npm run reminders [-- --due | --schedule]\n'])
  })

  it('is refused when Redis is not there', async () => {
    const env = { DATA_DIR: folder, REDIS_URL: 'redis://user:secret@127.0.0.1:1' }
    const { code, stderr } = await runCommand(['reminders'], env)
    assert.equal(code, 1)
    assert.match(stderr, /^REDIS_URL: Redis at 127\.0\.0\.1:1 cannot be reached/)
  })
})
