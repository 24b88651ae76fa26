import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { nextArrival } from '../../support/connector/fake-conversation.ts'
import { help, type Replay, startReplay } from './replay.ts'

const json = { 'content-type': 'application/json' }

/** Situations that people with bots in Teams have reported in public, replayed; each names the report. */
describe('what others met in Teams', () => {
  let bot: Replay['bot']
  let talk: Replay['talk']
  let typed: Replay['typed']
  let again: Replay['again']
  let statusOf: Replay['statusOf']
  let headingAfter: Replay['headingAfter']

  beforeEach(async () => {
    ;({ bot, talk, typed, again, statusOf, headingAfter } = await startReplay())
  })
  afterEach(() => bot.stop())

  const place = () => ({ ...typed.conversation, id: talk.client.conversation.id })

  describe('on the way to the bot', () => {
    const post = async (headers: Readonly<Record<string, string>>) => {
      const outgoing = request(bot.url, { method: 'POST', agent: false, headers: { ...json, ...headers } })
      // Without a length the body goes in chunks.
      outgoing.write(JSON.stringify(again()))
      outgoing.end()
      const [answer]: IncomingMessage[] = await once(outgoing, 'response')
      answer?.resume()
      return answer?.statusCode
    }

    // https://github.com/microsoft/botbuilder-dotnet/issues/246
    for (const charset of ['; charset=utf-8', ';charset=UTF-8', '; charset=utf8', '; charset="utf-8"'])
      it(`the channel names the character set in its own way: ${charset}`, async () => {
        assert.equal(await post({ 'content-type': `application/json${charset}` }), 200)
        assert.equal((await talk.nextCard()).heading, help)
      })

    // https://github.com/modelcontextprotocol/csharp-sdk/issues/932
    it('a proxy asks first whether it may send, and sends in chunks', async () => {
      assert.equal(await post({ expect: '100-continue' }), 200)
      assert.equal((await talk.nextCard()).heading, help)
    })

    // https://github.com/microsoft/BotFramework-Emulator/issues/422
    // https://github.com/microsoft/botframework-sdk/issues/3944
    it('an operator opens the endpoint in a browser, which is no message', async () => {
      const methods = ['GET', 'OPTIONS', 'HEAD']
      const answers = methods.map(async (method) => (await fetch(bot.url, { method })).status)
      assert.deepEqual(await Promise.all(answers), [405, 405, 200])
    })

    // https://github.com/microsoft/botframework-sdk/issues/6676
    for (const field of ['serviceUrl', 'conversation'])
      it(`an activity comes without its ${field}, so it cannot be answered, and others are unaffected`, async () => {
        assert.equal(await statusOf({ [field]: undefined }), 400)
        assert.equal((await talk.say('help')).heading, help)
      })
  })

  describe('the bot has nothing to say', () => {
    const events: Readonly<Record<string, object>> = {
      // https://github.com/microsoft/botframework-sdk/issues/6457
      'when the person has read its message': {
        type: 'event',
        name: 'application/vnd.microsoft.readReceipt',
        value: { lastReadMessageId: '1767378504354' },
      },
      // https://github.com/microsoft/teams-sdk/issues/668
      'when a meeting starts': {
        type: 'event',
        name: 'application/vnd.microsoft.meetingStart',
        value: { MeetingType: 'Scheduled', Title: 'Review', StartTime: '2026-11-27T10:00:00Z' },
      },
      // https://github.com/MicrosoftDocs/msteams-docs/issues/2376
      'when the person is still typing': { type: 'typing' },
      // https://github.com/microsoft/BotBuilder-Samples/issues/705
      'when somebody left and nobody came': {
        type: 'conversationUpdate',
        membersAdded: null,
        membersRemoved: [{ id: '29:gone' }],
      },
    }
    for (const [when, fields] of Object.entries(events))
      it(when, async () => {
        assert.equal(await statusOf({ text: undefined, ...fields }), 200)
        assert.equal((await talk.say('language')).heading, 'Language')
      })
  })

  describe('the person is understood', () => {
    // https://github.com/MicrosoftDocs/msteams-docs/issues/13443
    it('when a button sends its words and loses its value', async () => {
      assert.equal(
        await headingAfter({ text: 'Technical help', value: null }),
        'What kind of help do you need?',
      )
    })

    // https://github.com/OHF-Voice/hassil/pull/137
    it('when the phone makes apostrophes and quotes round', async () => {
      assert.equal(await headingAfter({ text: '“help”' }), help)
      assert.equal(await headingAfter({ text: 'I can’t see the program' }), 'Why can’t you see the program?')
    })

    // https://github.com/microsoft/botframework-solutions/issues/442
    it('when the client knows no language', async () => {
      for (const locale of ['', 'iv', 'x-none']) assert.equal(await headingAfter({ locale }), help)
    })

    // https://github.com/microsoft/BotFramework-Composer/issues/2565
    for (const locale of ['fr_FR', 'FR-fr', 'fr'])
      it(`in the language that the client writes as ${locale}`, async () => {
        assert.match(String(await headingAfter({ locale })), /^Que puis-je faire pour vous/)
      })

    // https://learn.microsoft.com/partner-center/multi-tenant-account
    it("when they paste Microsoft's sentence about a tenant that is taken", async () => {
      const text = `You can't associate a tenant with an account if it's already associated with another Partner Center account.`
      assert.equal(await headingAfter({ text }), 'The tenant belongs to another account')
    })
  })

  describe('the conversation moves', () => {
    const elsewhere = () => bot.connector.serviceUrl.replace('localhost', '127.0.0.1')

    // https://github.com/microsoft/botframework-sdk/issues/6184
    it('to another region, and the answer goes to the new address', async () => {
      assert.equal(await headingAfter({ serviceUrl: elsewhere() }), help)
      assert.match(String(bot.connector.requests.at(-1)?.headers.host), /^127\.0\.0\.1:/)
    })

    // https://github.com/microsoft/BotFramework-Services/issues/339
    it('to another region while the bot answers, and both messages are answered there', async () => {
      const body = { error: { code: 'BadArgument', message: 'redirected to the wrong geo!' } }
      bot.connector.fail('send', { status: 400, body })
      assert.equal(await statusOf({ text: 'my rewards' }), 200)
      await bot.connector.waitForRequest(({ answer, rawBody }) => !answer && rawBody.includes('begin'))
      const first = await headingAfter({ serviceUrl: elsewhere() })
      assert.deepEqual([first, (await talk.nextCard()).heading], ['Let’s begin', help])
    })

    // https://github.com/microsoftgraph/microsoft-graph-docs/issues/10308
    // https://github.com/microsoft/botframework-sdk/issues/1955
    it('to the id that Graph has for a chat of one person, which is private and is greeted once', async () => {
      const { bot: botAccount, person } = talk.client.scene
      const id = `19:7bccb3fd-ec20-4d39-934d-14be2002c27e_423f5dfe-6118-4a00-ba23-4fafc4b6fc19@unq.gbl.spaces`
      const chat = bot.connector.world.open({
        id,
        kind: 'personal',
        bot: botAccount,
        people: [{ ...person }],
      })
      const conversation = { ...place(), id }
      const added = { type: 'conversationUpdate', text: undefined, membersAdded: [botAccount], conversation }
      for (const fields of [added, added, { text: 'my rewards', conversation }])
        assert.equal(await statusOf(fields), 200)
      await nextArrival(chat, ({ activity }) => activity.summary === 'Let’s begin', 0, 5000)
      assert.deepEqual(
        chat.messages.map(({ shown }) => shown.summary),
        ['Hello Alex Wilber, I’m Rewards Guide', 'Let’s begin'],
      )
    })

    // https://github.com/microsoft/Agents-for-js/issues/829
    it('to Copilot in a group, where the person has no name and others read along', async () => {
      const group = talk.client.inGroup()
      const conversation = {
        ...place(),
        id: group.conversation.id,
        isGroup: true,
        conversationType: 'groupChat',
      }
      const from = { id: talk.client.scene.person.id, name: '', aadObjectId: '' }
      const entities = [{ type: 'ProductInfo', id: 'COPILOT' }]
      assert.equal(await statusOf({ text: 'my rewards', conversation, from, entities }), 200)
      const { card } = await group.waitForReply()
      assert.equal(card?.heading, 'My rewards: I can help with that')
    })
  })
})
