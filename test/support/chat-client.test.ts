import assert from 'node:assert/strict'
import type { Activity } from './activity.ts'
import type { ChatOptions } from './chat-client.ts'
import { ChatClient } from './chat-client.ts'
import type { FakeConnector, Personality } from './fake-connector.ts'
import { startConnector } from './fake-connector.ts'
import type { Script, ScriptedBot } from './scripted-bot.ts'
import { cardMessage, startScriptedBot } from './scripted-bot.ts'

const uuidOfVersion = (version: number) =>
  new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

const form = cardMessage({
  body: [
    { type: 'TextBlock', text: 'Form', style: 'heading' },
    { type: 'Input.Text', id: 'name', isRequired: true, errorMessage: 'name please' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Go', data: { step: 1 } }],
})

/** Says what it was told, shows a form when asked for one, says what the form holds. */
const echo: Script = async ({ activity, reply }) => {
  if (activity.type !== 'message') return undefined
  if (activity.text === 'card') return reply(form)
  return reply({ text: activity.text ?? JSON.stringify(activity.value) })
}

describe('a person in a chat', () => {
  let connector: FakeConnector
  let bot: ScriptedBot

  async function meet(personality: Personality, script: Script = echo, options: Partial<ChatOptions> = {}) {
    connector = await startConnector({ personality })
    bot = await startScriptedBot(script)
    return new ChatClient({ connector, botUrl: bot.url, ...options })
  }

  const ofType = (type: string): Activity => {
    const found = bot.received.find((activity) => activity.type === type)
    return found ?? assert.fail(`The bot got no ${type}`)
  }

  afterEach(async () => {
    await bot.close()
    await connector.close()
  })

  for (const personality of ['emulator', 'playground', 'teams'] as const) {
    describe(`with any client, here ${personality}`, () => {
      it('gets an answer to what it says', async () => {
        const client = await meet(personality)
        const post = await client.say('hello')
        assert.equal((await client.waitForReply()).text, 'hello')
        assert.equal(post.status, 200)
      })

      it('fills in a card and presses a button', async () => {
        const client = await meet(personality)
        await client.say('card')
        assert.equal((await client.waitForReply()).card?.heading, 'Form')
        await client.press('Go', { name: 'Ann' })
        assert.equal((await client.waitForReply()).text, '{"step":1,"name":"Ann"}')
      })

      it('posts nothing when an input is wrong', async () => {
        const client = await meet(personality)
        await client.say('card')
        const errors = [{ id: 'name', message: 'name please' }]
        assert.deepEqual(await client.press('Go'), { kind: 'refused', errors })
        assert.equal(client.posts.length, 1)
      })

      it('clicks twice: two ids, one value', async () => {
        const client = await meet(personality)
        await client.say('card')
        const [first, second] = await client.doubleClick('Go', { name: 'Ann' })
        assert.notEqual(first.activity.id, second.activity.id)
        assert.deepEqual(first.activity.value, second.activity.value)
      })

      it('sends the same activity again, with the same or with a new id', async () => {
        const client = await meet(personality)
        const { activity } = await client.say('hello')
        await client.resend(activity)
        await client.resendWithNewId(activity)
        const [first, second, third] = bot.received
        assert.deepEqual(second, first)
        assert.notEqual(third?.id, first?.id)
        assert.equal(third?.text, 'hello')
      })

      it('takes no notice of typing', async () => {
        const client = await meet(personality, async (turn) => {
          await turn.reply({ type: 'typing' })
          await turn.reply({ text: 'done' })
        })
        await client.say('work')
        assert.equal((await client.waitForReply()).text, 'done')
      })

      it('reads one reply after the other', async () => {
        const client = await meet(personality)
        await client.say('one')
        await client.say('two')
        assert.deepEqual(
          [(await client.waitForReply()).text, (await client.waitForReply()).text],
          ['one', 'two'],
        )
      })

      it('can skip what it has not read', async () => {
        const client = await meet(personality)
        await client.say('one')
        client.catchUp()
        await client.say('two')
        assert.equal((await client.waitForReply()).text, 'two')
      })

      it('tells what did arrive when the awaited reply does not come', async () => {
        const client = await meet(personality)
        await client.say('hello')
        const wait = client.waitForReply(({ text }) => text === 'goodbye', 5)
        await assert.rejects(wait, /within 5 ms[\s\S]*message: message "hello"[\s\S]*message hello -> 200/)
      })

      it('tells of a click that posted nothing when no reply comes', async () => {
        const client = await meet(personality)
        await client.say('card')
        await client.waitForReply()
        await client.press('Go')
        await assert.rejects(client.waitForReply(undefined, 5), /posted nothing.*name please/)
      })

      it('records how the bot answered over HTTP', async () => {
        const client = await meet(personality, async () => ({
          answer: { status: 401, body: { no: 'entry' } },
        }))
        const { status, body } = await client.say('hello')
        assert.deepEqual([status, body], [401, { no: 'entry' }])
      })

      it('records that the bot is not there', async () => {
        const client = await meet(personality)
        await bot.close()
        assert.equal((await client.say('hello')).error, 'ECONNREFUSED')
      })
    })
  }

  describe('in Emulator', () => {
    it('is announced once, the bot before the person, with names and locale, without any Entra id', async () => {
      const client = await meet('emulator', echo, { locale: 'fr-FR', name: 'Zoé' })
      await client.join()
      assert.equal(bot.received.length, 1)
      const { membersAdded, locale, conversation, from } = ofType('conversationUpdate')
      assert.deepEqual(
        membersAdded?.map(({ name }) => name),
        ['Bot', 'Zoé'],
      )
      assert.deepEqual([locale, from?.role, from?.aadObjectId], ['fr-FR', 'user', undefined])
      assert.deepEqual(Object.keys(conversation ?? {}), ['id'])
    })

    it('lives in a conversation of a time-based uuid and |livechat, with time-based ids', async () => {
      const client = await meet('emulator')
      const { activity } = await client.say('hello')
      assert.match(activity.conversation?.id ?? '', /\|livechat$/)
      assert.match(activity.id ?? '', uuidOfVersion(1))
    })

    it('has local times without milliseconds', async () => {
      const client = await meet('emulator', echo, { timeZone: 'Asia/Kolkata' })
      const { activity } = await client.say('hello')
      assert.match(activity.localTimestamp ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/)
      const offset = Date.parse(activity.localTimestamp ?? '') - Date.parse(activity.timestamp ?? '')
      assert.ok(Math.abs(offset) < 1000)
    })

    it('tells what its client can do with the first message only', async () => {
      const client = await meet('emulator')
      const first = await client.say('one')
      const second = await client.say('two')
      assert.equal(first.activity.entities?.[0]?.type, 'ClientCapabilities')
      assert.equal(second.activity.entities, undefined)
    })

    it('posts back a click without the id of the card', async () => {
      const client = await meet('emulator')
      await client.say('card')
      await client.press('Go', { name: 'Ann' })
      const { replyToId, channelData, textFormat, attachments } = client.posts[1]?.activity ?? assert.fail()
      assert.deepEqual(
        [replyToId, Object(channelData).postBack, textFormat, attachments],
        [undefined, true, undefined, []],
      )
    })

    it('keeps in the inputs what was entered before', async () => {
      const client = await meet('emulator')
      await client.say('card')
      await client.press('Go', { name: 'Ann' })
      await client.press('Go')
      assert.deepEqual(client.posts[2]?.activity.value, { step: 1, name: 'Ann' })
    })

    it('opens a new conversation with a new bot each time', async () => {
      const client = await meet('emulator')
      await client.join()
      await client.join()
      const [first, second] = bot.received
      assert.notEqual(first?.conversation?.id, second?.conversation?.id)
      assert.notEqual(first?.recipient?.id, second?.recipient?.id)
    })

    it('leaves nothing of the old conversation when it is restarted', async () => {
      const client = await meet('emulator')
      await client.join()
      const { id } = client.conversation
      await client.restart()
      assert.equal(connector.world.find(id), undefined)
    })

    it('does not draw a card of a later version', async () => {
      const later = cardMessage({
        version: '1.6',
        body: [],
        actions: [{ type: 'Action.Submit', title: 'Go' }],
      })
      const client = await meet('emulator', ({ reply }) => reply(later))
      await client.say('card')
      await assert.rejects(client.press('Go'), /empty box/)
    })

    it('still shows a card after its update', async () => {
      const client = await meet('emulator', async ({ reply, update }) => {
        const { id } = JSON.parse((await reply(form)).body)
        await update(id, cardMessage({ body: [{ type: 'TextBlock', text: 'Done', style: 'heading' }] }))
      })
      await client.say('card')
      assert.equal((await client.press('Go', { name: 'Ann' })).kind, 'posted')
    })

    it('has neither groups nor channels', async () => {
      const client = await meet('emulator')
      assert.throws(() => client.inGroup(), /no group chats/)
      assert.throws(() => client.inChannel(), /no channels/)
    })

    it('says the value of a suggested action', async () => {
      const actions = [{ type: 'imBack', title: 'Title', value: 'value' }]
      const client = await meet('emulator', ({ reply }) =>
        reply({ text: '?', suggestedActions: { actions } }),
      )
      await client.say('x')
      assert.equal((await client.choose('Title')).activity.text, 'value')
    })
  })

  describe('in Playground', () => {
    it('is announced by two activities, the person before the bot, after a probe', async () => {
      const client = await meet('playground')
      await client.join()
      assert.deepEqual(bot.probes, ['HEAD'])
      const { membersAdded, locale, entities } = ofType('conversationUpdate')
      assert.deepEqual(
        membersAdded?.map(({ id }) => id),
        [client.scene.person.id, client.scene.bot.id],
      )
      assert.deepEqual([locale, entities], [undefined, undefined])
      const installed = ofType('installationUpdate')
      assert.deepEqual(
        [installed.action, installed.locale, installed.from?.name],
        ['add', 'en-US', undefined],
      )
    })

    it('posts both before the bot has answered one', async () => {
      let release = () => {}
      const both = new Promise<void>((resolve) => {
        release = resolve
      })
      const client = await meet('playground', async () => {
        if (bot.received.length === 2) release()
        await both
      })
      const posts = await client.join('reversed')
      assert.deepEqual(
        posts.map(({ activity, status }) => [activity.type, status]),
        [
          ['conversationUpdate', 200],
          ['installationUpdate', 200],
        ],
      )
    })

    it('is announced again on each load of the page, in the same conversation', async () => {
      const client = await meet('playground')
      await client.join()
      await client.restart()
      const ids = new Set(bot.received.map(({ conversation }) => conversation?.id))
      assert.deepEqual([bot.received.length, ids.size], [4, 1])
    })

    it('has ids for tenant, person and bot that are no valid GUIDs', async () => {
      const client = await meet('playground')
      const { from, recipient, conversation, channelData } = (await client.say('hello')).activity
      assert.deepEqual([from?.id, from?.aadObjectId?.length, recipient?.id.length], ['user-id-0', 38, 38])
      assert.equal(conversation?.tenantId, '00000000-0000-0000-0000-0000000000001')
      assert.deepEqual(Object(channelData).tenant, { id: conversation?.tenantId })
    })

    it('sends locale, time zone and client info with a message', async () => {
      const client = await meet('playground', echo, {
        locale: 'fr-FR',
        timeZone: 'Europe/Paris',
        country: 'FR',
      })
      const { activity } = await client.say('bonjour')
      assert.deepEqual(activity.entities, [
        { type: 'clientInfo', locale: 'fr-FR', country: 'FR', platform: 'Web', timezone: 'Europe/Paris' },
      ])
      assert.match(activity.localTimestamp ?? '', /\.\d{3}\+0[12]:00$/)
      assert.match(activity.id ?? '', uuidOfVersion(4))
    })

    it('names the card that was clicked', async () => {
      const client = await meet('playground')
      await client.say('card')
      await client.press('Go', { name: 'Ann' })
      assert.equal(client.posts[1]?.activity.replyToId, client.latestCard().id)
    })

    it('empties the inputs after a click', async () => {
      const client = await meet('playground')
      await client.say('card')
      await client.press('Go', { name: 'Ann' })
      assert.equal((await client.press('Go')).kind, 'refused')
    })

    it('clicks a card as it stands now, or as it stood when it came', async () => {
      const done = cardMessage({ body: [{ type: 'TextBlock', text: 'Done' }] })
      const client = await meet('playground', async ({ activity, reply, update }) => {
        if (activity.value) return
        const { id } = JSON.parse((await reply(form)).body)
        await update(id, done)
      })
      await client.say('card')
      const asItCame = await client.waitForReply()
      await assert.rejects(client.press('Go', { name: 'Ann' }), /No button Go/)
      assert.equal((await client.click(asItCame, 'Go', { name: 'Ann' })).kind, 'posted')
    })

    it('sees an update as a reply', async () => {
      const client = await meet('playground', async ({ reply, update }) => {
        const { id } = JSON.parse((await reply(form)).body)
        await update(id, { text: 'Done' })
      })
      await client.say('card')
      const update = await client.waitForReply(({ kind }) => kind === 'update')
      assert.equal(update.text, 'Done')
    })

    it('gets the card that answers an execute in place of the old one', async () => {
      const card = (text: string) => ({
        type: 'AdaptiveCard',
        body: [{ type: 'TextBlock', text, style: 'heading' }],
        actions: [{ type: 'Action.Execute', title: 'Run', verb: 'run' }],
      })
      const client = await meet('playground', async ({ activity, reply }) => {
        if (activity.type === 'message') return reply(cardMessage(card('old')))
        const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('new') }
        return { answer: { body } }
      })
      await client.say('card')
      await client.press('Run')
      const answer = await client.waitForReply(({ kind }) => kind === 'answer')
      assert.equal(answer.card?.heading, 'new')
      await client.press('Run')
      assert.equal(client.posts[2]?.activity.replyToId, client.posts[1]?.activity.replyToId)
    })

    it('sees the text or error that answers an execute', async () => {
      const run = cardMessage({ body: [], actions: [{ type: 'Action.Execute', title: 'Run' }] })
      const client = await meet('playground', async ({ activity, reply }) => {
        if (activity.type === 'message') return reply(run)
        const value = { code: 'x', message: 'no' }
        return { answer: { body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } } }
      })
      await client.say('card')
      await client.press('Run')
      assert.equal((await client.waitForReply(({ kind }) => kind === 'answer')).text, 'no')
    })

    it('says the title of a suggested action', async () => {
      const actions = [{ type: 'imBack', title: 'Title', value: 'value' }]
      const client = await meet('playground', ({ reply }) =>
        reply({ text: '?', suggestedActions: { actions } }),
      )
      await client.say('x')
      assert.equal((await client.choose('Title')).activity.text, 'Title')
    })

    it('never posts again by itself', async () => {
      const client = await meet('playground', async () => ({ answer: { status: 500 } }))
      await client.say('hello')
      assert.equal(bot.received.length, 1)
    })

    it('sends no installation on the channel emulator', async () => {
      connector = await startConnector({ personality: 'playground', channelId: 'emulator' })
      bot = await startScriptedBot(echo)
      await new ChatClient({ connector, botUrl: bot.url }).join()
      assert.deepEqual(
        bot.received.map(({ type, channelId }) => [type, channelId]),
        [['conversationUpdate', 'emulator']],
      )
    })

    it('marks its posts as Playground does', async () => {
      const client = await meet('playground')
      await client.say('hello')
      assert.equal(bot.headers[0]?.['x-ms-agents-playground'], 'true')
    })
  })

  describe('in a group or channel', () => {
    it('mentions the bot', async () => {
      const group = (await meet('playground')).inGroup()
      const { text, entities, conversation } = (await group.say('hello')).activity
      assert.equal(text, '<at>Test Bot</at> hello')
      assert.deepEqual(Object(entities?.[0]).text, '<at>Test Bot</at>')
      assert.deepEqual([conversation?.isGroup, conversation?.conversationType], [true, 'groupChat'])
    })

    it('can mention the bot in the middle', async () => {
      const group = (await meet('playground')).inGroup()
      assert.equal((await group.say('pre <at>Test Bot</at> x')).activity.text, 'pre <at>Test Bot</at> x')
    })

    it('is not heard by the bot without a mention', async () => {
      const group = (await meet('playground')).inGroup()
      const post = await group.say('hello', { mention: false })
      assert.deepEqual([post.status, bot.received.length], [undefined, 0])
    })

    it('is announced with only the bot as new member, and a name only at installation', async () => {
      await (await meet('playground')).inGroup().join()
      assert.equal(ofType('conversationUpdate').membersAdded?.length, 1)
      assert.equal(ofType('conversationUpdate').conversation?.name, undefined)
      assert.equal(ofType('installationUpdate').conversation?.name, 'Group Chat')
    })

    it('meets another person in the same group', async () => {
      const ann = (await meet('teams')).inGroup()
      const bob = new ChatClient({ connector, botUrl: bot.url, name: 'Bob' }).inGroup(ann.conversation.id)
      await bob.say('hello')
      assert.match((await ann.waitForReply()).text ?? '', /hello/)
      assert.equal(ann.conversation.seed.people.length, 2)
    })

    it('starts a thread in a channel, answers in it, and can start another', async () => {
      const channel = (await meet('playground')).inChannel()
      await channel.say('one')
      await channel.say('two')
      await channel.sayInNewThread('three')
      const [first, second, third] = bot.received.map(({ conversation }) => conversation?.id)
      assert.match(first ?? '', /^channel-announcements-id;messageid=\d{13}$/)
      assert.equal(second, first)
      assert.notEqual(third, first)
    })

    it('is answered in its thread', async () => {
      const channel = (await meet('playground')).inChannel()
      await channel.say('one')
      assert.match((await channel.waitForReply()).text ?? '', /one/)
    })

    it('is announced in the bare channel with its team, where an answer is a new post', async () => {
      const channel = (await meet('playground', ({ reply }) => reply({ text: 'welcome' }))).inChannel(
        'general',
      )
      await channel.join()
      const { channelData, conversation } = ofType('installationUpdate')
      assert.deepEqual([conversation?.id, Object(channelData).team.id], ['team-id', 'team-id'])
      assert.equal((await channel.waitForReply()).text, 'welcome')
    })

    it('clicks with team and channel', async () => {
      const script: Script = ({ activity, reply }) => (activity.value ? reply({ text: 'ok' }) : reply(form))
      const channel = (await meet('teams', script)).inChannel()
      await channel.say('card')
      await channel.press('Go', { name: 'Ann' })
      const { team, channel: place } = Object(channel.posts[1]?.activity.channelData)
      assert.deepEqual([team.id, place.id], [connector.teamId, connector.announcementsId])
    })
  })

  describe('in Teams', () => {
    it('has valid GUIDs and prefixed ids', async () => {
      const client = await meet('teams')
      const { from, recipient, conversation, id } = (await client.say('hello')).activity
      assert.match(from?.aadObjectId ?? '', uuidOfVersion(4))
      assert.match(String(conversation?.tenantId), uuidOfVersion(4))
      assert.deepEqual(
        [from?.id.slice(0, 3), recipient?.id.slice(0, 3), conversation?.id.slice(0, 2)],
        ['29:', '28:', 'a:'],
      )
      assert.match(id ?? '', /^\d{13}$/)
    })

    it('is announced with the bot first', async () => {
      const client = await meet('teams')
      await client.join()
      assert.equal(ofType('conversationUpdate').membersAdded?.[0]?.id, client.scene.bot.id)
      assert.match(ofType('installationUpdate').id ?? '', /^f:\d+$/)
    })

    it('belongs to the tenant that is given', async () => {
      const client = await meet('teams', echo, { tenantId: 'contoso', aadObjectId: 'ann' })
      const { conversation, from } = (await client.say('hello')).activity
      assert.deepEqual([conversation?.tenantId, from?.aadObjectId], ['contoso', 'ann'])
    })

    it('posts the same again after a 5xx', async () => {
      let count = 0
      const client = await meet('teams', async () => ({ answer: { status: ++count === 1 ? 500 : 200 } }))
      assert.equal((await client.say('hello')).status, 200)
      assert.deepEqual(bot.received[1], bot.received[0])
    })

    it('posts the same again when the bot takes too long', async () => {
      const client = await meet(
        'teams',
        () => (bot.received.length === 1 ? new Promise(() => {}) : Promise.resolve()),
        {
          patienceMs: 20,
        },
      )
      assert.equal((await client.say('hello')).status, 200)
      assert.deepEqual(
        client.posts.map(({ error }) => error),
        ['TIMEOUT', undefined],
      )
    })

    it('tells the bot that the app is removed', async () => {
      const client = await meet('teams')
      await client.leave()
      assert.equal(ofType('installationUpdate').action, 'remove')
    })
  })
})
