import assert from 'node:assert/strict'
import { neutral } from '../../../../cards/markdown.ts'
import { type EligibilityCheck, filledIn, shows, startCheck } from '../../../support/bot/eligibility-check.ts'
import { live } from '../../../support/past/company-past.ts'

const contoso = { name: 'Contoso', pricing: 'transact', sales: '80k' }

describe('the eligibility guide asks for publisher profiles', () => {
  let check: EligibilityCheck

  beforeEach(async () => {
    check = await startCheck()
  })
  afterEach(() => check.bot.stop())

  it('one by one, and shows those that it has', async () => {
    await check.toProfiles()
    await check.talk.press('Add this profile', contoso)
    const card = await check.talk.press('Add this profile', { name: 'Labs', pricing: 'free-trial' })
    assert.equal(filledIn(card, 'listed'), 'Contoso; Sold through Microsoft; 80k\nLabs; Free trial')
    assert.equal(filledIn(card, 'name'), '')
  })

  it('or as pasted lines', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 60k\nLabs; vente par Microsoft; 40 000')
    assert.equal(answer.heading, 'Estimated tier: Co-sell')
  })

  it('and adds the one that is filled in when that was all', async () => {
    await check.toProfiles()
    await check.talk.press("That's all", { ...contoso, listed: 'Labs; BYOL' })
    await check.talk.press('Next')
    assert.deepEqual(
      (await check.factsRecorded())?.profiles.map(({ name }) => name),
      ['Labs', 'Contoso'],
    )
  })

  it('names a line that it cannot read, and loses nothing', async () => {
    await check.toProfiles()
    const card = await check.talk.press("That's all", { listed: 'Contoso; transact; 5k\nLabs; by pigeon' })
    assert.ok(shows(card, '“Labs; by pigeon”: Enter how it’s sold'))
    assert.equal(filledIn(card, 'listed'), 'Contoso; transact; 5k\nLabs; by pigeon')
  })

  it('takes a typed line for one that it could not read', async () => {
    await check.toProfiles()
    await check.talk.say('Contoso; by pigeon; 5k')
    const card = await check.talk.say('contoso; transact; 5k')
    assert.equal(filledIn(card, 'listed'), 'contoso; transact; 5k')
  })

  it('keeps what is filled in when something is missing', async () => {
    await check.toProfiles()
    const card = await check.talk.press('Add this profile', { name: 'Contoso', sales: '80k' })
    assert.ok(shows(card, 'Enter how it’s sold'))
    assert.deepEqual([filledIn(card, 'name'), filledIn(card, 'sales')], ['Contoso', '80k'])
  })

  it('understands the end of the list after something was wrong', async () => {
    await check.toProfiles()
    await check.talk.press('Add this profile', { name: 'Contoso', pricing: 'transact' })
    await check.talk.say('Sales, in US dollars: 5k')
    assert.equal((await check.talk.say("that's all")).heading, 'Anything else that counts?')
  })

  it('goes on listening after the end of a list that could not be read', async () => {
    await check.toProfiles()
    await check.talk.press("That's all", { listed: 'Contoso; by pigeon; 5k' })
    assert.equal((await check.talk.say('Contoso; transact; 5k')).heading, 'Your publisher profiles')
  })

  it('does not add what is no profile', async () => {
    await check.toProfiles()
    await check.talk.say('Contoso; BYOL')
    await check.talk.say('does the moon count?')
    await check.talk.say("that's all")
    await check.talk.say('next')
    assert.equal((await check.factsRecorded())?.profiles.length, 1)
  })

  it('wants sales in dollars', async () => {
    await check.toProfiles()
    const card = await check.talk.press('Add this profile', { ...contoso, sales: '80k €' })
    assert.ok(shows(card, 'in US dollars, as Microsoft counts them'))
  })

  it('wants them of the period that counts in the company’s program', async () => {
    await check.toProfiles()
    const now = await check.talk.press('Add this profile', { name: 'Contoso', pricing: 'transact' })
    assert.ok(shows(now, 'Enter the sales in the last twelve months, or 0 if there were none.'))
  })

  it('wants them since the first sale where all of them counted', async () => {
    await live(check.bot.store, [[5, { type: 'ChangeProgram', to: 'marketplace-rewards-2023' }]])
    await check.toProfiles()
    const card = await check.talk.press("That's all", { listed: 'Contoso; transact' })
    assert.ok(shows(card, 'Enter the sales since your first sale, or 0 if there were none.'))
  })

  it('shows a name as it was typed, and makes no link of it', async () => {
    const { answer } = await check.answerFor('**[Contoso](http://evil)**; BYOL; 5k')
    const address = neutral('(http://evil)')
    assert.ok(shows(answer, `**\\*\\*\\[Contoso\\]${address}\\*\\*** ($5,000): BYOL counts as a listing`))
  })

  describe('for a company of a hundred profiles', () => {
    const profiles = Array.from({ length: 100 }, (_, at) => `Profil d'éditeur ${at}; BYOL; 90k`)

    it('names a few that do not count, and how many more there are', async () => {
      const { answer } = await check.answerFor(profiles.join('\n'))
      assert.equal(answer.texts.filter((text) => text.includes('BYOL counts as')).length, 5)
      assert.ok(shows(answer, 'And 95 more.'))
    })

    it('shows cards of six buttons and 25 KB at most', async () => {
      await check.answerFor(profiles.join('\n'), { situation: 'not-enrolled' })
      await check.talk.press('Back')
      await check.talk.press('Back')
      const cards = check.talk.client.conversation.messages.map(({ shown }) => JSON.stringify(shown))
      assert.ok(cards.length > 6 && cards.every((card) => Buffer.byteLength(card) < 25_000))
      const buttons = cards.map((card) => card.match(/"type":"Action\./g)?.length ?? 0)
      assert.ok(buttons.every((count) => count <= 6))
    })
  })
})
