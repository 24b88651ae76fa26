import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Running, start } from '../../../bot/main.ts'
import { readConfig } from '../../../src/config/config.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import { dayMs } from '../../../src/core/time/calendar.ts'
import { collect } from '../../adapters/contract/subject.ts'
import { linesIn } from '../../adapters/stored-data-place.ts'
import { settingOf } from '../../encryption/some-keys.ts'
import { GuidedPerson } from '../../guides/guided-person.ts'
import { livePast } from '../../guides/past.ts'
import { scriptsIn } from '../../guides/scripts.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { recordsOf } from '../../support/past/company-past.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { type Outcome, runCommand } from './command.ts'

const [script = assert.fail()] = scriptsIn('en').filter(({ guide }) => guide === 'technical-help')
const tenant = '6d1b1c1e-2f43-4a53-8c6f-0b7c8f6e5d4a'
/** A clock of twice the speed. */
const fast = JSON.stringify({ real: Date.now(), bot: Date.now(), day: dayMs / 2 })
type Env = Readonly<Record<string, string>>

describe('a person in a guide during a move', function () {
  this.timeout(120_000)
  let folder: string
  let server: RedisServer
  let connector: FakeConnector
  let person: GuidedPerson
  let port = 0
  let kept: string[]
  const outcomes: Record<string, Outcome> = {}
  const logs: Record<string, readonly LoggedEvent[]> = {}
  const file = (name: string) => join(folder, name)

  /** Runs the bot, on the same port each time, while something is done. */
  const withBot = async (env: Env, work: (bot: Running) => Promise<void>) => {
    const settings = { PORT: String(port), DATA_DIR: file('bot'), LOG_LEVEL: 'silent', ...env }
    const bot = await start(readConfig(settings, ['--no-chat']))
    port = bot.port
    try {
      await work(bot)
    } finally {
      await bot.stop()
    }
  }
  const goesThrough = async (from: number, to: number) => {
    for (const step of script.steps.slice(from, to)) {
      await person.does(step)
      await person.sees(step)
    }
  }
  const move = async (name: string, from: Env, to: Env) => {
    outcomes[`export ${name}`] = await runCommand(['export', file(name)], from)
    outcomes[`import ${name}`] = await runCommand(['import', file(name)], to)
  }

  before(async function () {
    needRedis(this)
    folder = await mkdtemp(join(tmpdir(), 'moving-'))
    server = await startRedis()
    connector = await startConnector({ personality: 'teams' })
    const first = { DATA_DIR: file('first') }
    const redis = { REDIS_URL: server.url, DATA_DIR: file('none'), ENCRYPTION_KEYS: settingOf('k1') }
    const last = { DATA_DIR: file('last'), ENCRYPTION_KEYS: settingOf('k2') }
    // The folder of a bot that is in a time-lapse just now.
    const beside = { ...redis, DATA_DIR: file('beside') }
    await mkdir(file('beside'))
    await writeFile(file('beside/time-lapse.json'), fast)
    await withBot(first, async (bot) => {
      person = new GuidedPerson(connector, `http://127.0.0.1:${bot.port}/api/messages`, script, {
        tenantId: tenant,
      })
      await livePast(bot.store, script, tenant)
      await person.arrives()
      await goesThrough(0, 2)
    })
    await move('to-redis', first, beside)
    await withBot(redis, () => goesThrough(2, 4))
    outcomes.inspect = await runCommand(['redis-inspect', tenant], beside)
    outcomes.personal = await runCommand(['redis-inspect', tenant, '--personal'], beside)
    kept = await server.ask(linesIn)
    await move('back', beside, last)
    await withBot(last, async (bot) => {
      await goesThrough(4, script.steps.length)
      logs.last = await collect(bot.store.events(tenant))
    })
    outcomes.again = await runCommand(['import', file('back')], last)
    outcomes.existing = await runCommand(['export', file('back')], last)
    const lines = (await readFile(file('back'), 'utf8')).split('\n')
    await writeFile(file('broken'), lines.toSpliced(2, 1, '{"kind":"person","tenant":"t1"}').join('\n'))
    outcomes.broken = await runCommand(['import', file('broken')], { DATA_DIR: file('empty') })
  })
  after(async () => {
    await connector?.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const outcome = (name: string) => outcomes[name] ?? assert.fail(`no outcome of ${name}`)

  it('goes on with the next click in Redis and, moved back, to the end of the guide', () => {
    assert.deepEqual(
      logs.last?.slice(recordsOf(script.past)).map(({ event }) => event.type),
      script.records,
    )
  })

  for (const name of ['export to-redis', 'import to-redis', 'export back', 'import back']) {
    it(`is moved without a fault: ${name}`, () => {
      const { code, stderr } = outcome(name)
      assert.deepEqual([code, stderr], [0, ''])
    })
  }

  it('leaves the clock of a bot in a time-lapse as it runs', async () => {
    assert.equal(await readFile(file('beside/time-lapse.json'), 'utf8'), fast)
  })

  it('is encrypted in Redis, and not in the file', async () => {
    const words = ['Alex Wilber', 'One policy for all servers', '06 12 34 56 78']
    const moved = await readFile(file('back'), 'utf8')
    assert.deepEqual(
      [words.filter((word) => kept.join().includes(word)), words.filter((word) => moved.includes(word))],
      [[], words],
    )
    assert.ok(kept.some((line) => line.includes('aes-256-gcm:k1:')))
  })

  it('has a file that only its owner may read', async () => {
    assert.equal((await stat(file('back'))).mode & 0o777, 0o600)
  })

  it('does not overwrite a store that is not empty', () => {
    const { code, stderr } = outcome('again')
    assert.equal(code, 1)
    assert.match(stderr, /^.*\(DATA_DIR\): the store is not empty\. Nothing was imported\.\nWith --merge, /)
  })

  it('does not overwrite a file', () => {
    const { code, stderr } = outcome('existing')
    assert.equal(code, 1)
    assert.match(stderr, /EEXIST/)
  })

  it('reads which line and which field of a file is wrong', () => {
    const { code, stderr } = outcome('broken')
    assert.equal(code, 1)
    assert.match(stderr, /broken, line 3: person: .+\nNothing was imported\.\n$/)
  })

  describe('and is looked at in Redis', () => {
    const title = 'One policy for all servers'

    it('is seen with documents, versions, log, life times and bytes', () => {
      const { stdout } = outcome('inspect')
      for (const line of [
        /^Person 1: \d+ bytes, stays\n {2}version \d+: \{"schema":1,/m,
        /^Conversation 1: \d+ bytes, goes in 180\.0 days\n {2}version \d+: \{"schema":1,/m,
        /^Delivered messages 1: \d+ bytes, goes in 180\.0 days\n {2}ids of \d+ messages$/m,
        /^Marks of activities that were handled: \d+, \d+ bytes, the last one goes in (47\.\d|48\.0|2\.0) (hours|days)$/m,
        /^In all: \d+ keys, \d+ bytes$/m,
      ]) {
        assert.match(stdout, line)
      }
    })

    it('is not shown as a person, unless that is asked for', () => {
      const words = ['Alex Wilber', title, '06 12 34 56 78', person.client.conversation.id]
      assert.deepEqual(
        words.filter((word) => outcome('inspect').stdout.includes(word)),
        [],
      )
      assert.deepEqual(
        words.filter((word) => !outcome('personal').stdout.includes(word)),
        [],
      )
    })
  })
})

describe('a command that cannot do its work', function () {
  this.timeout(60_000)
  const nowhere = 'redis://user:secret@127.0.0.1:1'
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commands-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const failing: Readonly<Record<string, [args: string[], env: Env, message: RegExp]>> = {
    'to look into a Redis that is not set': [
      ['redis-inspect', 't1'],
      {},
      /^REDIS_URL: expected the address of the Redis to look into; it is not set\n$/,
    ],
    'to look into a Redis that is wrong': [
      ['redis-inspect', 't1'],
      { REDIS_URL: 'http://x' },
      /^REDIS_URL: /,
    ],
    'to look into a Redis that is not there': [
      ['redis-inspect', 't1'],
      { REDIS_URL: nowhere },
      /^REDIS_URL: Redis at 127\.0\.0\.1:1 cannot be reached/,
    ],
    'to look without a company': [['redis-inspect'], { REDIS_URL: nowhere }, /^Usage: /],
    'to export without a file': [['export'], {}, /^Usage: /],
    'to export nothing': [['export', join(tmpdir(), 'nothing.jsonl')], {}, /^No data in /],
    'to import two files': [['import', 'a', 'b'], {}, /^Usage: /],
    'to import a file that is not there': [['import', '/nowhere/file'], {}, /ENOENT/],
  }
  for (const [what, [args, env, message]] of Object.entries(failing)) {
    it(`says so in a line: ${what}`, async () => {
      const { code, stderr } = await runCommand(args, { DATA_DIR: folder, ...env })
      assert.equal(code, 1)
      assert.match(stderr, message)
      assert.ok(!stderr.includes('secret') && !stderr.includes('    at '))
    })
  }
})
