import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import sinon, { type SinonFakeTimers } from 'sinon'
import { openDatabase } from '../../../src/adapters/embedded/database.ts'
import { audit } from '../../../src/core/company/audit.ts'
import { sha256 } from '../../../src/sha256.ts'
import { linesIn } from '../../adapters/stored-data-place.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { type Employee, keepYear, liveYear } from '../../support/past/company-year.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'

const minute = 60_000
const day = 1440 * minute
/** A Monday, noon. */
const monday = Date.UTC(2026, 10, 23, 12)

describe('the data of people, with LMDB', () =>
  keepsAndForgets(
    () => undefined,
    async ({ dataDir }) => {
      const database = openDatabase(dataDir)
      const lines = [...database.getRange({})].map(({ key, value }) => `${JSON.stringify(key)} ${value}`)
      await database.close()
      return lines.join('\n')
    },
  ))

describe('the data of people, with Redis', () => {
  let server: RedisServer

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())
  beforeEach(() => server.ask((redis) => redis.flushall()))

  keepsAndForgets(
    () => server.url,
    () => server.ask(async (redis) => (await linesIn(redis)).join('\n')),
  )
})

function keepsAndForgets(redisUrl: () => string | undefined, rawOf: (bot: RunningBot) => Promise<string>) {
  let time: SinonFakeTimers
  let bot: RunningBot
  let ada: Talk
  let ben: Talk
  let people: Employee[]
  let raw = ''

  beforeEach(async function () {
    this.timeout(20_000)
    time = sinon.useFakeTimers({ now: monday, toFake: ['Date'] })
    const url = redisUrl()
    bot = await startBot({ personality: 'teams', isUnknown: true, ...(url && { redisUrl: url }) })
    ada = await bot.talk({ name: 'Adalinde Fernspiel' })
    ben = await bot.talk({ name: 'Benvolio Katz' })
    people = [employee(ada, '33698765432'), employee(ben, '33612121212')]
    await ada.say('stop reminders')
    await ben.say('stop reminders')
    await keepYear(bot.store, tenant(), liveYear(tenant(), people, monday - 366 * day))
  })
  afterEach(async () => {
    time.restore()
    await bot.stop()
  })

  const tenant = () => ada.client.scene.tenantId ?? ''
  const idOf = (talk: Talk) => talk.client.scene.person.aadObjectId ?? ''
  const employee = (talk: Talk, digits: string): Employee => {
    const { name } = talk.client.scene.person
    const email = `${name.split(' ')[0]?.toLowerCase()}@contoso.example`
    return { id: idOf(talk), name, email, phone: `+${digits}` }
  }
  /** Identifiers of a person. */
  const marksOf = (talk: Talk) => {
    const { id, name, email, phone } = people.find((each) => each.id === idOf(talk)) ?? assert.fail()
    const { person } = talk.client.scene
    return [id, name, email, phone, person.id, talk.client.conversation.id, ...name.split(' ')]
  }
  const found = (marks: readonly string[]) =>
    [...new Set(marks)].filter((mark) => raw.toLowerCase().includes(mark.toLowerCase()))
  const events = async (type: string) =>
    (await bot.log(tenant())).filter(({ event }) => event.type === type).length
  const auditNow = async () => {
    const { company } = await bot.store.glance(tenant())
    return audit(company.value, await bot.log(tenant()), sha256)
  }
  const leap = (milliseconds: number) => bot.restart(() => time.setSystemTime(Date.now() + milliseconds))
  const scan = () =>
    bot.restart(async () => {
      raw = await rawOf(bot)
    })
  const until = async (holds: () => Promise<boolean>) => {
    const patience = performance.now() + 8_000
    while (!(await holds())) {
      assert.ok(performance.now() < patience, 'it takes too long')
      // LMDB answers at once: others need their turn, too.
      await setImmediate()
    }
  }
  const deletesHerData = async () => {
    await ada.say('my data')
    await ada.press('Delete my data')
    const { heading } = await ada.press('Yes, delete my data')
    assert.equal(heading, 'Your data will be deleted in a minute')
  }

  it('are shown in plain words', async () => {
    const { heading, texts } = await ada.say('what do you know about me?')
    assert.equal(heading, 'What I know about you')
    assert.match(texts.join('\n'), /Adalinde Fernspiel[\s\S]*\d+ entries, from /)
  })

  describe('fetched by their link', () => {
    const ticketFor = async (talk: Talk, button = 'Send me my data') => {
      await talk.say('my data')
      const { actions } = await talk.press(button)
      const url = new URL(actions.find(({ url: link }) => link !== undefined)?.url ?? assert.fail())
      return { url, ticket: url.hash.slice(1) }
    }
    const fetched = (url: URL, ticket: string) =>
      fetch(new URL(url.pathname, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ticket }),
      })

    it('are there to read and for programs: all of the person, and no chat of anybody else', async () => {
      const { url, ticket } = await ticketFor(ada)
      const page = await (await fetch(url)).text()
      assert.match(page, /<button>Get my data/)
      const answer = await fetched(url, ticket)
      assert.equal(answer.status, 200)
      const { data, text } = Object(await answer.json())
      const { name, email, phone } = employee(ada, '33698765432')
      for (const mark of [name, email, phone, ada.client.conversation.id]) {
        assert.ok(text.includes(mark) && JSON.stringify(data).includes(mark), mark)
      }
      assert.equal(data.person.name, name)
      assert.deepEqual(
        data.chats.map(({ address }: { address: { person: { id: string } } }) => address.person.id),
        [ada.client.scene.person.id],
      )
      assert.ok(!text.includes(ben.client.conversation.id))
    })

    it('include a year of the company’s records with names, for authorized people, and no chats', async () => {
      await namesAuthorizedPeople(ada)
      const { url, ticket } = await ticketFor(ada, 'Export company data')
      const { name, data, text } = Object(await (await fetched(url, ticket)).json())
      assert.deepEqual(
        [name, data.company.team.members[0].name, data.records.length],
        ['company-data', 'Adalinde Fernspiel', (await bot.log(tenant())).length],
      )
      assert.ok(data.records.length > 100, `${data.records.length} records`)
      for (const { name: who } of people) assert.ok(text.includes(who), who)
      for (const talk of [ada, ben]) assert.ok(!text.includes(talk.client.conversation.id))
      assert.equal((await fetched(url, ticket)).status, 404)
    })

    it('exclude the company’s for people no longer authorized', async () => {
      await namesAuthorizedPeople(ada)
      const { url, ticket } = await ticketFor(ada, 'Export company data')
      await ada.say('authorized people')
      await ada.press('Next', { members: [idOf(ben)] })
      await ada.press('Yes, authorize them')
      assert.equal((await fetched(url, ticket)).status, 404)
    })

    it('are there once', async () => {
      const { url, ticket } = await ticketFor(ada)
      const statuses = await Promise.all([fetched(url, ticket), fetched(url, ticket), fetched(url, ticket)])
      assert.deepEqual(statuses.map(({ status }) => status).sort(), [200, 404, 404])
    })

    it('are there for a quarter of an hour', async () => {
      const { url, ticket } = await ticketFor(ada)
      time.setSystemTime(Date.now() + 15 * minute)
      assert.equal((await fetched(url, ticket)).status, 404)
    })

    it('are refused with a wrong key or the key of another', async () => {
      const { url, ticket } = await ticketFor(ada)
      const [company, , key] = JSON.parse(Buffer.from(ticket, 'base64url').toString())
      const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
      for (const other of [
        forged(company, idOf(ben), key),
        forged(company, idOf(ada), 'x'),
        forged(1),
        'x',
        '',
      ])
        assert.equal((await fetched(url, other)).status, 404)
      assert.equal((await fetched(url, ticket)).status, 200)
    })

    it('leave no key in the store that opens them', async () => {
      const { ticket } = await ticketFor(ada)
      const [, , key] = JSON.parse(Buffer.from(ticket, 'base64url').toString())
      await scan()
      assert.deepEqual(found([key, ticket]), [])
    })
  })

  it('stay when the person changes their mind', async () => {
    await ada.say('my data')
    await ada.press('Delete my data')
    assert.equal((await ada.press('No, keep my data')).heading, 'What I know about you')
    await leap(10 * minute)
    await scan()
    assert.deepEqual(found(marksOf(ada)), marksOf(ada))
  })

  describe('once one of two had theirs deleted', () => {
    beforeEach(async function () {
      this.timeout(20_000)
      await entersContact(ben, ada)
      await deletesHerData()
      await leap(minute)
      await until(async () => (await events('PersonForgotten')) === 1)
      await scan()
    })

    it('are nowhere in the store: no key and no value tells of them, after a year of work', () => {
      assert.deepEqual(found(marksOf(ada)), [])
      assert.ok(raw.length > 50_000, `${raw.length} characters`)
    })

    it('are those of the other as before', () => {
      assert.deepEqual(found(marksOf(ben)), marksOf(ben))
    })

    it('leave a log behind that still holds, and is what the document says', async () => {
      const { fault, pseudonymised, entries } = await auditNow()
      assert.equal(fault, undefined)
      assert.ok(pseudonymised > 50 && pseudonymised < entries, `${pseudonymised} of ${entries}`)
    })

    it('let the colleague go on', async () => {
      const { texts } = await ben.say('history')
      assert.match(texts.join('\n'), /A person’s data was deleted/)
      assert.equal((await ben.say('my rewards')).heading, 'Your company’s rewards')
    })

    it('are out of the guide in which the colleague had just entered them', async () => {
      const { heading, texts } = await ben.say('resume')
      assert.equal(heading, 'Now in Partner Center')
      assert.match(texts.join(' '), /deleted-/)
    })

    it('begin anew when the person is back', async () => {
      await ada.client.join()
      assert.match((await ada.nextCard()).heading ?? '', /Hello/)
      assert.match((await ada.say('my data')).texts.join('\n'), /Recorded by you\s+nothing/)
    })
  })

  describe('once those of the company were deleted', () => {
    const everybody = () => [...marksOf(ada), ...marksOf(ben)]

    beforeEach(async function () {
      this.timeout(20_000)
      await namesAuthorizedPeople(ada)
      await ada.say('my data')
      await ada.press('Delete company data')
      await ada.press('Yes, delete it for everyone')
      await leap(minute)
      await until(async () => (await events('CompanyForgotten')) === 1)
      await scan()
    })

    it('are nowhere in the store, for any person', () => assert.deepEqual(found(everybody()), []))

    it('leave a document without facts, and a log that holds', async () => {
      const { company } = await bot.store.glance(tenant())
      assert.deepEqual([company.value?.contact, company.value?.requests], [undefined, []])
      assert.equal((await auditNow()).fault, undefined)
    })

    it('leave nothing at all when the retention time is over', async () => {
      await leap(366 * day)
      await until(async () => (await bot.store.glance(tenant())).company.version === 0)
      await scan()
      const lines = raw.split('\n').filter((line) => line.includes(tenant()))
      assert.deepEqual(lines, [])
    })

    it('spare what was recorded after the request', async () => {
      await ben.client.join()
      await ben.nextCard()
      const before = (await bot.log(tenant())).length
      // The company begins again, in the program of today.
      await ben.say('which program are we in')
      await ben.press('Next', { situation: 'rewards' })
      await declareRole(ben)
      await assignsContact(ben)
      await leap(366 * day)
      await until(async () => (await bot.log(tenant())).length < before)
      const { fault, entries, dropped } = await auditNow()
      assert.deepEqual([fault, entries, dropped], [undefined, 3, before - 1])
    })
  })

  describe('of who removed the app', () => {
    beforeEach(() => ada.client.leave())

    it('go with the retention time', async () => {
      await leap(366 * day)
      await until(async () => (await events('PersonForgotten')) === 1)
      await scan()
      assert.deepEqual(found(marksOf(ada)), [])
    })

    it('go with it, too, when they never recorded anything', async () => {
      const cyd = await bot.talk({ name: 'Cydonia Marsh' })
      await cyd.client.leave()
      await leap(366 * day)
      await until(async () => (await events('PersonForgotten')) === 2)
      await scan()
      assert.deepEqual(found(['Cydonia', cyd.client.conversation.id, idOf(cyd)]), [])
    })

    it('stay for so long', async () => {
      await leap(364 * day)
      await scan()
      assert.deepEqual(found(marksOf(ada).slice(0, 4)), marksOf(ada).slice(0, 4))
    })

    it('stay when they are back in time', async () => {
      await leap(300 * day)
      await ada.say('help')
      await leap(100 * day)
      await ben.say('help')
      await scan()
      assert.deepEqual(found(marksOf(ada)), marksOf(ada))
    })

    it('include the company when no one is left', async () => {
      await ben.client.leave()
      await leap(366 * day)
      await until(async () => (await events('CompanyForgotten')) === 1)
      await scan()
      assert.deepEqual(found([...marksOf(ada), ...marksOf(ben)]), [])
    })
  })

  const namesAuthorizedPeople = async (talk: Talk) => {
    await talk.say('authorized people')
    await talk.press('Next')
    await talk.press('Yes, authorize them')
  }
  const declareRole = async (talk: Talk) => {
    await talk.say('assign contact')
    await talk.press('Next', { choice: 'partner-admin' })
    await talk.say('cancel')
  }
  const entersContact = async (talk: Talk, whom: Talk) => {
    const { name, email } = people.find(({ id }) => id === idOf(whom)) ?? assert.fail()
    await talk.say('assign contact')
    await talk.press('Next', { choice: 'partner-admin' })
    await talk.press('Next', { name, email, country: 'FR', phone: '06 98 76 54 32', language: 'fr-FR' })
  }
  const assignsContact = async (talk: Talk) => {
    await talk.say('assign contact')
    await talk.press('Start again')
    const form = { name: 'Cyd', email: 'cyd@contoso.example', country: 'FR', phone: '06 12 34 56 78' }
    await talk.press('Next', { ...form, language: 'fr-FR' })
    await talk.press('Yes, that’s right')
    await talk.press('Done')
  }
}
