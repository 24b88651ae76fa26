import assert from 'node:assert/strict'
import type { Card } from '../../../cards/card-schema.ts'
import { type Language, languages } from '../../../locales/index.ts'
import { assertShows, headingOf } from '../../support/bot/rehearsal.ts'
import { type Rehearsed, rehearse, type Situation } from '../../support/bot/rehearse.ts'
import { waitingIn } from '../../support/bot/waiting-steps.ts'
import { inputsIn } from '../../support/bot/walk.ts'
import { situationAfter } from '../../support/past/situations.ts'

/** A chat of a person who may assign the contact. */
class Chat {
  situation: Situation = situationAfter({ commands: [], role: 'partner-admin' })
  last: Rehearsed | undefined
  readonly #language: Language

  constructor(language: Language = 'en') {
    this.#language = language
  }

  async says(...lines: readonly string[]): Promise<void> {
    for (const text of lines) await this.#turn({ text })
  }

  async presses(title: string, card = this.card, inputs: object = {}): Promise<void> {
    const action = card?.actions.find((each) => each.title === title)
    assert.ok(action, `There is no button “${title}”`)
    await this.#turn({ value: { ...inputs, ...action.data } })
  }

  async #turn(what: { text: string } | { value: unknown }): Promise<void> {
    this.last = await rehearse(this.situation, this.#language, what)
    this.situation = this.last.situation
  }

  get card(): Card | undefined {
    return this.last?.sent.at(-1)
  }
  get headings(): string[] {
    return this.last?.sent.map(headingOf) ?? []
  }
  get texts(): string {
    return this.last?.texts.join('\n') ?? ''
  }
  get entered() {
    return waitingIn(this.situation)?.entered ?? {}
  }
  get shown() {
    return Object.fromEntries(inputsIn(this.card?.body).map(({ id, value }) => [id, value]))
  }
}

/** A chat at the form of the marketing contact. */
const atForm = async (language: Language = 'en'): Promise<Chat> => {
  const chat = new Chat(language)
  await chat.says(language === 'fr' ? 'contact marketing' : 'marketing contact')
  return chat
}
const form = { en: 'Who’s the marketing contact?', fr: 'Qui est le contact marketing\u00a0?' }
const backTo = { en: 'Back to: **Marketing contact**', fr: 'Retour à\u00a0: **Contact marketing**' }
const questions = {
  en: 'what happens if I give a shared mailbox?',
  fr: 'que se passe-t-il si je donne une boîte partagée ?',
}

describe('a question at a step', () => {
  for (const language of languages) {
    it(`is answered, and the step stands again with what was entered: ${language}`, async () => {
      const chat = await atForm(language)
      await chat.says('Ann Bell', questions[language])
      assert.equal(chat.headings.length, 2)
      assert.equal(chat.headings[1], form[language])
      assert.equal(chat.texts, backTo[language])
      assert.deepEqual([chat.shown.name, chat.shown.email ?? ''], ['Ann Bell', ''])
    })

    it(`is said to be unclear where it is, and is no answer: ${language}`, async () => {
      const chat = await atForm(language)
      await chat.says(
        language === 'fr' ? 'pourquoi les bananes sont-elles courbes ?' : 'why are bananas curved?',
      )
      assert.equal(chat.headings.at(-1), form[language])
      assert.equal(chat.entered.name, '')
    })
  }

  for (const name of ['Will Smith', 'Quentin', 'May Lin', 'Whitney Howard', 'Quoc Nguyen', 'Oumar Sy'])
    it(`is not seen in the name ${name}`, async () => {
      const chat = await atForm()
      await chat.says(name)
      assert.equal(chat.entered.name, name)
    })

  it('leaves the way to the answer open: the next line fills the next field', async () => {
    const chat = await atForm()
    await chat.says('Ann Bell', 'when does the sponsorship expire?', 'ann@contoso.com')
    assert.deepEqual([chat.entered.name, chat.entered.email], ['Ann Bell', 'ann@contoso.com'])
  })

  it('does not choose an option that it names', async () => {
    const chat = new Chat()
    await chat.says('technical help', 'how do I check the remaining Azure sponsorship?')
    assert.equal(waitingIn(chat.situation)?.step, 'what')
  })

  it('about the guide itself shows its step again', async () => {
    const chat = await atForm()
    await chat.says('how do I set the marketing contact?')
    assert.deepEqual([chat.headings.at(-1), chat.entered.name], [form.en, ''])
  })

  it('is no edit of an answer either', async () => {
    const chat = await atForm()
    const turn = (what: object) => rehearse(chat.situation, 'en', what)
    chat.situation = (await turn({ id: '2', text: 'Ann Bell' })).situation
    const edit = { type: 'messageUpdate', id: '2', channelData: { eventType: 'editMessage' } }
    chat.situation = (await turn({ ...edit, text: 'what is a partner global account?' })).situation
    assert.equal(chat.entered.name, 'Ann Bell')
  })
})

