import assert from 'node:assert/strict'
import { openDatabase } from '../../../src/adapters/embedded/database.ts'
import { readJoinCode, writeJoinCode } from '../../../src/core/sharing/join-code.ts'
import { readTicket, writeTicket } from '../../../src/http/ticket.ts'
import { contact, listed } from '../../core/example.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { activitySchema } from '../../support/client/activity.ts'
import { cardIn } from '../../support/client/chat-reply.ts'
import { activated, assigned, live, told } from '../../support/past/company-past.ts'
import { uuidV4 } from '../../support/wire-ids.ts'

/** Confidential records of the company. */
const marks = ['Adalinde', 'Fernspiel', contact.name, contact.email, 'fabrikam.example', 'Tier']
const pages = ['help', 'my rewards', 'history', 'reminders', 'my data', 'other tenants', 'follow up']

describe('a tenant that knows every id of another one', () => {
  const [victim, own] = [uuidV4(), uuidV4()]
  let bot: RunningBot
  let ada: Talk
  let mallory: Talk
  let untouched: readonly string[]
  let link: URL
  let code: string

  const idOf = ({ client }: Talk) => client.scene.person.aadObjectId ?? ''
  /** Every key and value that is kept of the company. */
  const keptOf = async (tenant: string) => {
    let lines: string[] = []
    await bot.restart(async () => {
      const database = openDatabase(bot.dataDir)
      lines = [...database.getRange({})]
        .filter(({ key, value }) => isOf(tenant, key) || isOf(tenant, String(value).split('\n')[0]))
        .map(({ key, value }) => `${JSON.stringify(key)} ${value}`)
      await database.close()
    })
    return lines
  }
  /** By its key, or by what a wake-up says of itself. */
  const isOf = (tenant: string, header: unknown) =>
    JSON.stringify(header).includes(`"${tenant}"`) || String(header).includes(`["${tenant}"]`)
  /** Data of each button on the person's cards. */
  const clicksOf = ({ client }: Talk) =>
    client.conversation.messages
      .flatMap(({ original }) => cardIn(original)?.actions ?? [])
      .flatMap(({ data }) => (typeof data === 'object' && data !== null ? [data] : []))

  before(async () => {
    bot = await startBot({ personality: 'teams' })
    ada = await bot.talk({ name: 'Adalinde Fernspiel', tenantId: victim })
    mallory = await bot.talk({ name: 'Mallory', tenantId: own })
    const member = { id: idOf(ada), name: 'Adalinde Fernspiel' }
    await live(
      bot.store,
      [
        [9, told(listed('list')), member],
        [8, assigned, member],
        [8, activated('listing-optimization'), member],
        [7, { type: 'AssociateTenant', tenant: 'fabrikam.example' }, { ...member, role: 'global-admin' }],
        [6, { type: 'NameTeam', members: [member] }, member],
      ],
      victim,
    )
    for (const said of [...pages, 'follow the company', 'check eligibility', 'technical help'])
      await ada.say(said)
    await ada.say('other tenants')
    code = String((await ada.press('Make a code')).inputs[0]?.value)
    await ada.say('my data')
    const { actions } = await ada.press('Send me my data')
    link = new URL(actions.find(({ url }) => url !== undefined)?.url ?? assert.fail())
    untouched = await keptOf(victim)
  })
  after(() => bot.stop())

  /** Messages of the bot from now on, to anyone, as text. */
  const listening = () => {
    const chats = [ada, mallory].map(({ client }) => client.conversation)
    const places = chats.map(({ position }) => position)
    return () =>
      chats
        .flatMap(({ arrivals }, index) => arrivals.slice(places[index]))
        .map(({ activity }) => JSON.stringify(activity))
  }
  /** Posts what Mallory's client would never send, and looks at all that comes of it. */
  const attack = async (fields: object) => {
    const [last] = mallory.client.posts.slice(-1)
    const said = listening()
    const activity = { ...last?.activity, id: uuidV4(), value: undefined, text: undefined, ...fields }
    const { status } = await mallory.client.resend(activitySchema.parse(JSON.parse(JSON.stringify(activity))))
    assert.equal(status, 200)
    // One more turn of the same person: what was said before it is out by then.
    const { activity: probe } = await mallory.client.say('help')
    await mallory.client.waitForReply(({ activity: { replyToId } }) => replyToId === probe.id)
    // Text known to Mallory may reappear.
    const secret = marks.filter((mark) => !JSON.stringify(fields).includes(mark))
    for (const text of said())
      for (const mark of secret) assert.ok(!text.includes(mark), `${mark} in ${text}`)
  }
  const asAda = () => ({
    person: { from: { id: ada.client.scene.person.id, aadObjectId: idOf(ada), name: 'Mallory' } },
    'place and answer': {
      conversation: { id: ada.client.conversation.id, conversationType: 'personal', tenantId: own },
      replyToId: ada.client.conversation.messages.at(-1)?.id,
    },
    tenant: {
      conversation: {
        id: mallory.client.conversation.id,
        conversationType: 'personal',
        tenantId: victim,
      },
    },
  })

  it('reads nothing by text, whatever identity it claims', async () => {
    for (const disguise of [{}, ...Object.values(asAda())])
      for (const text of pages) await attack({ text, ...disguise })
  })

  it('reads nothing by the other’s cards, whatever identity it claims', async () => {
    const clicks = [...new Map(clicksOf(ada).map((data) => [JSON.stringify(data), data])).values()]
    assert.ok(clicks.length > 20, String(clicks.length))
    const disguises = [{}, ...Object.values(asAda())]
    for (const [index, value] of clicks.entries())
      await attack({ value, ...disguises[index % disguises.length] })
  })

  it('reads nothing by cards that name the other company', async () => {
    const named = {
      tenant: victim,
      company: victim,
      person: idOf(ada),
      channelData: { tenant: { id: victim } },
    }
    for (const run of ['my-rewards', 'history', 'my-data', 'other-tenants', 'reminders'])
      for (const value of [
        { run, ...named },
        { run, with: victim, ...named },
      ])
        await attack({ value })
  })

  it('gets in by no code but a good one', async () => {
    const { key = '', tenant = '' } = readJoinCode(code) ?? {}
    const wrong = [
      uuidV4(),
      key.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      '00000000-0000-0000-0000-000000000000',
    ]
    const trudy = await bot.talk({ name: 'Trudy', tenantId: own })
    for (const each of wrong) {
      await trudy.say(writeJoinCode({ tenant, key: each }))
      assert.equal((await trudy.press('Yes, share it')).heading, 'This code isn’t valid')
    }
    await trudy.say(writeJoinCode({ tenant: own, key }))
    assert.equal((await trudy.press('Yes, share it')).heading, 'This code is for another tenant')
  })

  it('gets no data by a link of its own making', async () => {
    const { key = '' } = readTicket(link.hash.slice(1)) ?? {}
    const tickets = [
      { tenant: victim, person: idOf(mallory), key },
      { tenant: own, person: idOf(ada), key },
      { tenant: victim, person: idOf(ada), key: uuidV4() },
      { tenant: victim, person: idOf(ada), key: '' },
    ]
    for (const ticket of [...tickets.map(writeTicket), link.hash.slice(2), '', 'null'])
      assert.equal(await fetched(ticket), 404)
  })

  const fetched = async (ticket: string) => {
    const headers = { 'content-type': 'application/json' }
    const url = new URL(link.pathname, new URL(bot.url).origin)
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ ticket }) })).status
  }

  it('has changed nothing of the other company in the end, whose own link is still good', async () => {
    assert.deepEqual(await keptOf(victim), untouched)
    assert.equal(await fetched(link.hash.slice(1)), 200)
  })
})
