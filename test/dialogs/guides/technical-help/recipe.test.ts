import assert from 'node:assert/strict'
import type { TechnicalRequest } from '../../../../src/core/company/company-event.ts'
import { seller } from '../../../core/example.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import { assertShows } from '../../../support/client/card-words.ts'
import { live } from '../../../support/past/company-past.ts'

const need = {
  phase: 'design',
  solution: 'hybrid',
  product: 'Azure SQL',
  title: 'Size the *cluster*',
  description: 'Two regions.\nWhich SKU ${is} right?',
}
const reach = { country: 'FR', phone: '06 12 34 56 78', language: 'fr-FR' }

describe('asking for technical help', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const toReach = async () => {
    await talk.say('technical help')
    await talk.press('Request technical help')
    return talk.press('Next', need)
  }
  const toSummary = async (where: Record<string, string> = reach) => {
    await toReach()
    return talk.press('Next', where)
  }
  const toSteps = async () => {
    await toSummary()
    return talk.press('Yes, that’s right')
  }
  const requests = async (): Promise<TechnicalRequest[]> =>
    (await bot.log()).flatMap(({ event }) => (event.type === 'TechnicalHelpRequested' ? event.request : []))

  it('goes from the question to the receipt by clicks, and records the request', async () => {
    await toSteps()
    const receipt = await talk.press('Done')
    assert.equal(receipt.heading, 'Your request is recorded')
    const [request] = await requests()
    assert.deepEqual(
      { ...request, id: '', requestedOn: '', answerBy: '' },
      {
        ...need,
        kind: 'technical',
        country: 'FR',
        language: 'fr-FR',
        phone: '+33612345678',
        timeZone: 'Europe/Paris',
        id: '',
        requestedOn: '',
        answerBy: '',
      },
    )
  })

  it('can be typed from beginning to end', async () => {
    await talk.say('we need help from an engineer')
    const lines = [
      'request technical help',
      'deployment',
      'cloud',
      'Azure Kubernetes Service',
      'Upgrade',
      'How to upgrade without downtime?',
      'united states',
      '+1 425 555 0123',
      'american english',
      'los angeles',
      'yes',
      'done',
    ]
    for (const line of lines) await talk.say(line)
    const [request] = await requests()
    assert.ok(request?.kind === 'technical')
    assert.deepEqual(
      [request.phase, request.product, request.phone, request.timeZone],
      ['deployment', 'Azure Kubernetes Service', '+14255550123', 'America/Los_Angeles'],
    )
  })

  it('says by when a consultant gets in touch, on whose word', async () => {
    await toSteps()
    const receipt = await talk.press('Done')
    assert.ok(
      receipt.texts.some((text) =>
        /within 2 business days.* according to third parties who quote Microsoft’s page/.test(text),
      ),
    )
    assert.ok(
      receipt.texts.some((text) => /^Source: .*November 22, 2026 \(reported by a third party\)/.test(text)),
    )
  })

  it('helps with the development of applications, as Microsoft’s page says', async () => {
    assertShows(await talk.say('technical help'), 'app development for cloud and hybrid solutions')
    const card = await talk.press('Request technical help')
    const phases = card.inputs.find(({ id }) => id === 'phase')?.choices?.map(({ title }) => title)
    assert.deepEqual(phases, ['Presales', 'Design', 'Deployment', 'App development'])
  })

  it('puts the membership as a condition, as nobody was asked about it', async () => {
    await live(bot.store, [[3, { type: 'RecordEligibility', facts: seller(0, { membership: 'no' }) }]])
    await talk.say('technical help')
    const card = await talk.press('Request technical help')
    assert.equal(card.heading, 'Technical requests need a membership')
    assertShows(card, 'If you don’t have one, get one first.')
    assertShows(card, 'Technical presales and deployment services (Microsoft, March 2021)')
  })

  it('says from where the names of the buttons and the form are', async () => {
    const steps = await toSteps()
    assertShows(steps, 'Button names are from Microsoft’s documentation of 2021; your screen may differ.')
    assertShows(steps, 'Technical presales and deployment services (Microsoft, March 2021)')
  })

  it('says of an address in Partner Center that Microsoft does not publish it', async () => {
    assertShows(await toSteps(), 'Address of “Open Partner Center” (reported by a third party)')
  })

  it('has the whole request ready to paste, as it was typed', async () => {
    const steps = await toSteps()
    const { value = '' } = steps.inputs.find(({ id }) => id === 'paste') ?? {}
    assert.ok(value.startsWith(`${need.title}\n\n${need.description}\n\nProduct: Azure SQL\n`))
    assert.ok(value.includes('Phone: +33 6 12 34 56 78\nTime zone: Europe/Paris (UTC+0'))
  })

  it('opens the page to paste it into', async () => {
    const steps = await toSteps()
    assert.deepEqual(
      steps.actions.filter(({ type }) => type === 'Action.OpenUrl').map(({ url }) => url),
      [
        'https://partner.microsoft.com/dashboard/v2/benefits/technicalpresales',
        'https://partner.microsoft.com/dashboard/mpn/membership/benefits/technical/createadvisoryhours-servicerequest',
      ],
    )
  })

  it('fits the card into 25 KB with the longest description, in letters of three bytes', async () => {
    await talk.press('Technical help')
    await talk.press('Request technical help')
    await talk.press('Next', { ...need, description: '語'.repeat(2000) })
    await talk.press('Next', reach)
    await talk.press('Yes, that’s right')
    const sizes = bot.connector.world.conversations
    const largest = [...sizes.values()]
      .flatMap(({ messages }) => messages)
      .map(({ shown }) => Buffer.byteLength(JSON.stringify(shown)))
    assert.ok(Math.max(...largest) < 25_000, `${Math.max(...largest)} bytes`)
  })

  it('keeps the case number that is known at once', async () => {
    await toSteps()
    const receipt = await talk.press('Done', { caseNumber: ' 2611220040001 ' })
    assert.deepEqual(receipt.facts, [{ title: 'Case number', value: '2611220040001' }])
    assert.equal((await requests())[0]?.caseNumber, '2611220040001')
  })

  it('adds a case number later, from the receipt', async () => {
    await toSteps()
    await talk.press('Done')
    const card = await talk.press('Add a case number')
    assert.equal(card.heading, 'What’s the case number?')
    const noted = await talk.say('2611220040001')
    assert.equal(noted.heading, 'Case 2611220040001 is recorded')
    const [, recorded] = await bot.log()
    assert.ok(recorded?.event.type === 'CaseNumberRecorded')
    assert.equal(recorded.event.caseNumber, '2611220040001')
  })

  it('asks which request a case number is for, and offers only those without one', async () => {
    await toSteps()
    await talk.press('Done', { caseNumber: '1' })
    await toSteps()
    await talk.press('Done')
    const card = await talk.press('Add a case number')
    assert.equal(card.inputs.find(({ id }) => id === 'request')?.choices?.length, 1)
  })

  it('offers no case number while no request waits for one', async () => {
    const card = await talk.press('Technical help')
    assert.deepEqual(
      card.actions.map(({ label }) => label),
      ['Request technical help', 'Azure sponsorship', 'Cancel'],
    )
  })

  it('stops waiting once Microsoft got in touch', async () => {
    await toSteps()
    await talk.press('Done')
    await talk.say('technical help')
    await talk.press('Update a request')
    const card = await talk.press('Next', { choice: 'answered' })
    assert.equal(card.heading, 'Noted: Microsoft got in touch')
    assert.equal((await bot.log())[1]?.event.type, 'RequestAnswered')
  })

  it('asks which of several requests was answered', async () => {
    await toSteps()
    await talk.press('Done')
    await toSteps()
    await talk.press('Done')
    await talk.say('technical help')
    await talk.press('Update a request')
    const [, second] = await requests()
    await talk.press('Next', { choice: second?.id ?? '' })
    await talk.press('Next', { choice: 'answered' })
    const answered = (await bot.log()).flatMap(({ event }) =>
      event.type === 'RequestAnswered' ? event.request : [],
    )
    assert.deepEqual(answered, [second?.id])
  })

  it('records a second request beside the first', async () => {
    await toSteps()
    await talk.press('Done')
    await toSteps()
    await talk.press('Done')
    const [one, other] = await requests()
    assert.ok(one && other && one.id !== other.id)
  })

  it('keeps the extension of the phone number, and shows it to be copied', async () => {
    const summary = await toSummary({ ...reach, phone: '01 42 68 53 00, ext. 12' })
    assert.ok(summary.facts.some(({ value }) => value === '12 / tel:+33142685300;ext=12'))
    const steps = await talk.press('Yes, that’s right')
    assert.ok(steps.texts.includes('12 / tel:+33142685300;ext=12'))
    await talk.press('Done')
    const [logged] = await bot.log()
    assert.ok(logged?.event.type === 'TechnicalHelpRequested' && logged.event.request.kind === 'technical')
    assert.deepEqual([logged.event.request.phone, logged.event.request.extension], ['+33142685300', '12'])
  })

  it('remembers country and language for the next request, and not the phone number', async () => {
    await toSteps()
    await talk.press('Done')
    const form = await toReach()
    assert.deepEqual(
      ['country', 'language', 'phone'].map((id) => form.inputs.find((input) => input.id === id)?.value),
      ['FR', 'fr-FR', ''],
    )
  })

  describe('the time zone', () => {
    it("is the country's where it has one", async () => {
      const summary = await toSummary()
      assert.ok(summary.facts.some(({ value }) => value.startsWith('Europe/Paris (UTC+')))
    })

    it('is asked where the country has several', async () => {
      const card = await toSummary({ country: 'US', phone: '+1 425 555 0123', language: 'en-US' })
      assert.equal(card.heading, 'What’s your time zone?')
      const summary = await talk.press('Next', { choice: 'America/Chicago' })
      assert.ok(summary.facts.some(({ value }) => value.startsWith('America/Chicago')))
    })

    it('may be another, typed by its city', async () => {
      const summary = await toSummary({ ...reach, timeZone: 'tokyo' })
      assert.ok(summary.facts.some(({ value }) => value === 'Asia/Tokyo (UTC+09:00)'))
    })

    it('has to exist', async () => {
      const card = await toSummary({ ...reach, timeZone: 'Europe/Atlantis' })
      assert.equal(card.heading, 'How can the consultant reach you?')
      assert.ok(card.texts.some((text) => text.includes('I don’t recognize this time zone')))
    })

    it('is asked after the country was changed to one with several', async () => {
      await toSummary()
      await talk.press('Change how to reach you')
      const card = await talk.press('Next', { country: 'AU', phone: '+61 2 9374 4000' })
      assert.equal(card.heading, 'What’s your time zone?')
      const summary = await talk.press('Next', { choice: 'Australia/Perth' })
      assert.ok(summary.facts.some(({ value }) => value === 'Australia/Perth (UTC+08:00)'))
    })

    it('is that of the new country after a change back', async () => {
      await toSummary({ country: 'US', phone: '+1 425 555 0123', language: 'en-US' })
      await talk.press('Next', { choice: 'America/Chicago' })
      await talk.press('Change how to reach you')
      const summary = await talk.press('Next', reach)
      assert.ok(summary.facts.some(({ value }) => value.startsWith('Europe/Paris')))
    })
  })

  it('refuses a number that does not exist in that country', async () => {
    const card = await toSummary({ ...reach, phone: '12' })
    assert.ok(card.texts.some((text) => text.includes('isn’t valid')))
  })

  it('changes the request from the summary, and returns to it', async () => {
    await toSummary()
    const form = await talk.press('Change the request')
    assert.equal(form.inputs.find(({ id }) => id === 'title')?.value, need.title)
    const summary = await talk.press('Next', { title: 'Another title' })
    assert.equal(summary.heading, 'Is this right?')
    assert.ok(summary.facts.some(({ value }) => value === 'Another title'))
  })

  it('goes back from the second card to the first, with what was entered', async () => {
    await toReach()
    const card = await talk.press('Back')
    assert.equal(card.inputs.find(({ id }) => id === 'product')?.value, 'Azure SQL')
  })

  it('stops a company without membership before it fills in anything', async () => {
    const facts = { enrolled: 'yes', liveOffer: 'yes', membership: 'no' } as const
    await live(bot.store, [[1, { type: 'RecordEligibility', facts: { ...facts, profiles: [] } }]])
    await talk.press('Technical help')
    const card = await talk.press('Request technical help')
    assert.equal(card.heading, 'Technical requests need a membership')
    assert.deepEqual(await requests(), [])
  })

  it('speaks French', async () => {
    const french = await bot.talk({ locale: 'fr-FR' })
    await french.say('aide technique')
    await french.press('Demander une aide technique')
    await french.press('Suivant', need)
    await french.press('Suivant', reach)
    const steps = await french.press('Oui, c’est exact')
    assert.ok(steps.texts.some((text) => text.includes('**Envoyer la demande**')))
    assert.ok(steps.inputs.find(({ id }) => id === 'paste')?.value?.includes('Produit\u00a0: Azure SQL'))
  })
})

