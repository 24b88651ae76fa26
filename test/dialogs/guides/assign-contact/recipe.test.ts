import assert from 'node:assert/strict'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import type { CardView } from '../../../support/client/card-view.ts'
import { assertShows } from '../../../support/client/card-words.ts'
import { cardIn } from '../../../support/client/chat-reply.ts'
import { enteredContact as contact } from '../../../support/past/entered-contact.ts'

describe('assigning the marketing contact', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const toForm = async (role = 'partner-admin') => {
    await talk.press('Marketing contact')
    return talk.press('Next', { choice: role })
  }
  const toSteps = async (entries = contact) => {
    await toForm()
    await talk.press('Next', entries)
    return talk.press('Yes, that’s right')
  }

  it('goes from the role to the receipt by clicks, and records the contact', async () => {
    const steps = await toSteps()
    assert.ok(steps.texts.some((text) => text.includes('Assign user')))
    const receipt = await talk.press('Done')
    assert.equal(receipt.heading, 'Ann Bell is the marketing contact')
    const [logged] = await bot.log()
    assert.equal(logged?.event.type, 'ContactAssigned')
    assert.deepEqual(logged?.event.type === 'ContactAssigned' && logged.event.contact, {
      ...contact,
      phone: '+33612345678',
    })
  })

  it('can be typed from beginning to end', async () => {
    const paul = await bot.talk({ name: 'Paul', timeZone: 'Europe/Paris' })
    await paul.say('assign our marketing contact')
    for (const line of ['partner admin', 'Ann Bell', 'ann@contoso.com', '0612345678', 'yes', 'done'])
      await paul.say(line)
    const [logged] = await bot.log()
    assert.deepEqual(logged?.event.type === 'ContactAssigned' && logged.event.contact, {
      ...contact,
      language: 'en-US',
      phone: '+33612345678',
    })
  })

  it('shows the phone number with its country code and as national digits', async () => {
    const steps = await toSteps()
    assert.ok(steps.texts.includes('+33 6 12 34 56 78 / 0612345678'))
  })

  it('has a name that looks like a domain ready to copy, as it was typed', async () => {
    const steps = await toSteps({ ...contact, name: 'Jean St.Germain' })
    assert.ok(steps.texts.includes('Jean St.Germain'))
  })

  describe('with an extension', () => {
    const withExtension = { ...contact, phone: '01 42 68 53 00 poste 12' }

    it('records it beside the number, and shows it on every card', async () => {
      await toForm()
      const summary = await talk.press('Next', withExtension)
      assert.ok(summary.facts.some(({ value }) => value === '12 / tel:+33142685300;ext=12'))
      const steps = await talk.press('Yes, that’s right')
      assert.ok(steps.texts.includes('12 / tel:+33142685300;ext=12'))
      assert.ok(steps.texts.some((text) => text.includes('I don’t know whether Microsoft’s phone field')))
      const receipt = await talk.press('Done')
      assert.ok(receipt.facts.some(({ value }) => value === '12 / tel:+33142685300;ext=12'))
      const [logged] = await bot.log()
      assert.ok(logged?.event.type === 'ContactAssigned')
      assert.deepEqual(logged.event.contact, { ...contact, phone: '+33142685300', extension: '12' })
    })

    it('fills the form with it again, and says when it is another', async () => {
      await toSteps(withExtension)
      await talk.press('Done')
      const form = await talk.say('change the marketing contact')
      assert.equal(form.inputs.find(({ id }) => id === 'phone')?.value, '+33 1 42 68 53 00 ext. 12')
      await talk.press('Next', { phone: '+33 1 42 68 53 00 x13' })
      const receipt = await talk.press('Done')
      assert.ok(receipt.texts.some((text) => text === 'Changed: Extension.'))
      const history = await talk.say('history')
      assert.ok(
        history.texts.some((text) => text.includes('Extension')),
        history.texts.join('\n'),
      )
    })

    it('is not dropped where it is unreadable', async () => {
      await toForm()
      const card = await talk.press('Next', { ...contact, phone: '01 42 68 53 00 (12)' })
      assert.ok(card.texts.some((text) => text.includes('Write an extension as')))
    })
  })

  it('asks for the role once', async () => {
    await toSteps()
    await talk.press('Done')
    const card = await talk.say('change the marketing contact')
    assert.equal(card.heading, 'Who’s the marketing contact?')
  })

  it('refuses a role that the program does not allow, and says who can', async () => {
    const card = await toForm('account-admin')
    assert.equal(card.heading, 'Your role can’t do this')
    assert.ok(card.texts.some((text) => text.includes('partner admin')))
    assert.deepEqual(await bot.log(), [])
  })

  for (const [field, address] of [
    ['signInEmail', ' ANN+rewards@Contoso.com '],
    ['primaryContactEmail', 'ann@contoso.com'],
  ] as const) {
    it(`refuses the same mailbox as ${field}, and keeps what was entered`, async () => {
      await toForm()
      const card = await talk.press('Next', { ...contact, [field]: address })
      assert.equal(card.heading, 'Who’s the marketing contact?')
      assert.ok(card.texts.some((text) => text.includes('Microsoft asks for a different one')))
      assert.equal(card.inputs.find(({ id }) => id === 'name')?.value, 'Ann Bell')
    })
  }

  it('refuses a number that does not exist in that country', async () => {
    await toForm()
    const card = await talk.press('Next', { ...contact, phone: '12' })
    assert.ok(card.texts.some((text) => text.includes('isn’t valid')))
  })

  describe('fills in where the person probably is', () => {
    const places = ({ inputs }: CardView) =>
      ['country', 'language'].map((id) => inputs.find((input) => input.id === id)?.value)

    it("by their client's locale", async () => {
      const form = await toForm()
      assert.deepEqual(places(form), ['US', 'en-US'])
    })

    it('by their time zone, before their locale, and begins the list with it', async () => {
      const marie = await bot.talk({ locale: 'fr-FR', country: 'FR', timeZone: 'Europe/Brussels' })
      await marie.press('Contact marketing')
      const form = await marie.press('Suivant', { choice: 'partner-admin' })
      assert.deepEqual(places(form), ['BE', 'fr-FR'])
      const [country] = form.inputs.filter(({ id }) => id === 'country')
      assert.deepEqual(
        country?.choices.slice(0, 3).map(({ value }) => value),
        ['BE', 'FR', 'AF'],
      )
    })
  })

  describe('refuses answers at their fields', () => {
    const bodyOf = () => JSON.stringify(talk.client.latestCard().shown.attachments)

    it('with the sentence directly above the input, and nothing at the top for a single one', async () => {
      await toForm()
      await talk.press('Next', { ...contact, phone: '12' })
      assert.match(bodyOf(), /"⚠ This number isn’t valid[^}]*\},\{"type":"Input.Text","id":"phone"/)
      assert.doesNotMatch(bodyOf(), /need another look/)
    })

    it('with their number at the top where there are several', async () => {
      await toForm()
      const card = await talk.press('Next', { ...contact, phone: '12', signInEmail: 'ann@contoso.com' })
      assertShows(card, '2 answers need another look.')
    })

    it('folds the right ones, keeps their values, and leaves the country of a wrong number open', async () => {
      await toForm()
      const card = await talk.press('Next', { ...contact, phone: '12' })
      assertShows(card, '✓ Name · **Ann Bell**')
      assert.ok(!card.texts.some((text) => text.startsWith('✓ Country')))
      const summary = await talk.press('Next', { phone: '06 12 34 56 78' })
      assert.ok(summary.facts.some(({ value }) => value === 'Ann Bell'))
    })

    it('takes the folded ones as they were where the client does not send hidden inputs', async () => {
      await toForm()
      await talk.press('Next', { ...contact, phone: '12', signInEmail: 'boss@contoso.com' })
      const [last] = talk.client.posts.slice(-1)
      const next = cardIn(talk.client.latestCard().shown)?.actions.find(({ label }) => label === 'Next')
      const value = { ...Object(next?.data), phone: '06 12 34 56 78', country: 'FR' }
      await talk.client.resend({ ...Object(last?.activity), id: 'open-fields-only', value })
      await talk.nextCard()
      await talk.press('Yes, that’s right')
      await talk.press('Done')
      const [logged] = await bot.log()
      assert.ok(logged?.event.type === 'ContactAssigned')
      assert.equal(logged.event.contact.signInEmail, 'boss@contoso.com')
    })
  })

  for (const [email, words] of [
    ['marketing@contoso.com', 'shared mailbox'],
    ['ann@gmail.com', 'A company address is safer'],
  ] as const) {
    it(`warns of ${email} but takes it`, async () => {
      await toForm()
      const card = await talk.press('Next', { ...contact, email })
      assert.equal(card.heading, 'Is this right?')
      assert.ok(card.texts.some((text) => text.includes(words)))
    })
  }

  it('says that Microsoft contacts the person and emails the instructions for each benefit', async () => {
    const form = await toForm()
    assertShows(form, 'emails the instructions to the address below')
    assertShows(form, 'Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)')
    await talk.press('Next', contact)
    await talk.press('Yes, that’s right')
    const receipt = await talk.press('Done')
    assertShows(receipt, 'contacts this person and emails the instructions for each benefit you activate')
    assertShows(receipt, 'Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)')
  })

  it('says it in French, and asks for the language as Partner Center calls it', async () => {
    const marie = await bot.talk({ locale: 'fr-FR' })
    await marie.press('Contact marketing')
    const form = await marie.press('Suivant', { choice: 'partner-admin' })
    assertShows(form, 'envoie les instructions par e-mail à l’adresse ci-dessous')
    assert.equal(form.inputs.find(({ id }) => id === 'language')?.label, 'Langue par défaut')
  })

  it('says from where the names of the buttons and the steps are', async () => {
    await toForm()
    await talk.press('Next', contact)
    const steps = await talk.press('Yes, that’s right')
    assertShows(
      steps,
      'Button names are from Microsoft’s documentation of 2021 and third-party descriptions of 2026; your screen may differ.',
    )
    assertShows(steps, 'Account settings and users in Partner Center (Microsoft)')
  })

  it('goes back to the form from the summary, and returns to it', async () => {
    await toForm()
    await talk.press('Next', contact)
    const form = await talk.press('Change the details')
    assert.equal(form.inputs.find(({ id }) => id === 'email')?.value, 'ann@contoso.com')
    const summary = await talk.press('Next', { name: 'Ann B. Bell' })
    assert.ok(summary.facts.some(({ value }) => value === 'Ann B. Bell'))
  })

  it('is prefilled the next time, and says what was changed', async () => {
    await toSteps()
    await talk.press('Done')
    await talk.say('change the marketing contact')
    await talk.press('Next', { phone: '+44 20 7946 0958', country: 'GB' })
    const receipt = await talk.press('Done')
    assert.ok(receipt.texts.some((text) => /^Changed: .*Phone/.test(text)))
    assert.equal((await bot.log())[1]?.event.type, 'ContactChanged')
  })

  it("shows a person's words as they were typed", async () => {
    await toForm()
    const summary = await talk.press('Next', { ...contact, name: '[Ann](http://evil) **B**' })
    assert.ok(summary.facts.some(({ value }) => value === '\\[Ann\\](http:\u2060/\u2060/evil) \\*\\*B\\*\\*'))
  })
})

describe('assigning the marketing contact where a directory is connected', () => {
  const people = [
    {
      name: 'Ann Bell',
      email: 'ann@contoso.com',
      phone: '+33 6 12 34 56 78',
      country: 'FR',
      language: 'fr-FR',
    },
    { name: 'Bob Cole', email: 'bob@contoso.com' },
  ]
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot({ people })
    talk = await bot.talk()
    await talk.press('Marketing contact')
    await talk.press('Next', { choice: 'partner-admin' })
  })
  afterEach(() => bot.stop())

  it('fills in what the directory knows of the person picked', async () => {
    const form = await talk.press('Next', { choice: 'ann@contoso.com' })
    assert.deepEqual(
      ['name', 'email', 'phone', 'language'].map((id) => form.inputs.find((input) => input.id === id)?.value),
      ['Ann Bell', 'ann@contoso.com', '+33 6 12 34 56 78', 'fr-FR'],
    )
  })

  it('leaves the form empty for another person', async () => {
    const form = await talk.press('Next', { choice: 'someone-else' })
    assert.equal(form.inputs.find(({ id }) => id === 'name')?.value, '')
  })
})
