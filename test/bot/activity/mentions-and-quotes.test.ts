import assert from 'node:assert/strict'
import { headingOf, Rehearsal } from '../../support/bot/rehearsal.ts'
import { noon, rehearse } from '../../support/bot/rehearse.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import { cardIn } from '../../support/client/chat-reply.ts'
import { ada, ben, situationAfter } from '../../support/past/situations.ts'

describe('a colleague who is mentioned', () => {
  const mention = { type: 'mention', mentioned: { id: 'person-3', name: 'Ben' }, text: '<at>Ben</at>' }

  it('is the answer, also where another one is called the same', async () => {
    const namesake = { id: 'person-2', name: 'Ben' }
    const chat = new Rehearsal(situationAfter({ commands: [], colleagues: [namesake, ben] }), noon)
    await chat.say('authorized people')
    const { situation } = await rehearse(chat.situation, 'en', { text: '<at>Ben</at>', entities: [mention] })
    chat.situation = situation
    chat.card = (await rehearse(situation, 'en', { text: 'resume' })).sent.at(-1)
    chat.situation = (await rehearse(chat.situation, 'en', { text: 'yes' })).situation
    assert.deepEqual(chat.company?.team?.members, [{ id: 'person-3', name: 'Ben' }])
  })

  it('is chosen beside the others that the line names', async () => {
    const chat = new Rehearsal(situationAfter({ commands: [], colleagues: [ada, ben] }), noon)
    await chat.say('authorized people')
    const text = '<at>Ben</at> and Camille Roy'
    chat.situation = (await rehearse(chat.situation, 'en', { text, entities: [mention] })).situation
    chat.situation = (await rehearse(chat.situation, 'en', { text: 'yes' })).situation
    assert.deepEqual(chat.company?.team?.members.map(({ id }) => id).sort(), ['person-1', 'person-3'])
  })

  for (const id of ['constructor', 'toString', '__proto__'])
    it(`may have the id ${id}`, async () => {
      const chat = new Rehearsal(
        situationAfter({ commands: [], colleagues: [{ id, name: 'Zoe' }, ben] }),
        noon,
      )
      await chat.say('authorized people')
      await chat.say('Ben and Zoe')
      await chat.say('yes')
      assert.deepEqual(chat.company?.team?.members.map(({ name }) => name).sort(), ['Ben', 'Zoe'])
    })

  it('is not chosen by a line that denies it', async () => {
    const chat = new Rehearsal(situationAfter({ commands: [], colleagues: [ada, ben] }), noon)
    await chat.say('authorized people')
    const { sent } = await rehearse(chat.situation, 'en', { text: 'not <at>Ben</at>', entities: [mention] })
    assert.notEqual(headingOf(sent.at(-1)), 'Authorize these people?')
  })

  it('is the name in a field of words', async () => {
    const chat = new Rehearsal(
      situationAfter({ commands: [], role: 'partner-admin', colleagues: [ada, ben] }),
      noon,
    )
    await chat.say('marketing contact')
    const { sent } = await rehearse(chat.situation, 'en', { text: '<at>Ben</at>', entities: [mention] })
    assert.match(JSON.stringify(sent), /"value":"Ben"/)
    assert.equal(headingOf(sent.at(-1)), 'Who shall be the marketing contact?')
  })
})

describe('an invisible character', () => {
  let bot: RunningBot
  beforeEach(async () => {
    bot = await startBot({ personality: 'teams' })
  })
  afterEach(() => bot.stop())

  const contact = { name: '\u200bAnn Bell', country: 'FR', phone: '06 12 34 56 78', language: 'fr-FR' }
  const form = async () => {
    const talk = await bot.talk()
    await talk.press('Marketing contact')
    await talk.press('Next', { choice: 'partner-admin' })
    return talk
  }

  it('does not make the contact another person than the one who signs in', async () => {
    const talk = await form()
    await talk.say('E-mail: \u200bann@contoso.com')
    const card = await talk.press('Next', {
      ...contact,
      email: 'ann@contoso.com',
      signInEmail: '\u2060ann@con\u00adtoso.com',
    })
    assert.equal(card.heading, 'Who shall be the marketing contact?')
  })

  it('is found in the data of a button that a client sends as text', async () => {
    const talk = await form()
    const [last] = talk.client.posts.slice(-1)
    const next = cardIn(talk.client.latestCard().shown)?.actions.find(({ label }) => label === 'Next')
    const fields = { ...contact, email: '\u200bann@contoso.com', signInEmail: 'ann@contoso.com' }
    const escaped = JSON.stringify({ ...Object(next?.data), ...fields }).replaceAll('\u200b', '\\u200b')
    await talk.client.resend({ ...Object(last?.activity), id: 'as-text', text: undefined, value: escaped })
    assert.equal((await talk.nextCard()).heading, 'Who shall be the marketing contact?')
  })

  it('is not kept in the record', async () => {
    const talk = await form()
    await talk.press('Next', { ...contact, email: '\ufeffann@contoso.com\u200e' })
    await talk.press("Yes, that's right")
    await talk.press('Done')
    const log = JSON.stringify(await bot.log(talk.client.scene.tenantId))
    assert.match(log, /"email":"ann@contoso.com"/)
    assert.doesNotMatch(log, /[\u200b-\u200f\u2060\ufeff\u00ad]/)
  })
})