describe('asking for Azure sponsorship', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
    await talk.press('Technical help')
    await talk.press('Azure sponsorship')
  })
  afterEach(() => bot.stop())

  const under = (agreement: string) => talk.press('Next', { choice: agreement })

  for (const [agreement, words] of [
    ['ea-active', 'You can use it with an active Enterprise Agreement.'],
    ['pay-as-you-go', 'You can use it with a pay-as-you-go subscription'],
    ['mca', 'An older FAQ excludes it. An announcement of February 2026 allows it'],
    ['unknown', 'It depends on the agreement'],
  ] as const)
    it(`says what is known under ${agreement}, and warns of overage and stacking`, async () => {
      const card = await under(agreement)
      assert.ok(card.texts.some((text) => text.includes(words)))
      assert.ok(card.texts.some((text) => text.includes('is billed')))
      assert.ok(card.texts.some((text) => text.includes('can’t be combined')))
    })

  for (const agreement of ['ea-expired', 'csp', 'reserved-instances'])
    it(`ends under ${agreement}, with the reason and its source`, async () => {
      const card = await under(agreement)
      assert.equal(card.heading, 'You can’t use Azure sponsorship that way')
      assert.ok(
        card.texts.some((text) => text.startsWith('Source: [Questions and answers on Azure sponsorship')),
      )
      assert.deepEqual(await bot.log(), [])
    })

  it('asks for the agreement again after an excluded one', async () => {
    await under('csp')
    const card = await talk.press('Another agreement')
    assert.equal(card.heading, 'How do you buy Azure?')
  })

  it('says that instructions arrive by email, and from which tier up', async () => {
    const card = await under('ea-active')
    assert.ok(card.texts.some((text) => /Co-sell \(\$100,000\).*instructions arrive by email/s.test(text)))
  })

  it('notes the interest', async () => {
    await under('mca')
    const noted = await talk.press('Note our interest')
    assert.equal(noted.heading, 'Your interest is noted')
    const [logged] = await bot.log()
    assert.ok(logged?.event.type === 'TechnicalHelpRequested' && logged.event.request.kind === 'sponsorship')
    assert.equal(logged.event.request.agreement, 'mca')
  })

  it('notes it once', async () => {
    await under('mca')
    await talk.press('Note our interest')
    await talk.say('technical help')
    await talk.press('Azure sponsorship')
    const card = await under('mca')
    assert.ok(!card.actions.some(({ label }) => label === 'Note our interest'))
  })

  it('records nothing for the merely curious', async () => {
    await under('ea-active')
    const card = await talk.press('That’s all')
    assert.equal(card.heading, 'Good to know')
    assert.deepEqual(await bot.log(), [])
  })

  it('points to the marketing contact while there is none', async () => {
    await under('ea-active')
    const card = await talk.press('Note our interest')
    assert.ok(card.texts.some((text) => text.includes('No marketing contact is recorded yet')))
    assert.ok(card.actions.some(({ label }) => label === 'Marketing contact'))
  })

  it('names the marketing contact who gets the e-mail', async () => {
    const contact = {
      name: 'Grace',
      email: 'grace@contoso.com',
      phone: '+33612345678',
      country: 'FR',
      language: 'fr-FR',
    }
    await live(bot.store, [[1, { type: 'AssignContact', contact }]])
    await under('ea-active')
    const card = await talk.press('That’s all')
    assert.ok(card.texts.some((text) => text.includes('The marketing contact is Grace, grace@contoso.com')))
  })
})
