import assert from 'node:assert/strict'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { assertShows, saysNothingOf } from '../../support/client/card-words.ts'
import { enteredContact as contact } from '../../support/past/entered-contact.ts'

describe('a conversation', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const toForm = async () => {
    await talk.press('Marketing contact')
    return talk.press('Next', { choice: 'partner-admin' })
  }
  const cardsSoFar = () => talk.client.conversation.messages.length

  it('answers an unknown sentence with the closest guides, never with a dead end', async () => {
    const card = await talk.say('purple monkey dishwasher')
    assert.equal(card.heading, 'I’m not sure what you mean')
    assert.ok(card.actions.length >= 3)
  })

  it('answers an empty message with help', async () => {
    assert.equal((await talk.say('   ')).heading, 'What can I do for you?')
  })

  it('helps in the middle of a guide, and goes on with it', async () => {
    await toForm()
    assert.equal((await talk.say('HELP!')).heading, 'What can I do for you?')
    assert.equal((await talk.nextCard()).heading, 'Who’s the marketing contact?')
  })

  it('goes back a step by a typed word', async () => {
    await toForm()
    assert.equal((await talk.say('back')).heading, 'What is your role in Partner Center?')
  })

  it('keeps what was typed when a guide is cancelled, and takes it up again', async () => {
    await toForm()
    await talk.say('Ann Bell')
    await talk.press('Cancel')
    const card = await talk.press('Continue: Marketing contact')
    assert.equal(card.inputs.find(({ id }) => id === 'name')?.value, 'Ann Bell')
  })

  it('asks before it restarts an unfinished guide', async () => {
    await toForm()
    await talk.say('cancel')
    assert.equal((await talk.press('Help')).heading, 'What can I do for you?')
    const card = await talk.say('marketing contact')
    assert.equal(card.heading, 'You’ve already started this')
    assertShows(card, '**Marketing contact**')
    assert.equal((await talk.press('Start again')).heading, 'Who’s the marketing contact?')
  })

  for (const words of ['thanks', 'OK, thank you!', 'merci beaucoup'])
    it(`has a friendly word for "${words}", and the guide waits on`, async () => {
      await toForm()
      assert.equal(await talk.sayFor(words), 'You’re welcome. I’m here when you need me.')
      assert.equal((await talk.press('Next', contact)).heading, 'Is this right?')
    })

  it('has a friendly word for thanks without a guide', async () => {
    assert.match(await talk.sayFor('thanks a lot'), /You’re welcome/)
  })

  it('says nothing of an interrupted guide after the receipt of another: my rewards and "resume" lead back', async () => {
    await talk.press('I can’t see the program')
    await talk.say('marketing contact')
    await talk.press('Next', { choice: 'partner-admin' })
    await talk.press('Next', contact)
    await talk.press('Yes, that’s right')
    const receipt = await talk.press('Done')
    saysNothingOf(receipt, 'see the program')
    const rewards = await talk.say('my rewards')
    assertShows(rewards, 'see the program: unfinished')
    assert.match((await talk.say('resume')).heading ?? '', /see the program\?$/)
  })

  it('changes the language in the middle of a guide', async () => {
    await toForm()
    await talk.say('language')
    await talk.press('Français')
    assert.equal(talk.client.latestCard().shown.summary, 'Qui est le contact marketing\u00a0?')
  })

  it('answers in French a request in French from an English client', async () => {
    const card = await talk.say('je ne vois pas le programme')
    assert.equal(card.heading, 'Pourquoi ne voyez-vous pas le programme\u00a0?')
  })

  it('does not take a single word for a choice of language', async () => {
    const marie = await bot.talk({ locale: 'fr-FR' })
    const card = await marie.say('help')
    assert.equal(card.heading, 'Que puis-je faire pour vous\u00a0?')
  })

  it('speaks the language whose name is typed', async () => {
    await talk.say('français')
    assert.equal(talk.client.latestCard().shown.summary, 'Que puis-je faire pour vous\u00a0?')
  })

  it('drops unfinished guides when starting over, after a question', async () => {
    await toForm()
    await talk.say('start over')
    const card = await talk.press('Yes, start over')
    assert.equal(card.heading, 'Hello User, I’m Rewards Guide')
    assert.equal((await talk.say('resume')).heading, 'Nothing in progress')
  })

  it('reports a typed password, and stores it nowhere', async () => {
    await toForm()
    const said = await talk.sayFor('my password is Hunter2!Hunter2!')
    assert.match(said, /I didn’t keep it/)
    const { conversation } = await bot.store.open({
      tenant: 'local',
      person: talk.client.latestCard().shown.recipient?.id ?? '',
      conversation: talk.client.conversation.id,
      activity: 'none',
    })
    assert.doesNotMatch(JSON.stringify(conversation), /Hunter2/)
  })

  it('replaces an answered card by its result', async () => {
    await toForm()
    await talk.client.waitForReply(({ kind }) => kind === 'update')
    const stored = talk.client.conversation.messages.map(({ stored }) => JSON.stringify(stored.attachments))
    assert.ok(stored.some((card) => card?.includes('✓ Microsoft AI Cloud Partner Program partner admin')))
  })

  it('answers a click on an old card with the current one', async () => {
    await talk.press('Marketing contact')
    const role = talk.client.latestCard()
    await talk.press('Next', { choice: 'partner-admin' })
    await talk.client.click(role, 'Next', { choice: 'other' })
    assert.match(await talk.nextText(), /earlier step/)
    assert.equal((await talk.nextCard()).heading, 'Who’s the marketing contact?')
  })

  it('does nothing twice on a double click', async () => {
    await talk.press('Marketing contact')
    await talk.client.doubleClick('Next', { choice: 'partner-admin' })
    await talk.nextCard()
    const count = cardsSoFar()
    assert.equal((await talk.say('help')).heading, 'What can I do for you?')
    assert.equal(cardsSoFar(), count + 1)
  })

  it('does nothing twice when an activity is delivered twice', async () => {
    await talk.say('help')
    const count = cardsSoFar()
    const [last] = talk.client.posts.slice(-1)
    assert.ok(last)
    const again = await talk.client.resend(last.activity)
    assert.equal(again.status, 200)
    await talk.say('help')
    assert.equal(cardsSoFar(), count + 1)
  })

  it('answers quick messages all, although their turns overlap', async () => {
    await Promise.all(['help', 'language', 'start over'].map((text) => talk.client.say(text)))
    const headings = [await talk.nextCard(), await talk.nextCard(), await talk.nextCard()].map(
      ({ heading }) => heading,
    )
    assert.deepEqual(headings.sort(), ['Language', 'Start over?', 'What can I do for you?'])
  })

  it('goes on after a restart with the next click', async () => {
    await toForm()
    await bot.restart()
    assert.equal((await talk.press('Next', contact)).heading, 'Is this right?')
  })

  it('offers the unfinished guide after a click on its card', async () => {
    await toForm()
    const form = talk.client.latestCard()
    await talk.say('cancel')
    await talk.client.click(form, 'Next', contact)
    assert.equal((await talk.nextCard()).heading, 'You’ve already started this')
    assert.equal((await talk.press('Continue where I left off')).heading, 'Who’s the marketing contact?')
  })

  it('does not leave a guide for "done", though another guide knows the word', async () => {
    await talk.say('associate a tenant')
    await talk.press('Next', { choice: 'global-admin' })
    assert.equal((await talk.say('done')).heading, 'Three checks first')
  })

  it('closes the card of a guide that has ended', async () => {
    await toForm()
    const form = talk.client.latestCard()
    await talk.say('start over')
    await talk.press('Yes, start over')
    await talk.client.click(form, 'Next', contact)
    assert.equal((await talk.nextCard()).heading, 'That card is no longer active')
  })
})

