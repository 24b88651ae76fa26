import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Running } from '../../bot/main.ts'
import { catalogue } from '../../dialogs/catalogue.ts'
import { openArchive } from '../../scripts/archive/open-archive.ts'
import { importArchive } from '../../src/archive/import-archive.ts'
import { readLines } from '../../src/archive/lines.ts'
import { audit } from '../../src/core/company/audit.ts'
import { sha256 } from '../../src/sha256.ts'
import type { Activity } from '../support/client/activity.ts'
import type { ChatClient } from '../support/client/chat-client.ts'
import { asReply, type Reply } from '../support/client/chat-reply.ts'
import { type Arrival, nextArrival } from '../support/connector/fake-conversation.ts'
import { edited } from '../support/recorded/afterwards.ts'
import { freePort, needRedis } from '../support/redis/redis-server.ts'
import { asWritten, byKey, messagesIn, recordsIn } from './archived-records.ts'
import { configOf, messagesUrl } from './bot-place.ts'
import { cardWith, press, runButton, waitForCard } from './chat-actions.ts'
import { openChat } from './chats.ts'
import { type Kind, OldStore, recordings, scenarioIn } from './old-store.ts'
import { enteredIn, type HalfDone, type Question, questionIn } from './scenario.ts'

/** Milliseconds from the end of the recording, at 16:00 UTC, to half past eleven and to half past nine the next day. */
const toNight = 7.5 * 3_600_000
const toMorning = 17.5 * 3_600_000

describe('the recordings of stores', () => {
  it('are found', () => assert.ok(recordings.length > 0))
})

for (const { name, stores } of recordings)
  describe(`the stores recorded on ${name}`, () => {
    for (const kind of ['lmdb', 'redis', 'encrypted'] as const)
      describe(kind, function () {
        this.timeout(30_000)
        let store: OldStore

        before(async function () {
          if (kind === 'redis') needRedis(this)
          store = await OldStore.restore(kind, stores)
        })
        after(() => store?.discard())

        describe('without a bot', () => testReading(() => store))
        if (kind !== 'encrypted') describe('with a bot', () => testBot(() => store, kind, stores))
      })
  })

function testReading(store: () => OldStore): void {
  it('are read in full: no record and no field is lost', async () => {
    const was = byKey(recordsIn(store().lines))
    const is = byKey(
      await store().useArchive(async (archive) => (await collect(archive.records())).map(asWritten)),
    )
    assert.deepEqual([...is.keys()].sort(), [...was.keys()].sort())
    for (const [key, record] of is) {
      const before = was.get(key)
      // A migrated document differs; its migration has its own tests.
      if (before?.document?.schema === record.document?.schema) assert.deepEqual(record, before)
    }
  })

  it('have logs that pass the audit', async () => {
    const tenants = await store().useArchive(async (archive) => {
      const records = await collect(archive.records())
      return records.flatMap((each) => (each.kind === 'company' ? [each.document.tenant] : []))
    })
    assert.ok(tenants.length > 0)
    await store().useKept(async ({ store: kept }) => {
      for (const tenant of tenants) {
        const { company } = await kept.glance(tenant)
        const { fault } = audit(company.value, await collect(kept.events(tenant)), sha256)
        assert.deepEqual({ tenant, fault }, { tenant, fault: undefined })
      }
    })
  })

  it('have the scheduled wake-ups, which the rosters know', async () => {
    const { wakeups } = store().scenario
    await store().useKept(async ({ store: kept, wakeups: waiting }) => {
      const sorted = (all: readonly { id: string }[]) => [...all].sort((a, b) => a.id.localeCompare(b.id))
      assert.deepEqual(sorted(await collect(waiting.waiting())), sorted(wakeups))
      const { roster } = await kept.glance('nora')
      const { id, at } = roster.value?.wakeup ?? assert.fail('the roster has no wake-up')
      assert.deepEqual(
        wakeups.filter((each) => each.id === id),
        [{ id, at, tenant: 'nora' }],
      )
    })
  })

  it('have an archive that can be imported', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'old-archive-'))
    const archive = await openArchive(configOf({ folder }))
    try {
      const lines = async function* () {
        yield* store().lines
      }
      const count = await importArchive(archive, () => readLines(lines()), { merge: false })
      assert.equal(count, store().lines.length - 2)
    } finally {
      await archive.close()
      await rm(folder, { recursive: true })
    }
  })
}