describe('a long text', () => {
  const atNeed = async () => {
    const chat = new Chat()
    await chat.says(
      'technical help',
      'technical',
      'design',
      'hybrid',
      'Azure Arc',
      'One policy for all servers',
    )
    assert.equal(waitingIn(chat.situation)?.step, 'need')
    return chat
  }

  it('may ask: it is the description', async () => {
    const chat = await atNeed()
    await chat.says(
      'We manage 40 servers in two data centres with Azure Arc. Which design do you advise us to take?',
    )
    assert.equal(waitingIn(chat.situation)?.step, 'reach')
  })

  it('is none where it is a short question that the bot can answer', async () => {
    const chat = await atNeed()
    await chat.says('what is a partner global account?')
    assert.deepEqual([waitingIn(chat.situation)?.step, chat.entered.description], ['need', ''])
  })
})

describe('a guide behind a page', () => {
  const paused = async () => {
    const chat = await atForm()
    await chat.says('Ann Bell', 'my rewards')
    return chat
  }

  it('does not take the next words', async () => {
    const chat = await paused()
    await chat.says('purple monkey dishwasher')
    assert.equal(chat.entered.email, '')
    assert.deepEqual(chat.headings, ['I’m not sure what you mean'])
  })

  it('stays behind it while questions are answered', async () => {
    const chat = await paused()
    await chat.says('what is a partner global account?')
    assert.deepEqual([chat.headings.length, chat.texts], [1, ''])
    await chat.presses('Continue: Marketing contact')
    assert.equal(chat.headings.at(-1), form.en)
  })

  for (const words of ['back', 'continue'])
    it(`goes on by “${words}” where it was`, async () => {
      const chat = await paused()
      await chat.says(words)
      assert.deepEqual([chat.headings.at(-1), chat.shown.name], [form.en, 'Ann Bell'])
      await chat.says('this is no address')
      assert.equal(chat.entered.email, 'this is no address')
    })

  it('goes on by what can only be its answer', async () => {
    const chat = await paused()
    await chat.says('ann@contoso.com')
    assert.equal(chat.entered.email, 'ann@contoso.com')
  })

  it('goes on by its card', async () => {
    const chat = await atForm()
    const card = chat.card
    await chat.says('my rewards')
    await chat.presses('Next', card, { name: 'Bob', email: 'bob' })
    assert.equal(chat.headings.at(-1), form.en)
    await chat.says('Ann Bell')
    assert.notEqual(chat.headings.at(-1), 'I’m not sure what you mean')
  })
})

