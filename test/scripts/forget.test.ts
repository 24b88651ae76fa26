import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import sinon from 'sinon'
import { isConfirmed } from '../../scripts/forget/consent.ts'
import { findPerson } from '../../scripts/forget/found.ts'
import { subjectsOf } from '../../scripts/forget/subject.ts'
import { openDatabase } from '../../src/adapters/embedded/database.ts'
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts'
import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import type { CompanyFile } from '../../src/personal-data/company-file.ts'
import type { Store } from '../../src/store/ports.ts'
import { address, person, roster, turnKeys, write } from '../adapters/contract/subject.ts'
import { makeFolder } from '../adapters/embedded/place.ts'
import { linesIn } from '../adapters/stored-data-place.ts'
import { startBot } from '../support/bot/running-bot.ts'
import { keepYear, liveYear } from '../support/past/company-year.ts'
import { needRedis, type RedisServer, startRedis } from '../support/redis/redis-server.ts'
import { runCommand } from './archive/command.ts'

const people = ['Adalinde', 'Benvolio'].map((name, index) => ({
  id: `person-${index}`,
  name,
  email: `${name}@contoso.example`,
  phone: `+3361234567${index}`,
}))

describe('npm run forget', function () {
  this.timeout(60_000)

  describe('while the bot is stopped, with LMDB', () => {
    let folder: string

    before(async () => {
      folder = await makeFolder()
      const store = await openEmbeddedStore(folder, Date.now)
      const chat = (id: string, by: string, account: string) => ({
        schema: 1 as const,
        person: by,
        welcomed: ['account-0'],
        dialogs: {},
        drafts: [],
        address: { ...address(id), person: { id: account } },
      })
      const inPrivate = { tenant: 'tenant-1', person: 'person-0', conversation: 'chat-0' }
      await write(store, {
        keys: turnKeys(inPrivate),
        write: {
          person: person('Adalinde'),
          conversation: chat('chat-0', 'person-0', 'account-0'),
          roster: roster(),
        },
      })
      const inTeam = { tenant: 'tenant-1', person: 'person-1', conversation: 'team-chat' }
      await write(store, {
        keys: turnKeys(inTeam),
        write: { conversation: chat('team-chat', 'person-1', 'account-1') },
      })
      await keepYear(store, 'tenant-1', liveYear('tenant-1', people, Date.now() - 366 * 86_400_000))
      await store.close()
    })
    after(() => rm(folder, { recursive: true, force: true }))

    const forget = (...args: string[]) => runCommand(['forget', ...args], { DATA_DIR: folder })
    const found = async (marks: readonly string[]) => {
      const database = openDatabase(folder)
      const raw = [...database.getRange({})].map(({ key, value }) => `${JSON.stringify(key)} ${value}`)
      await database.close()
      const text = raw.join('\n').toLowerCase()
      return marks.filter((mark) => text.includes(mark.toLowerCase()))
    }
    const ada = ['person-0', 'account-0', 'chat-0', 'Adalinde', '33612345670']
    const ben = ['person-1', 'Benvolio', '33612345671']

    it('reports an unknown id, and does not search by name', async () => {
      const { code, stderr } = await forget('tenant-1', 'Adalinde')
      assert.equal(code, 1)
      assert.match(stderr, /^No data about the person Adalinde of the company tenant-1 in /)
      assert.deepEqual(await found([...ada, ...ben]), [...ada, ...ben])
    })

    it('deletes a person at once, whom no roster knows, and says what there was without their words', async () => {
      const { code, stdout, stderr } = await forget('tenant-1', 'person-0')
      assert.deepEqual([code, stderr], [0, ''])
      assert.match(
        stdout,
        /^In the tenant tenant-1:\n {2}people known by name: 1\n {2}people to be reminded: 0\n {2}chats: 2\n {2}entries of the log by or about them: \d\d+\nDeleted\. /,
      )
      assert.ok(!stdout.includes('Adalinde'))
      assert.deepEqual(await found([...ada, ...ben]), ben)
    })

    it('finds the person no more afterwards', async () => {
      assert.equal((await forget('tenant-1', 'person-0')).code, 1)
    })

    it('deletes a marketing contact by their address, as who never wrote has no id', async () => {
      const { stdout } = await forget('tenant-1', 'BENVOLIO@contoso.example')
      assert.match(stdout, /chats: 0\n {2}entries of the log by or about them: \d+\nDeleted\. /)
      assert.deepEqual(await found(['Benvolio@contoso.example', 'person-1']), ['person-1'])
    })

    it('asks before it deletes a company', async () => {
      const { code, stdout, stderr } = await forget('tenant-1', '--company')
      assert.deepEqual([code, stderr], [1, '\nNothing was deleted.\n'])
      assert.match(stdout, /Type its id to continue: $/)
      assert.deepEqual(await found(['person-1']), ['person-1'])
    })

    it('deletes a company without a question on request, except the log without people', async () => {
      const { code, stdout } = await forget('tenant-1', '--company', '--yes')
      assert.equal(code, 0)
      assert.match(stdout, /Deleted\. A log without personal data stays for 365 days\.\n$/)
      assert.deepEqual(await found(ben), [])
      assert.equal((await forget('tenant-1', '--company', '--yes')).code, 1)
    })

    it('reads its arguments', async () => {
      const { code, stderr } = await forget('tenant-1', 'person-1', '--company')
      const usage =
        'Usage: npm run forget -- <tenant> <person or address of a contact>, or <tenant> --company [--yes]\n'
      assert.deepEqual([code, stderr], [1, usage])
    })
  })

  describe('beside a bot, with Redis', () => {
    let server: RedisServer
    before(async function () {
      needRedis(this)
      server = await startRedis()
    })
    after(() => server?.stop())

    it('orders it, and the bot does it', async () => {
      const bot = await startBot({ personality: 'teams', redisUrl: server.url })
      const time = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
      try {
        const ada = await bot.talk({ name: 'Adalinde Fernspiel' })
        await ada.say('help')
        const { scene, conversation } = ada.client
        const [tenant = '', id = ''] = [scene.tenantId, scene.person.aadObjectId]
        const marks = ['Adalinde', id, scene.person.id, conversation.id]
        const found = async () => {
          const raw = await server.ask(async (redis) => (await linesIn(redis)).join('\n'))
          return marks.filter((mark) => raw.includes(mark))
        }
        assert.deepEqual(await found(), marks)
        const { code, stdout } = await runCommand(['forget', tenant, id], { REDIS_URL: server.url })
        assert.equal(code, 0)
        assert.match(stdout, /chats: 1\n[\s\S]*The deletion is ordered\./)
        assert.deepEqual(await found(), marks)
        await bot.restart(() => time.setSystemTime(Date.now() + 60_000))
        const patience = performance.now() + 8000
        while ((await found()).length > 0) {
          assert.ok(performance.now() < patience, `still there: ${await found()}`)
          await setImmediate()
        }
      } finally {
        time.restore()
        await bot.stop()
      }
    })
  })

  describe('for a person named only by others', () => {
    const file: CompanyFile = {
      company: undefined,
      roster: undefined,
      people: [],
      conversations: [],
      traffic: [],
      log: [
        {
          at: '2026-11-22T09:00:00.000Z',
          program: 'program',
          by: { id: 'person-0', name: 'Adalinde' },
          event: { type: 'TeamNamed', members: [{ id: 'person-7', name: 'Cydonia' }] },
        },
      ],
    }

    it('finds them by their id in the log, and not by their name', () => {
      assert.equal(findPerson(file, 'person-7', 0)?.counts['entries of the log by or about them'], 1)
      assert.deepEqual(
        [findPerson(file, 'Cydonia', 0), findPerson(file, 'person-70', 0)],
        [undefined, undefined],
      )
    })
  })

  describe('for a guest of another company', () => {
    const entry = (event: LoggedEvent['event']): LoggedEvent => ({
      at: '2026-11-22T09:00:00.000Z',
      program: 'program',
      by: { id: 'somebody', name: '' },
      event,
    })
    const joined = (tenant: string) =>
      entry({ type: 'CompanyJoined', host: { tenant, invitation: `code of ${tenant}` } })
    const admitted = entry({ type: 'TenantAdmitted', tenant: 'guests', invitation: 'code' })
    const logs: Readonly<Record<string, readonly LoggedEvent[]>> = {
      guests: [joined('former'), joined('hosts'), joined('former')],
      hosts: [admitted],
      former: [admitted, entry({ type: 'TenantLeft', tenant: 'guests' })],
    }
    const store: Pick<Store, 'events'> = {
      events: async function* (tenant) {
        yield* logs[tenant] ?? []
      },
    }
    const all = [
      { tenant: 'former', person: 'guests/person-9' },
      { tenant: 'hosts', person: 'guests/person-9' },
      { tenant: 'guests', person: 'person-9' },
    ]

    for (const subject of all)
      it(`deletes wherever they are or were, at home last, when called for ${subject.tenant}`, async () => {
        assert.deepEqual(await subjectsOf(store, subject), all)
      })

    it('leaves the other tenant alone when it is for a company, or for no guest', async () => {
      for (const person of [undefined, 'person-1'])
        assert.deepEqual(await subjectsOf(store, { tenant: 'hosts', person }), [{ tenant: 'hosts', person }])
      const company = { tenant: 'guests', person: undefined }
      assert.deepEqual(await subjectsOf(store, company), [company])
    })
  })

  describe('when it asks', () => {
    const answered = (text: string) => {
      const input = new PassThrough()
      input.end(text)
      return isConfirmed('Sure? ', 'tenant-1', input, new PassThrough())
    }

    it('goes on with the very word, and with nothing else', async () => {
      const answers = ['tenant-1\n', ' tenant-1 ', 'y\n', 'tenant-10\n', '\ntenant-1\n', '']
      assert.deepEqual(await Promise.all(answers.map(answered)), [true, true, false, false, false, false])
    })
  })
})