/** Starts the current bot on the store; the recorded people go on with their chats. */
function testBot(store: () => OldStore, kind: Kind, stores: URL): void {
  const { halfDone } = scenarioIn(stores, kind)
  let bot: Running
  let people: ReadonlyMap<string, ChatClient>
  let waiting: ReadonlyMap<HalfDone, ChatClient>

  before(async () => {
    const { connector, scenario } = store()
    await store().setClock(scenario.at + toNight)
    // The connector must know the chats before the bot starts to send.
    const port = await freePort()
    const url = messagesUrl({ port })
    people = new Map(
      Object.entries(scenario.people).map(([name, chat]) => [name, openChat(connector, url, chat)]),
    )
    waiting = new Map(halfDone.map((one) => [one, openChat(connector, url, one.chat)]))
    bot = await store().startBot(port)
  })
  after(() => bot?.stop())

  const person = (name: string) => people.get(name) ?? assert.fail(`there is no person ${name}`)
  const companyOf = ({ scene }: ChatClient) => scene.tenantId ?? ''
  const eventsOf = async (client: ChatClient) =>
    (await collect(bot.store.events(companyOf(client)))).map(({ event }) => event.type)
  const until = async (holds: () => Promise<boolean>) => {
    const patience = performance.now() + 10_000
    while (!(await holds())) {
      assert.ok(performance.now() < patience, 'nothing happened within 10 s')
      // Without it, a store in this process would never yield to the event loop.
      await setImmediate()
    }
  }

  it('deliver the messages of the outbox', async () => {
    const clients = new Map([...people.values()].map((client) => [client.conversation.id, client]))
    const deliveries = messagesIn(recordsIn(store().lines))
    assert.deepEqual(deliveries.map(({ tenant }) => tenant).sort(), [
      'a tenant whose id is no plain one',
      'abi',
      'amy',
      'uma',
      'uma',
    ])
    // What two processes began to send is not sent again.
    for (const { address, activity, replaces } of deliveries.filter(({ again }) => !again)) {
      const client = clients.get(address.conversation) ?? assert.fail(address.conversation)
      const isIt = ({ kind, activity: sent }: Arrival) =>
        kind === (replaces ? 'update' : 'message') &&
        isDeepStrictEqual(sent.attachments, activity.attachments)
      const { message } = await nextArrival(client.conversation, isIt, 0, 15_000)
      if (replaces) assert.equal(message?.id, replaces.activityId)
    }
  })

  for (const name of ['abi', 'lou'])
    it(`say once that an answer was lost: ${name}`, async () => {
      const client = person(name)
      for (const texts of [1, 0]) {
        const before = client.conversation.position
        await client.say('help')
        await client.waitForReply(({ card }) => card !== undefined)
        const said = client.conversation.arrivals.slice(before).map(asReply)
        assert.equal(said.filter(({ kind, card }) => kind === 'message' && !card).length, texts)
      }
    })

  it('take answers to reminders that were sent earlier, by a click and in words', async () => {
    await press(person('nora'), runButton('reminder', /^yes:/))
    await person('tom').say('yes')
    for (const name of ['nora', 'tom'])
      await until(async () => (await eventsOf(person(name))).at(-1) === 'BenefitUpdated')
  })

  it('carry out the requested deletions', async () => {
    await until(async () => (await eventsOf(person('finn'))).at(-1) === 'PersonForgotten')
    await until(async () => (await eventsOf(person('gus'))).at(-1) === 'CompanyForgotten')
  })

  it('have each guide half-done, to be continued by a click and in words', () => {
    const guides = (way: 'clicks' | 'types') =>
      new Set(halfDone.filter(({ answer }) => way in answer).map(({ at }) => at.guide))
    assert.ok(guides('clicks').size >= 10)
    assert.deepEqual(guides('types'), guides('clicks'))
  })

  for (const [index, { at, answer }] of halfDone.entries()) {
    const how = 'types' in answer ? `“${answer.types}”` : `a click on “${answer.clicks}”`
    it(`continue a guide: ${at.guide} at ${at.step} with ${how} (${index + 1})`, async () => {
      const one = halfDone[index] ?? assert.fail()
      const client = waiting.get(one) ?? assert.fail()
      if (revised.has(at.guide)) return answerAndStartOver(client, one)
      await answerAndRead(client, one)
      if (one.records.length === 0) return
      assert.deepEqual((await eventsOf(client)).slice(-one.records.length), one.records)
    })
  }

  it('offer drafts, and continue one with its entries', async () => {
    const dora = person('dora')
    await dora.say('help')
    await waitForCard(dora, runButton('technical-help', /^continue$/))
    await press(dora, runButton('assign-contact', /^continue$/))
    const { activity } = await dora.waitForReply(isQuestion({ guide: 'assign-contact', step: 'form' }))
    assert.deepEqual(enteredIn(activity), { name: 'Ann Bell', country: 'US', language: 'en-US' })
  })

  it('resume a draft by a typed command', async () => {
    await person('dino').say('resume')
    await person('dino').waitForReply(isQuestion({ guide: 'technical-help', step: 'need' }))
  })

  it('take the answer to a question that was delivered late', async () => {
    const uma = person('uma')
    await uma.say('Ann Bell')
    const { activity } = await uma.waitForReply(
      (reply) => isQuestion({ guide: 'assign-contact', step: 'form' })(reply) && isFilledIn(reply.activity),
    )
    assert.deepEqual(enteredIn(activity), { name: 'Ann Bell' })
  })

  it('read an answer again that was typed earlier and is edited', async () => {
    const ted = person('ted')
    await edit(ted, -3, 'Ann Bell')
    const { activity } = await ted.waitForReply(isQuestion({ guide: 'assign-contact', step: 'form' }))
    assert.deepEqual(enteredIn(activity), { name: 'Ann Bell', email: 'ann.bell@contoso.com' })
  })

  it('read the last line again when it is edited', async () => {
    await edit(person('liv'), -1, 'technical help')
    await person('liv').waitForReply(isQuestion({ guide: 'technical-help', step: 'program' }))
  })

  it('ignore an activity that was handled earlier', async () => {
    const hana = person('hana')
    const before = hana.conversation.position
    await hana.resend(postOf('hana', -1))
    await hana.say('technical help')
    await hana.waitForReply(isQuestion({ guide: 'technical-help', step: 'program' }))
    assert.equal(hana.conversation.position, before + 1)
  })

  it('replace a welcome in the wrong language', async () => {
    const gil = person('gil')
    const [welcome] = gil.conversation.messages
    await gil.say('bonjour')
    const { message } = await gil.waitForReply(({ kind }) => kind === 'update')
    assert.equal(message?.id, welcome?.id)
  })

  it('know which tenants share a company', async () => {
    await person('cyd').say('other tenants')
    await waitForCard(person('cyd'), runButton('other-tenants', /^part:daughter$/))
    await person('ada').say('other tenants')
    await waitForCard(person('ada'), runButton('other-tenants', /^part:daughter$/))
  })

  describe('the next morning', () => {
    before(async () => {
      const { port } = bot
      await bot.stop()
      await store().setClock(store().scenario.at + toMorning)
      bot = await store().startBot(port)
    })

    it('send a reminder that was snoozed until then', async () => {
      const will = person('will')
      const before = cardWith(will, runButton('reminder'))
      await will.waitForReply()
      assert.notEqual(cardWith(will, runButton('reminder', /^yes:.*:contact\|listing-optimization/)), before)
    })

    it('send a reminder of a half-done guide', async () => {
      const [one] = [...waiting.keys()].filter(({ next }) => next)
      const client = one ? waiting.get(one) : undefined
      await waitForCard(client ?? assert.fail(), runButton('reminder', /^forget:.*:halfway\|/))
    })

    it('send nothing to people who want no reminders, or removed the app', () => {
      for (const name of ['sid', 'pia']) {
        const { messages } = person(name).conversation
        assert.equal(messages.length, store().scenario.people[name]?.messages.length)
      }
    })
  })

  const postOf = (name: string, index: number): Activity => ({
    ...(store().scenario.people[name]?.posts.at(index) ?? assert.fail(`${name} posted nothing`)),
    serviceUrl: store().connector.serviceUrl,
  })
  const edit = (client: ChatClient, index: number, text: string) => {
    const post = postOf(client.scene.person.name.toLowerCase(), index)
    return client.resend(edited(post, text))
  }
}

