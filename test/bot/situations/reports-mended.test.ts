import assert from 'node:assert/strict'
import { activitySchema, timeZonesIn } from '../../../bot/activity/activity.ts'
import { cardIn } from '../../support/client/chat-reply.ts'
import { enteredContact as contact } from '../../support/past/entered-contact.ts'
import { help, type Replay, startReplay } from './replay.ts'

const summary = 'Is this right?'

describe('what others met in Teams, and this bot once answered wrongly', () => {
  let bot: Replay['bot']
  let talk: Replay['talk']
  let typed: Replay['typed']
  let again: Replay['again']
  let statusOf: Replay['statusOf']
  let cardAfter: Replay['cardAfter']
  let headingAfter: Replay['headingAfter']

  beforeEach(async () => {
    ;({ bot, talk, typed, again, statusOf, cardAfter, headingAfter } = await startReplay())
  })
  afterEach(() => bot.stop())

  const data = (label: string) =>
    Object(cardIn(talk.client.latestCard().shown)?.actions.find((each) => each.label === label)?.data)
  const clicked = (label: string, values: object) => ({
    text: undefined,
    value: { ...data(label), ...values },
  })
  const contactForm = async () => {
    await talk.press('Marketing contact')
    await talk.press('Next', { choice: 'partner-admin' })
  }

  // https://github.com/microsoft/AdaptiveCards/issues/1851
  for (const days of ['1;2;3', '1, 2, 3', ['1', '2', '3']])
    it(`a phone separates the days that were ticked by something else: ${JSON.stringify(days)}`, async () => {
      await talk.say('quiet hours')
      await talk.press('Next', { zone: 'UTC' })
      assert.equal(await headingAfter(clicked('Next', { from: '09:00', until: '17:00', days })), summary)
    })

  // https://github.com/MicrosoftDocs/msteams-docs/issues/823 and https://github.com/microsoft/botframework-sdk/issues/4452
  it('a client sends what a button holds as a JSON text', async () => {
    const value = JSON.stringify(data('Technical help'))
    assert.equal(await headingAfter({ text: undefined, value }), 'What kind of help do you need?')
  })

  // https://github.com/MicrosoftDocs/msteams-docs/issues/7581 and https://github.com/MicrosoftDocs/msteams-docs/issues/13443
  for (const value of [{}, '', 'technical help', { msteams: { type: 'messageBack' } }])
    it(`a button sends words and a value that says nothing: ${JSON.stringify(value)}`, async () => {
      assert.equal(await headingAfter({ text: 'technical help', value }), 'What kind of help do you need?')
    })

  // https://github.com/MicrosoftDocs/msteams-docs/issues/4863
  it('the client sends only the field that was corrected after a refusal', async () => {
    await contactForm()
    await cardAfter(clicked('Next', { ...contact, email: 'ann' }))
    assert.equal(await headingAfter(clicked('Next', { email: contact.email })), summary)
  })

  // https://github.com/microsoft/botframework-sdk/issues/3238
  const html =
    '<div><div>Name: Ann Bell</div><div>E-mail: ann@contoso.com</div><div>Phone: +33 6 12 34 56 78</div></div>'
  const lines = ['Name: Ann Bell', 'E-mail: ann@contoso.com', 'Phone: +33 6 12 34 56 78']
  for (const [what, separator] of [
    ['blanks, beside the lines in HTML', ' '],
    ['carriage returns and line feeds', '\r\n'],
    ['empty lines of both', '\r\n\r\n'],
    ['carriage returns', '\r'],
    ['line separators', '\u2028'],
  ] as const)
    it(`typed lines come with ${what}`, async () => {
      await contactForm()
      const attachments = [{ contentType: 'text/html', content: html }]
      const card = await cardAfter({ text: lines.join(separator), attachments })
      const said = card.texts.join('\n')
      for (const value of ['Ann Bell', 'ann@contoso.com', '+33 6 12 34 56 78'])
        assert.ok(said.includes(value), said)
    })

  // https://github.com/OfficeDev/microsoft-teams-apps-icebreaker/issues/223 and https://github.com/novotnyllc/WinRTTimeZones/issues/3
  for (const other of [
    'Central European Time',
    'Romance Standard Time',
    'W. Europe Standard Time',
    'Pacific Standard Time',
    'India Standard Time',
    'Eastern Time',
    '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris',
    'heure de Paris',
  ])
    it(`a time zone is given by its Windows name: ${other}`, async () => {
      await talk.say('quiet hours')
      assert.equal(await headingAfter(clicked('Next', { zone: 'UTC', other })), 'When can I message you?')
    })
  it('the zone of the message is none, but the client says another', () => {
    for (const localTimezone of ['', 'Romance Standard Time']) {
      const entities = [{ type: 'clientInfo', timezone: 'Europe/Paris' }]
      assert.equal(
        timeZonesIn(activitySchema.parse(again({ localTimezone, entities }))).at(-1),
        'Europe/Paris',
      )
    }
  })

  // https://github.com/MicrosoftDocs/msteams-docs/issues/6139
  it('a click names a message that was never sent, and the card that was clicked is replaced all the same', async () => {
    await contactForm()
    const form = talk.client.latestCard()
    await cardAfter({ ...clicked('Next', contact), replyToId: '1657049372481' })
    await talk.say('again')
    assert.deepEqual(cardIn(form.shown)?.actions ?? [], [])
  })

  // https://github.com/microsoft/BotFramework-Services/issues/339 and https://github.com/MicrosoftDocs/bot-docs/issues/1829
  it('a reply that the old region refused is seen once the person writes from the new one', async () => {
    const body = {
      error: { code: 'BadArgument', message: 'Incoming request was redirected to the wrong geo!' },
    }
    bot.connector.fail('send', { status: 400, body })
    await statusOf({ text: 'my rewards' })
    const headings = [
      await headingAfter({ serviceUrl: bot.connector.serviceUrl.replace('localhost', '127.0.0.1') }),
    ]
    assert.ok(headings.includes('Let’s begin'), headings.join())
  })

  // https://github.com/microsoft/BotFramework-Services/issues/183
  it('two people come with the id of one private conversation, and neither sees what the other entered', async () => {
    await contactForm()
    await cardAfter(clicked('Next', { ...contact, email: 'ann' }))
    const from = { id: '29:other', name: 'Bob', aadObjectId: '11111111-1111-4111-8111-111111111111' }
    const card = await cardAfter({ text: 'again', from })
    assert.ok(!JSON.stringify(card).includes('Ann Bell'))
  })

  // https://github.com/OfficeDev/microsoft-teams-library-js/issues/2192
  it('a client writes the tenant and the person in upper case, and it is the same company and person', async () => {
    const { tenantId = '', person } = talk.client.scene
    await contactForm()
    await talk.press('Next', contact)
    await talk.press('Yes, that’s right')
    await talk.press('Done')
    const upper = tenantId.toUpperCase()
    const card = await cardAfter({
      text: 'my rewards',
      channelData: { tenant: { id: upper } },
      conversation: { ...typed.conversation, tenantId: upper },
      from: { ...person, aadObjectId: person.aadObjectId?.toUpperCase() },
    })
    assert.notEqual(card.heading, 'Let’s begin')
  })

  // https://github.com/restify/node-restify/issues/1631 and https://github.com/MicrosoftDocs/bot-docs/issues/1715
  it('the endpoint was registered with a slash at its end', async () => {
    const headers = { 'content-type': 'application/json', connection: 'close' }
    const { status } = await fetch(`${bot.url}/`, { method: 'POST', headers, body: JSON.stringify(again()) })
    assert.equal(status, 200)
  })

  // https://github.com/n8n-io/n8n/pull/35933 (RFC 8259, section 8.1)
  it('a byte order mark stands before the activity', async () => {
    const headers = { 'content-type': 'application/json', connection: 'close' }
    const body = `\ufeff${JSON.stringify(again())}`
    assert.equal((await fetch(bot.url, { method: 'POST', headers, body })).status, 200)
  })

  // https://github.com/amplifthq/opentag/pull/84 (review), https://github.com/MicrosoftDocs/msteams-docs/issues/1961
  const parts: Readonly<Record<string, object>> = {
    'an entity that is null': { entities: [null] },
    'a mention of somebody without an id': {
      entities: [{ type: 'mention', mentioned: { name: 'Everyone' } }],
    },
    'entities that are no list': { entities: {} },
    'a zone that is a number': { localTimezone: 1 },
  }
  for (const [what, fields] of Object.entries(parts))
    it(`a message holds ${what}, which is not needed to answer it`, async () => {
      assert.equal(await headingAfter(fields), help)
    })

  // https://github.com/microsoft/BotFramework-Services/issues/204 and https://github.com/microsoft/botbuilder-js/issues/2662
  for (const [what, text, text2] of [
    ['without the text of the mention', '<at>Bot</at> my rewards', undefined],
    ['and a tag', '<at>Bot</at> my rewards <at>test</at>', '<at>Bot</at>'],
  ] as const)
    it(`the bot is mentioned in a group ${what}`, async () => {
      const group = talk.client.inGroup()
      const conversation = {
        ...typed.conversation,
        id: group.conversation.id,
        isGroup: true,
        conversationType: 'groupChat',
      }
      const mentioned = talk.client.scene.bot
      const entities = [
        { type: 'mention', mentioned, text: text2 },
        { type: 'mention', mentioned: { id: '29:tag', name: 'test' }, text: '<at>test</at>' },
      ]
      assert.equal(await statusOf({ text, conversation, entities }), 200)
      assert.equal((await group.waitForReply()).card?.heading, 'My rewards: I can help with that')
    })

  // https://learn.microsoft.com/en-us/answers/a/12733627
  for (const text of [
    'MAICPP enrollment is pending qualification for more than 5 business days and Membership is locked',
    'You need permission to view Membership offers',
    'Our vetting status is Rejected',
    'Le statut de vérification est Rejeté',
  ])
    it(`a person writes: ${text}`, async () => {
      assert.doesNotMatch(String(await headingAfter({ text })), /^(I am not sure|Je ne suis pas sûr)/)
    })

  // https://github.com/microsoft/AdaptiveCards/pull/6526
  it('a list that is filtered sends the title that was typed', async () => {
    await contactForm()
    assert.equal(await headingAfter(clicked('Next', { ...contact, country: 'France' })), summary)
  })
})