describe('an answer that is corrected in a sentence', () => {
  const filled = ['Ann Bell', 'ann@contoso.com', 'France', '06 12 34 56 78', 'fr-FR']
  const atSummary = async (language: Language = 'en') => {
    const chat = await atForm(language)
    await chat.says(...filled)
    assert.equal(waitingIn(chat.situation)?.step, 'summary')
    return chat
  }

  for (const [language, text, words] of [
    ['en', 'Actually, change the e-mail to bea@contoso.com', 'bea@contoso.com'],
    ['en', 'sorry, the phone number is +33 6 12 34 56 79.', '06 12 34 56 79'.slice(3)],
    ['en', 'can you change the name to Bea Bell', 'Bea Bell'],
    ['fr', 'en fait, mets le téléphone à 06 12 34 56 79', '06 12 34 56 79'.slice(3)],
    ['fr', 'Remplacez l’e-mail par bea@contoso.com svp', 'bea@contoso.com'],
    ['fr', 'non, le nom est Bea Bell', 'Bea Bell'],
  ] as const)
    it(`counts after its form was left, and the summary follows: ${text}`, async () => {
      const chat = await atSummary(language)
      await chat.says(text)
      assert.equal(waitingIn(chat.situation)?.step, 'summary')
      assertShows(chat.card, words)
    })

  it('counts in the form, whatever field waits', async () => {
    const chat = await atForm()
    await chat.says('Ann Bell', 'ann@contoso.com', 'actually, change the name to Bea Bell')
    assert.deepEqual([chat.entered.name, chat.entered.email], ['Bea Bell', 'ann@contoso.com'])
  })

  it('counts at the steps in Partner Center, which show it', async () => {
    const chat = await atSummary()
    await chat.says('yes', 'Actually, change the e-mail to bea@contoso.com')
    assert.equal(waitingIn(chat.situation)?.step, 'steps')
    assertShows(chat.card, 'bea@contoso.com')
  })

  for (const [text, complaint] of [
    ['Actually, change the e-mail to nothing at all', 'Check this answer'],
    ['change the country to Atlantis', 'Select one of the options'],
    ['change the phone to +33 6 99', 'Check this answer'],
  ] as const)
    it(`gets the complaint of its field, and the earlier answer stays: ${text}`, async () => {
      const chat = await atSummary()
      await chat.says(text)
      assert.equal(chat.headings.at(-1), form.en)
      assertShows(chat.card, complaint)
      assert.deepEqual([chat.shown.email, chat.shown.country], ['ann@contoso.com', 'FR'])
    })

  it('changes nothing that is recorded already', async () => {
    const chat = new Chat()
    await chat.says('associate a tenant', 'global admin', 'global account', 'no', 'no', 'fabrikam.com')
    await chat.says('yes', 'done', 'actually, change the tenant to fabrikam.org')
    assert.equal(waitingIn(chat.situation)?.step, 'seen')
    const { tenants = [] } = chat.situation.documents.company ?? {}
    assert.deepEqual(
      tenants.map(({ tenant }) => tenant),
      ['fabrikam.com'],
    )
  })
})

describe('a yes or no with more words', () => {
  for (const [language, start, text] of [
    ['en', 'check eligibility', 'yes, since March'],
    ['en', 'check eligibility', 'nope not yet'],
    ['fr', "vérifier l'éligibilité", 'oui, depuis mars'],
    ['fr', "vérifier l'éligibilité", "pas pour l'instant, en mai"],
  ] as const)
    it(`answers the question: ${text}`, async () => {
      const chat = new Chat(language)
      await chat.says(start, text)
      assert.equal(waitingIn(chat.situation)?.step, 'profiles')
    })
})

describe('a correction that names no field', () => {
  for (const [language, lines, field, value] of [
    ['en', ['Ann Bell', 'ann@contoso.com', 'no, rather bea@contoso.com'], 'email', 'bea@contoso.com'],
    ['en', ['phone: 06 12 34 56 78', "not 06 12 34 56 78, it's 06 98 76 54 32"], 'phone', '06 98 76 54 32'],
    ['fr', ['Ann Bell', 'ann@contoso.com', 'non, plutôt bea@contoso.com'], 'email', 'bea@contoso.com'],
    ['fr', ['Ann Bel', 'en fait le nom est Ann Bell, pas Ann Bel'], 'name', 'Ann Bell'],
  ] as const)
    it(`changes the one that has such a value: ${lines.at(-1)}`, async () => {
      const chat = await atForm(language)
      await chat.says(...lines)
      assert.equal(chat.entered[field], value)
    })
})