const isQuestion =
  ({ guide, step }: Question) =>
  ({ kind, activity }: Reply): boolean =>
    kind === 'message' && isDeepStrictEqual(questionIn(activity), { guide, step })

const isFilledIn = (activity: Activity) => Object.keys(enteredIn(activity)).length > 0

/** Guides whose steps have changed since: what was half-done begins anew. */
const revised = new Set(catalogue.guides.filter(({ version }) => version > 1).map(({ id }) => id))

async function answerAndStartOver(client: ChatClient, halfDone: HalfDone): Promise<void> {
  await answers(client, halfDone)
  await client.waitForReply(
    ({ kind, activity }) => kind === 'message' && questionIn(activity)?.guide === halfDone.at.guide,
  )
}

/** Answers the open question, by its recorded card or in words. */
async function answers(client: ChatClient, { at, answer }: HalfDone): Promise<void> {
  if ('types' in answer) return void (await client.say(answer.types))
  const message = client.latestCard()
  assert.deepEqual(questionIn(message.shown), at)
  const click = await client.click(message, answer.clicks, answer.fills)
  assert.equal(click.kind, 'posted', JSON.stringify(click))
}

/** Answers, and waits for the next question or the last card. */
async function answerAndRead(client: ChatClient, halfDone: HalfDone): Promise<void> {
  const { next } = halfDone
  await answers(client, halfDone)
  const isNext = next ? isQuestion(next) : isEnd
  const { activity } = await client.waitForReply(isNext)
  const filled = Object.keys(enteredIn(activity))
  assert.deepEqual(
    next?.filled.filter((field) => !filled.includes(field)),
    next && [],
  )
}

const isEnd = ({ kind, card, activity }: Reply): boolean =>
  kind === 'message' && card !== undefined && questionIn(activity) === undefined

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
