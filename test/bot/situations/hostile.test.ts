import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { adaptiveCardOf } from '../../support/client/activity.ts'
import { enteredContact as contact } from '../../support/past/entered-contact.ts'

const help = 'What can I do for you?'
const closed = 'That card is no longer active'
const unsure = 'I’m not sure what you mean'
const nothingOpen = 'Nothing in progress'

describe('a client that sends what no client should', () => {
  let bot: RunningBot
  let talk: Talk
  let sent = 0

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
    await talk.say('help')
  })
  afterEach(() => bot.stop())

  /** The last message once more, with other fields; `nested` takes the place of its value as it is. */
  const post = async (fields: object, nested = 'null') => {
    const [last] = talk.client.posts.slice(-1)
    sent += 1
    const body = JSON.stringify({ ...last?.activity, id: `hostile-${sent}`, value: '@', ...fields })
    const headers = { 'content-type': 'application/json', connection: 'close' }
    const { status } = await fetch(bot.url, {
      method: 'POST',
      headers,
      body: body.replace('"value":"@"', `"value":${nested}`),
    })
    return status
  }
  const answerTo = async (fields: object) => {
    assert.equal(await post(fields), 200)
    return (await talk.nextCard()).heading
  }
  const shown = () => talk.client.conversation.messages.map(({ original }) => original.summary)

  describe('is refused', () => {
    const half = '\ud800'
    const malformed: Readonly<Record<string, object>> = {
      'a type that is a number': { type: 5 },
      'no conversation': { conversation: undefined },
      'a conversation without an id': { conversation: {} },
      'a sender that is a list': { from: [] },
      'a text that is a number': { text: 5 },
      'a text that is an object': { text: { toString: 'x' } },
      'a locale that is an object': { locale: {} },
      'members that are one word': { membersAdded: 'everybody' },
      'an address that is no web address': { serviceUrl: 'javascript:alert(1)' },
      'an id that is half a character, which no address can hold': { id: half },
      'a conversation that is half a character': { conversation: { id: half } },
      'an id that leads upwards in an address': { id: '..' },
      'a conversation that leads upwards in an address': { conversation: { id: '..' } },
      'an id that is longer than addresses may be': { id: 'x'.repeat(1_001) },
      'a conversation whose id is that long': { conversation: { id: 'x'.repeat(1_001) } },
    }
    for (const [what, fields] of Object.entries(malformed))
      it(`with ${what}`, async () => {
        assert.equal(await post(fields), 400)
      })

    it('with a value that lies 20,000 levels deep', async () => {
      assert.equal(await post({}, `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`), 400)
    })

    it('with an address to which no answer may go, and nothing is kept', async () => {
      const { requests } = bot.connector
      const before = requests.length
      const fields = { serviceUrl: 'https://evil.example/', text: 'help', conversation: { id: 'foreign' } }
      assert.equal(await post(fields), 403)
      const { conversation } = await bot.store.open({
        tenant: 'local',
        person: 'p',
        conversation: 'foreign',
        activity: 'a',
      })
      assert.deepEqual([conversation.value, requests.length], [undefined, before])
    })

    it('and affects no one else', async () => {
      await post({ from: { id: half } })
      assert.equal((await talk.say('help')).heading, help)
    })
  })

  it('is understood when it sends nothing as null', async () => {
    const nothing = { locale: null, replyToId: null, entities: null, channelData: null, membersAdded: null }
    assert.equal(await answerTo({ ...nothing, text: null, value: null }), help)
  })

  for (const id of ['constructor', 'toString', '__proto__'])
    it(`is heard when it is called ${id}`, async () => {
      const from = { id, name: 'Ann' }
      assert.equal(
        await answerTo({ from, text: 'technical help', value: null }),
        'What kind of help do you need?',
      )
      assert.equal(await answerTo({ from, text: 'help', value: null }), help)
    })

  for (const replyToId of ['\ud800', '..', '', 'x'.repeat(2_000), {}])
    it(`gets the answer to a click on a message that cannot be: ${JSON.stringify(replyToId).slice(0, 20)}`, async () => {
      assert.equal(await answerTo({ value: { run: 'help' }, replyToId }), help)
      await talk.press('Technical help')
      const [last] = talk.client.posts.slice(-1)
      assert.ok(last)
      const { requests } = bot.connector
      const before = requests.length
      const [button] = actionsOf(adaptiveCardOf(talk.client.latestCard().shown))
      await answerTo({ value: { ...Object(button).data, choice: 'technical' }, replyToId })
      assert.ok(requests.slice(before).every(({ route }) => route !== undefined))
    })

  it('is known by no more of a name than a document has room for', async () => {
    const name = '\u{1f642}'.repeat(50_000)
    assert.equal(
      await answerTo({ from: { id: 'long', name }, text: 'technical help', value: null }),
      'What kind of help do you need?',
    )
    const keys = { tenant: 'local', person: 'long', conversation: talk.client.conversation.id, activity: 'x' }
    const { person, conversation } = await bot.store.open(keys)
    assert.equal(person.value?.name, name.slice(0, 400))
    assert.ok(JSON.stringify(conversation.value).length < 5_000)
  })

  describe('does not keep others waiting', function () {
    this.timeout(30_000)
    const texts: Readonly<Record<string, string>> = {
      'spaces before a letter': `${' '.repeat(200_000)}x`,
      'spaces between letters': `x${' '.repeat(200_000)}x`,
      'one word': 'w'.repeat(200_000),
      'many words': 'word '.repeat(40_000),
      apostrophes: "o'".repeat(100_000),
      digits: '1,'.repeat(100_000),
      addresses: 'a@b.'.repeat(50_000),
      'characters of four bytes': '🙂'.repeat(50_000),
    }
    const isAnswered = async (text: string, answer: RegExp) =>
      assert.match((await answerTo({ text, value: null })) ?? '', answer)
    for (const [what, text] of Object.entries(texts))
      it(`when it types 200 KB of ${what}`, () => isAnswered(text, /not sure what you mean|Is it about/))
    it('when it types 200 KB of words before a password', () =>
      isAnswered('password: '.repeat(20_000), /Never enter a password here/))
  })

  describe('is helped', () => {
    const clicks: readonly (readonly [unknown, string])[] = [
      ['word', closed],
      [0, closed],
      [[], closed],
      [{}, closed],
      [{ run: 5 }, closed],
      [{ run: 'x'.repeat(200) }, closed],
      [{ run: 'no-such-thing' }, help],
      [{ run: '__proto__' }, help],
      [{ run: 'broken', with: 'made-up' }, help],
      [{ run: 'constructor' }, help],
      [{ run: 'closed', with: 'constructor' }, closed],
      [{ run: 'unknown', with: '__proto__,constructor,,' }, unsure],
      [{ run: 'taken-up', with: 'no-such-guide' }, nothingOpen],
      [{ run: 'taken-up', with: 'assign-contact' }, nothingOpen],
      [{ run: 'language', with: '__proto__' }, 'Language'],
      [{ run: 'history', with: '-1' }, 'Nothing has been recorded yet'],
      [{ run: 'check-eligibility', with: 'then:xyz' }, 'Do you have a live offer?'],
      [{ run: 'check-eligibility', with: 'for:__proto__' }, 'Do you have a live offer?'],
      [{ run: 'assign-contact', with: 'then:constructor' }, 'What is your role in Partner Center?'],
      [{ run: 'assign-contact', with: 'continue:more' }, 'What is your role in Partner Center?'],
      [{ run: 'follow-up', with: 'for:no-such-benefit' }, 'No benefits in progress'],
      [{ answer: { guide: 'no-such-guide', step: 'form', card: 'x' } }, closed],
      [{ answer: { guide: '__proto__', step: 'constructor', card: 'x' } }, closed],
      [{ answer: { guide: 'assign-contact', step: 'form' } }, closed],
    ]
    for (const [value, heading] of clicks)
      it(`when it clicks ${JSON.stringify(value).slice(0, 80)}`, async () => {
        assert.equal(await answerTo({ text: null, value }), heading)
      })
  })

  describe('in the middle of a guide', () => {
    const stamp = { guide: 'assign-contact', step: 'summary' }

    beforeEach(async () => {
      await talk.press('Marketing contact')
      await talk.press('Next', { choice: 'partner-admin' })
      await talk.press('Next', contact)
    })

    const cardInQuestion = () => {
      const [action] =
        talk.client.latestCard().shown.attachments?.flatMap(({ content }) => actionsOf(content)) ?? []
      return Object(action).data.answer.card
    }

    for (const answer of [
      { go: 'edit:no-such-step' },
      { go: 'edit:steps' },
      { go: 'edit:__proto__' },
      { go: '' },
      { go: { do: 'edit', step: 'steps' } },
      { go: { do: 'edit', step: '__proto__' } },
      { go: { do: 'no-such-thing' } },
      { decision: 'no-such-decision' },
      { decision: ['confirm'] },
      { decision: { toString: 'confirm' } },
      { constructor: 'confirm' },
      { decision: 'x'.repeat(200_000) },
    ])
      it(`is asked again when it answers ${JSON.stringify(answer).slice(0, 60)}`, async () => {
        const value = { answer: { ...stamp, card: cardInQuestion() }, ...answer }
        assert.equal(await answerTo({ value }), 'Is this right?')
      })

    it('is shown where the guide is when it answers for a card that was never shown', async () => {
      assert.equal(
        await answerTo({ value: { answer: { ...stamp, card: 'x' }, decision: 'confirm' } }),
        'Is this right?',
      )
    })

    it('can go on after all that, and nothing was recorded before', async () => {
      await answerTo({ value: { answer: { ...stamp, card: cardInQuestion() }, go: 'edit:steps' } })
      await talk.press('Yes, that’s right')
      assert.deepEqual(await bot.log(), [])
      await talk.press('Done')
      assert.equal((await bot.log()).length, 1)
    })
  })

  it('never breaks a turn and changes nothing, whatever it clicks', async () => {
    const key = fc.constantFrom('answer', 'run', 'with', 'go', 'guide', 'step', 'card', '__proto__', 'x')
    const word = fc.constantFrom(
      'assign-contact',
      'start-over',
      'resume',
      'back',
      'edit:form',
      'then:follow-up',
      '',
    )
    const leaf = fc.oneof(word, fc.jsonValue())
    const value = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf)))
    await fc.assert(
      fc.asyncProperty(value, async (clicked) => {
        assert.equal(await post({ value: clicked }), 200)
      }),
      { numRuns: 150 },
    )
    await talk.client.say('language')
    await talk.client.waitForReply(({ card }) => card?.heading === 'Language')
    assert.ok(!shown().includes('Something went wrong'))
    assert.deepEqual(await bot.log(), [])
  })

  it('gets help when its unfinished guide no longer exists', async () => {
    const person = talk.client.latestCard().shown.recipient?.id ?? ''
    const keys = { tenant: 'local', person, conversation: talk.client.conversation.id, activity: 'upgrade' }
    const { company, person: known, conversation, roster } = await bot.store.open(keys)
    assert.ok(conversation.value)
    const drafts = [{ guide: 'of-an-older-version', state: {}, leftAt: '2026-01-01T00:00:00.000Z' }]
    await bot.store.commit({
      keys,
      read: {
        company: company.version,
        person: known.version,
        conversation: conversation.version,
        roster: roster.version,
      },
      write: { conversation: { ...conversation.value, drafts } },
      events: [],
      outbox: [],
    })
    assert.equal((await talk.say('help')).heading, help)
  })
})

function actionsOf(card: unknown): unknown[] {
  return Object(card).actions
}
