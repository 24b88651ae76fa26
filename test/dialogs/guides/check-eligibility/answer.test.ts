import assert from 'node:assert/strict'
import { type EligibilityCheck, startCheck, textValues } from '../../../support/bot/eligibility-check.ts'

describe('the eligibility guide answers with an estimate', () => {
  let check: EligibilityCheck

  beforeEach(async () => {
    check = await startCheck()
  })
  afterEach(() => check.bot.stop())

  it('that is labelled as ours', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 80k')
    assert.ok(textValues(answer, '**Our estimate**, from what you told me. Only Microsoft decides'))
  })

  it('with what it was reached by and the distance to the next tier', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 80k')
    assert.ok(textValues(answer, '$80,000 billed by Microsoft in the last twelve months'))
    assert.ok(textValues(answer, '**$20,000** more to **Co-sell** (from $100,000)'))
  })

  for (const [sales, share] of [
    ['0', 0],
    ['5', 1],
    ['80k', 16],
    ['4M', 20],
  ] as const) {
    it(`with a bar of ${share} out of 20 for ${sales} dollars`, async () => {
      await check.answerFor(`Contoso; transact; ${sales}`)
      const shown = JSON.stringify(check.talk.client.conversation.messages.map((message) => message.shown))
      const bars = ['━'.repeat(share), '━'.repeat(20 - share)].filter((bar) => bar !== '')
      assert.deepEqual(
        [...shown.matchAll(/"text":"(━+)"/g)].map(([, bar]) => bar),
        bars,
      )
    })
  }

  it('with the benefits now and those next', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 80k')
    assert.ok(textValues(answer, '✓ Featured blog'))
    assert.ok(textValues(answer, '○ Social promotion'))
    assert.ok(!textValues(answer, 'Guest blog post'))
  })

  it('by the solution value where that is more', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 80k', {}, { solutionValueUsd: '500k' })
    assert.equal(answer.heading, 'Estimated tier: Lead development')
    assert.ok(textValues(answer, '$500,000 of solution value'))
  })

  it('that ends at the highest tier', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 4M')
    assert.ok(textValues(answer, 'This is the highest tier.'))
  })

  it('with sources, each with its date and how sure it is', async () => {
    const { answer } = await check.answerFor('Contoso; BYOL; 80k')
    const number = answer.texts.find((text) => text.startsWith('**Contoso**'))?.at(-1) ?? ''
    const source = answer.texts.find((text) => text.startsWith(`${number} `))
    assert.match(source ?? '', /Introduction to listing options.*, July 30, 2021 \(written by Microsoft\)/)
  })

  it('with who may activate', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 80k')
    assert.ok(textValues(answer, '**Who may activate them:** AI Cloud Partner Program partner admin'))
    assert.ok(textValues(answer, 'pages differ about:** Global admin'))
  })

  for (const [role, words] of [
    ['partner-admin', 'Your role may.'],
    ['other', 'Your role may not: ask one of them.'],
  ] as const) {
    it(`with what the role ${role} may`, async () => {
      await check.talk.press('Marketing contact')
      await check.talk.press('Next', { choice: role })
      await check.talk.say('check eligibility')
      await check.talk.press('Next', {
        program: 'marketplace-rewards-2024',
        enrolled: 'yes',
        liveOffer: 'yes',
      })
      await check.talk.press("That's all", { listed: 'Contoso; BYOL' })
      assert.ok(textValues(await check.talk.press('Next'), words))
    })
  }

  it('that says what only offers of another kind get', async () => {
    const { answer } = await check.answerFor('Contoso; free; 0', {}, { solutionValueUsd: '30k' })
    assert.ok(textValues(answer, '(Sold through Microsoft): Featured placement, Featured blog'))
    assert.ok(textValues(answer, 'a free offer counts as a trial'))
  })

  it('and the way to the official page', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 80k')
    const button = answer.actions.find(({ label }) => label === 'See it in Partner Center')
    assert.match(button?.url ?? '', /linkid=2165388/)
  })

  it('that names what rules the company out', async () => {
    const { answer } = await check.answerFor('Contoso; transact; 80k', { enrolled: 'no', liveOffer: 'no' })
    assert.equal(answer.heading, 'Not eligible yet, by our estimate')
    assert.ok(textValues(answer, 'Select **Enroll in Marketplace Rewards Program**'))
    assert.ok(textValues(answer, 'No offer is live'))
    assert.ok(textValues(answer, 'Unlocked after that'))
  })

  it('that services alone do not reach', async () => {
    const { answer } = await check.answerFor('Contoso; transact; services; 900k')
    assert.equal(answer.heading, 'Services alone are not eligible')
    assert.ok(!textValues(answer, '✓'))
  })

  it('that needs a profile', async () => {
    const { answer } = await check.answerFor('', { liveOffer: 'unknown' })
    assert.equal(answer.heading, 'No estimate without a publisher profile')
    assert.ok(!textValues(answer, /✓|━|Only for offers/))
  })

  it('only after a profile is named, where an offer is live', async () => {
    await check.toProfiles()
    const card = await check.talk.press("That's all")
    assert.ok(textValues(card, 'Name at least one publisher profile'))
  })

  it('with what is not known', async () => {
    const { answer } = await check.answerFor(
      'Contoso; transact; 5',
      { enrolled: 'unknown' },
      { teamsMau: '9k' },
    )
    assert.ok(textValues(answer, "You don't know whether the company is enrolled"))
    assert.ok(textValues(answer, 'Teams users count too, but from which number is not published'))
  })

  describe('in the program that replaces it', () => {
    const frontier = { program: 'frontier-accelerate-2026' }

    it('moves the company there', async () => {
      await check.answerFor('Contoso; transact; 5M', frontier)
      assert.deepEqual((await check.recorded())[0], {
        type: 'ProgramChanged',
        from: 'marketplace-rewards-2024',
        to: 'frontier-accelerate-2026',
      })
    })

    it('claims no tier and no unlocked benefit', async () => {
      const { answer } = await check.answerFor('Contoso; transact; 5M', frontier)
      assert.equal(answer.heading, 'Your tier cannot be estimated')
      assert.ok(textValues(answer, 'What the program has'))
      assert.ok(!textValues(answer, '✓') && !textValues(answer, '━'))
    })

    it('says that the required role is unconfirmed', async () => {
      const { answer } = await check.answerFor('Contoso; transact; 5', frontier)
      assert.ok(textValues(answer, '**Who may activate them** is not confirmed for this program'))
    })

    it('asks for no figure that it does not count', async () => {
      await check.toProfiles(frontier)
      const card = await check.talk.press("That's all", { listed: 'Contoso; transact; 5' })
      assert.equal(card.heading, 'Your tier cannot be estimated')
    })

    it('names no unverified button', async () => {
      const { answer } = await check.answerFor('Contoso; transact; 5', { ...frontier, enrolled: 'no' })
      assert.ok(textValues(answer, 'Look for the way to join') && !textValues(answer, 'Select **Enroll'))
    })

    it('stays where it is when the program is unknown', async () => {
      await check.answerFor('Contoso; transact; 5', { program: 'unknown' })
      assert.deepEqual(
        (await check.recorded()).map(({ type }) => type),
        ['EligibilityRecorded'],
      )
    })
  })
})
