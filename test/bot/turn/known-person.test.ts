import assert from 'node:assert/strict'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import type { Activity } from '../../support/client/activity.ts'
import { announcement, installed } from '../../support/connector/announcements.ts'
import { uuidV4 } from '../../support/wire-ids.ts'

const tenantId = uuidV4()

/** The same activity, of which the channel states only its own id of the person. */
function withoutEntraId(activity: Activity): Activity {
  const { aadObjectId: _, ...from } = activity.from ?? { id: '' }
  return { ...activity, from }
}

describe('a person whom the channel names by one id or the other', () => {
  let bot: RunningBot
  let ann: Talk
  let bob: Talk

  beforeEach(async () => {
    bot = await startBot({ personality: 'teams' })
    ann = await bot.talk({ name: 'Ann', tenantId })
    bob = await bot.talk({ name: 'Bob', tenantId })
    for (const talk of [ann, bob]) await begin(talk)
  })
  afterEach(() => bot.stop())

  const begin = async (talk: Talk) => {
    await talk.say('technical help')
    await talk.say('technical')
  }
  const entraId = ({ client }: Talk) => client.scene.person.aadObjectId ?? ''
  const account = ({ client }: Talk) => client.scene.person.id
  const roster = async (tenant = tenantId) => (await bot.store.glance(tenant)).roster.value?.people ?? {}
  /** Ids of the roster that are gone, and that are there. */
  const gone = async (tenant = tenantId) => {
    const entries = Object.entries(await roster(tenant))
    const ids = (isGone: boolean) =>
      entries.filter(([, { goneSince }]) => (goneSince !== undefined) === isGone).map(([id]) => id)
    return { gone: ids(true), here: ids(false) }
  }
  const removal = (talk: Talk, change: object = {}) =>
    withoutEntraId(installed(talk.client, 'remove', change))
  /** The line and the card that answers it. */
  const says = async (talk: Talk, text: string, change: (activity: Activity) => Activity) => {
    const { activity } = await talk.client.say('help')
    await talk.nextCard()
    await talk.client.resend(change({ ...activity, text, id: uuidV4() }))
    return talk.nextCard()
  }

  it('is the one who is gone when the app is removed without their Entra id', async () => {
    await ann.client.resend(removal(ann))
    assert.deepEqual(await gone(), { gone: [entraId(ann)], here: [entraId(bob)] })
  })

  it('is the one who is gone when the bot is taken out of the members, whom the event names as doing it', async () => {
    const { membersAdded: _, ...event } = announcement(ann.client, 'conversationUpdate')
    const membersRemoved = [{ id: ann.client.scene.bot.id }]
    await ann.client.resend({ ...event, membersRemoved, from: ann.client.scene.bot })
    assert.deepEqual(await gone(), { gone: [entraId(ann)], here: [entraId(bob)] })
  })

  it('is the one who is gone where the channel writes their id in another way', async () => {
    const bare = account(ann).replace('29:', '').toUpperCase()
    await ann.client.resend(removal(ann, { from: { id: bare } }))
    assert.deepEqual(await gone(), { gone: [entraId(ann)], here: [entraId(bob)] })
  })

  it('is not another person when an unknown one removes the app', async () => {
    const cyd = await bot.talk({ name: 'Cyd', tenantId })
    await cyd.client.resend(removal(cyd))
    assert.deepEqual((await gone()).here.sort(), [entraId(ann), entraId(bob)].sort())
  })

  it('is no one of another tenant with the same channel id', async () => {
    const other = uuidV4()
    const twin = await bot.talk({ name: 'Twin', tenantId: other, id: account(ann) })
    await begin(twin)
    await ann.client.resend(removal(ann))
    assert.deepEqual(await gone(other), { gone: [], here: [entraId(twin)] })
  })

  it('can be written to when a member leaves a group or channel, or the bot is removed there', async () => {
    for (const place of [ann.client.inGroup(), ann.client.inChannel('general')]) {
      await place.resend(withoutEntraId(installed(place, 'remove')))
      const { membersAdded: _, ...event } = announcement(place, 'conversationUpdate')
      await place.resend({ ...event, membersRemoved: [ann.client.scene.person, ann.client.scene.bot] })
    }
    assert.deepEqual((await gone()).gone, [])
  })

  it('goes on where they were with a line that lacks the Entra id', async () => {
    const card = await says(ann, 'back', withoutEntraId)
    assert.match(JSON.stringify(card), /technical/i)
    assert.deepEqual((await gone()).here.sort(), [entraId(ann), entraId(bob)].sort())
  })

  it('is the same with the Entra id who was known without it, and can be removed by either', async () => {
    const other = uuidV4()
    const eve = await bot.talk({ name: 'Eve', tenantId: other, aadObjectId: '' })
    await begin(eve)
    assert.deepEqual((await gone(other)).here, [account(eve)])
    Object.assign(eve.client.scene.person, { aadObjectId: uuidV4() })
    assert.equal((await eve.say('my rewards')).actions[0]?.title, 'Continue: Technical help')
    await eve.client.resend(installed(eve.client, 'remove'))
    assert.deepEqual(await gone(other), { gone: [account(eve)], here: [] })
    await eve.client.say('help')
    await eve.client.resend(removal(eve))
    assert.deepEqual(await gone(other), { gone: [account(eve)], here: [] })
  })

  it('who was noted as gone under the id of the channel is one person again when they write', async () => {
    const dee = await bot.talk({ name: 'Dee', tenantId })
    await dee.client.resend({
      ...removal(dee),
      conversation: { id: 'a:another', conversationType: 'personal', tenantId },
    })
    assert.deepEqual((await gone()).gone, [account(dee)])
    await begin(dee)
    assert.deepEqual(await gone(), { gone: [], here: [entraId(ann), entraId(bob), entraId(dee)] })
  })
})
