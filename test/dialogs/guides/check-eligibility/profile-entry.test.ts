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

  it('one by one, and shows those that it has as rows', async () => {
    await check.toProfiles()
    await check.talk.press('Add another', contoso)
    const card = await check.talk.press('Add another', { name: 'Labs', pricing: 'free-trial' })
    assert.ok(shows(card, '$80,000 · Sold through Microsoft'))
    assert.ok(shows(card, 'Labs'))
    assert.equal(filledIn(card, 'name'), '')
  })

  it('or as typed lines', async () => {
    const answer = await check.answerFor('Contoso; transact; 60k\nLabs; vente par Microsoft; 40 000')
    assert.equal(answer.heading, 'Estimated tier: Co-sell')
  })

  for (const sentence of [
    '310k SaaS, a trial and a consulting offer',
    '310 000 $ en SaaS, une offre d’essai et du conseil',
  ])
    it(`or several in one sentence: "${sentence}"`, async () => {
      await check.answerFor(sentence)
      assert.deepEqual(
        (await check.factsRecorded())?.profiles.map(({ listingClass, billedSalesUsd }) => [
          listingClass,
          billedSalesUsd,
        ]),
        [
          ['transact', 310_000],
          ['trial', 0],
          ['consulting', 0],
        ],
      )
    })

  it('without a name where none is given', async () => {
    await check.toProfiles()
    await check.talk.press('Continue', { pricing: 'transact', sales: '80k' })
    assert.deepEqual(
      (await check.factsRecorded())?.profiles.map(({ name }) => name),
      ['Sold through Microsoft'],
    )
  })

  it('and adds the one that is filled in when that was all', async () => {
    await check.toProfiles()
    await check.talk.say('Labs; BYOL')
    await check.talk.press('Add another')
    await check.talk.press('Continue', contoso)
    assert.deepEqual(
      (await check.factsRecorded())?.profiles.map(({ name }) => name),
      ['Labs', 'Contoso'],
    )
  })

  it('and puts one that is edited in its place', async () => {
    await check.toProfiles()
    for (const line of ['Labs; BYOL', 'Desk; free trial']) await check.talk.say(line)
    const card = await check.talk.press('Edit Labs')
    assert.deepEqual([filledIn(card, 'name'), filledIn(card, 'pricing')], ['Labs', 'byol'])
    await check.talk.press('Continue', { name: 'Labs Two', pricing: 'transact', sales: '5k' })
    assert.deepEqual(
      (await check.factsRecorded())?.profiles.map(({ name, billedSalesUsd }) => [name, billedSalesUsd]),
      [
        ['Labs Two', 5000],
        ['Desk', 0],
      ],
    )
  })

  it('and takes one away', async () => {
    await check.toProfiles()
    for (const line of ['Labs; BYOL', 'Desk; free trial']) await check.talk.say(line)
    await check.talk.press('Remove Labs')
    await check.talk.press('Continue')
    assert.deepEqual(
      (await check.factsRecorded())?.profiles.map(({ name }) => name),
      ['Desk'],
    )
  })

  describe('where a name is there twice', () => {
    beforeEach(async () => {
      await check.toProfiles()
      await check.talk.say('Contoso; transact; 310k')
    })

    it('asks before it counts both, and goes on only then', async () => {
      await check.talk.press('Add another')
      const card = await check.talk.press('Continue', { ...contoso, name: 'CONTOSO' })
      assert.ok(shows(card, '**CONTOSO** is there twice: $310,000 · Sold through Microsoft, and now $80,000'))
      assert.equal(await check.factsRecorded(), undefined)
    })

    for (const [button, sales] of [
      ['Replace', [80_000]],
      ['Keep both', [310_000, 80_000]],
    ] as const)
      it(`and does as it is told: ${button}`, async () => {
        await check.talk.say('contoso; transact; 80k')
        await check.talk.press(button)
        await check.talk.press('Continue')
        assert.deepEqual(
          (await check.factsRecorded())?.profiles.map(({ billedSalesUsd }) => billedSalesUsd),
          sales,
        )
      })
  })

  it('names a line that it cannot read at its row, counts the others, and goes on', async () => {
    await check.toProfiles()
    await check.talk.say('Contoso; transact; 5k')
    const card = await check.talk.say('Labs; by pigeon')
    assert.ok(shows(card, 'Labs; by pigeon'))
    assert.ok(shows(card, /^⚠ Not counted\. .*how it’s sold/))
    await check.talk.press('Continue')
    assert.deepEqual(
      (await check.factsRecorded())?.profiles.map(({ name }) => name),
      ['Contoso'],
    )
  })

  it('takes a typed line for one that it could not read', async () => {
    await check.toProfiles()
    await check.talk.say('Contoso; by pigeon; 5k')
    const card = await check.talk.say('contoso; transact; 5k')
    assert.ok(shows(card, '$5,000 · Sold through Microsoft'))
    assert.ok(!shows(card, 'by pigeon'))
  })

  it('keeps what is filled in when something is missing', async () => {
    await check.toProfiles()
    const card = await check.talk.press('Add another', { name: 'Contoso', sales: '80k' })
    assert.ok(shows(card, 'how it’s sold'))
    assert.deepEqual([filledIn(card, 'name'), filledIn(card, 'sales')], ['Contoso', '80k'])
  })

  it('understands the end of the list after something was wrong', async () => {
    await check.toProfiles()
    await check.talk.press('Add another', { name: 'Contoso', pricing: 'transact' })
    await check.talk.say('Sales, in US dollars: 5k')
    assert.equal((await check.talk.say("that's all")).heading, 'Estimated tier: Awareness')
  })

  it('does not add what is no profile', async () => {
    await check.toProfiles()
    await check.talk.say('Contoso; BYOL')
    await check.talk.say('does the moon count?')
    await check.talk.say("that's all")
    assert.equal((await check.factsRecorded())?.profiles.length, 1)
  })

  it('wants sales in dollars', async () => {
    await check.toProfiles()
    const card = await check.talk.press('Add another', { ...contoso, sales: '80k €' })
    assert.ok(shows(card, 'in US dollars, as Microsoft counts them'))
  })

  it('wants them of the period that counts in the company’s program', async () => {
    await check.toProfiles()
    const now = await check.talk.press('Add another', { name: 'Contoso', pricing: 'transact' })
    assert.ok(shows(now, 'Enter the sales in the last twelve months, or 0 if there were none.'))
  })

  it('wants them since the first sale where all of them counted', async () => {
    await live(check.bot.store, [[5, { type: 'ChangeProgram', to: 'marketplace-rewards-2023' }]])
    await check.toProfiles()
    const card = await check.talk.say('Contoso; transact')
    assert.ok(shows(card, 'Enter the sales since your first sale, or 0 if there were none.'))
  })

  it('shows a name as it was typed, and makes no link of it', async () => {
    const answer = await check.answerFor('**[Contoso](http://evil)**; BYOL; 5k')
    const address = neutral('(http://evil)')
    assert.ok(shows(answer, `**\\*\\*\\[Contoso\\]${address}\\*\\*** ($5,000): BYOL counts as a listing`))
  })

  describe('for a company of a hundred profiles', () => {
    const profiles = Array.from({ length: 100 }, (_, at) => `Profil d'éditeur ${at}; BYOL; 90k`)

    it('names a few that do not count, and how many more there are', async () => {
      const answer = await check.answerFor(profiles.join('\n'))
      assert.equal(answer.texts.filter((text) => text.includes('BYOL counts as')).length, 5)
      assert.ok(shows(answer, 'And 95 more.'))
    })

    it('shows cards of six buttons and 25 KB at most', async () => {
      await check.answerFor(profiles.join('\n'), { situation: 'not-enrolled' })
      await check.talk.press('Back')
      const shown = check.talk.client.conversation.messages.map((message) => message.shown)
      const cards = shown.map((card) => JSON.stringify(card))
      assert.ok(cards.length > 6 && cards.every((card) => Buffer.byteLength(card) < 25_000))
      const sets = cards.flatMap((card) => card.match(/"actions":\[(?:[^[\]]|\[[^\]]*\])*\]/g) ?? [])
      assert.ok(sets.every((set) => (set.match(/"type":"Action\./g)?.length ?? 0) <= 6))
    })
  })
})