describe('a channel that fails', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  for (const fault of [{ status: 503 }, { status: 429, headers: { 'retry-after': '1' } }, 'reset'] as const) {
    it(`gets its message again after ${JSON.stringify(fault)}`, async () => {
      bot.connector.fail('send', fault, 1)
      assert.equal((await talk.say('help')).heading, 'What can I do for you?')
    })
  }

  it('does not lose a reply that could not be sent before the bot ended', async () => {
    bot.connector.fail('send', { status: 503 }, 5)
    await talk.client.say('help')
    await bot.restart()
    bot.connector.recover()
    assert.equal((await talk.nextCard()).heading, 'What can I do for you?')
  })
})

describe('in Teams', () => {
  let bot: RunningBot

  beforeEach(async () => {
    bot = await startBot({ personality: 'teams' })
  })
  afterEach(() => bot.stop())

  it('welcomes once, however often the client announces the person', async () => {
    const talk = await bot.talk()
    await talk.client.join('reversed')
    await talk.say('help')
    assert.equal(talk.client.conversation.messages.length, 2)
  })

  it('speaks French to a client in French', async () => {
    const talk = await bot.talk({ locale: 'fr-CA' })
    assert.equal((await talk.say('aide')).heading, 'Que puis-je faire pour vous\u00a0?')
  })

  it('shows nothing of the company where others read along, and offers the private chat', async () => {
    const talk = await bot.talk()
    const group = talk.client.inGroup()
    await group.say('my rewards')
    const { card } = await group.waitForReply((reply) => reply.card !== undefined)
    assert.match(card?.heading ?? '', /I can help with that/)
    assert.deepEqual(
      card?.actions.map(({ type }) => type),
      ['Action.OpenUrl'],
    )
  })

  it('keeps each tenant to itself', async () => {
    const tenants = ['3f0e9d8c-0000-4000-8000-000000000001', '3f0e9d8c-0000-4000-8000-000000000002']
    for (const [index, tenantId] of tenants.entries()) {
      const talk = await bot.talk({ tenantId, name: `Person ${index}` })
      await talk.press('Marketing contact')
      await talk.press('Next', { choice: 'partner-admin' })
      await talk.press('Next', { ...contact, name: `Contact ${index}` })
      await talk.press('Yes, that’s right')
      await talk.press('Done')
    }
    const logs = await Promise.all(tenants.map((tenant) => bot.log(tenant)))
    assert.deepEqual(
      logs.map((log) =>
        log.map(({ event }) => (event.type === 'ContactAssigned' ? event.contact.name : event.type)),
      ),
      [['Contact 0'], ['Contact 1']],
    )
  })
})
