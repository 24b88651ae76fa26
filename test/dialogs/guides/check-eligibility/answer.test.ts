import assert from 'node:assert/strict'
import { type EligibilityCheck, filledIn, shows, startCheck } from '../../../support/bot/eligibility-check.ts'

describe('the eligibility guide answers with an estimate', () => {
  let check: EligibilityCheck

  beforeEach(async () => {
    check = await startCheck()
  })
  afterEach(() => check.bot.stop())

  it('that is labelled as ours', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k')
    assert.ok(shows(answer, '**Our estimate.** Microsoft makes the final decision'))
  })

  it('with what it was reached by and the distance to the next tier', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k')
    assert.ok(shows(answer, '$80,000 of $100,000, billed by Microsoft'))
    assert.ok(shows(answer, '**$20,000** to **Co-sell**'))
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
      const bars = ['━'.repeat(share), '─'.repeat(20 - share)].filter((bar) => bar !== '')
      assert.deepEqual(
        [...shown.matchAll(/"text":"(━+|─+)"/g)].map(([, bar]) => bar),
        bars,
      )
    })
  }

  it('with the benefits now and those next', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k')
    assert.ok(shows(answer, '✓ Featured blog'))
    assert.ok(shows(answer, '○ Social promotion'))
    assert.ok(!shows(answer, 'Guest blog post'))
  })

  it('by the solution value where that is more', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k', {}, { solutionValueUsd: '500k' })
    assert.equal(answer.heading, 'Estimated tier: Lead development')
    assert.ok(shows(answer, '$500,000 of $1,000,000 of solution value'))
  })

  it('that ends at the highest tier', async () => {
    const answer = await check.answerFor('Contoso; transact; 4M')
    assert.ok(shows(answer, 'This is the highest tier.'))
  })

  it('with sources, each with its date and how sure it is', async () => {
    const answer = await check.answerFor('Contoso; BYOL; 80k')
    const number = answer.texts.find((text) => text.startsWith('**Contoso**'))?.at(-1) ?? ''
    const source = answer.texts.find((text) => text.startsWith(`${number} `))
    assert.match(source ?? '', /Introduction to listing options.*, July 30, 2021 \(written by Microsoft\)/)
  })

  it('with who may activate', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k')
    assert.ok(shows(answer, '**Who can activate them:** Microsoft AI Cloud Partner Program partner admin'))
    assert.ok(shows(answer, 'pages differ about:** Global admin'))
  })

  for (const [role, words] of [
    ['partner-admin', 'Your role can.'],
    ['other', 'Your role can’t: ask one of them.'],
  ] as const) {
    it(`with what the role ${role} may`, async () => {
      await check.talk.press('Marketing contact')
      await check.talk.press('Next', { choice: role })
      await check.talk.say('check eligibility')
      await check.talk.press('Yes')
      await check.talk.say('Contoso; BYOL')
      assert.ok(shows(await check.talk.press('Continue'), words))
    })
  }

  it('that says what only offers of another kind get', async () => {
    const answer = await check.answerFor('Contoso; free; 0', {}, { solutionValueUsd: '30k' })
    assert.ok(shows(answer, '(Sold through Microsoft): Featured placement, Featured blog'))
    assert.ok(shows(answer, 'a free offer counts as a trial'))
  })

  it('and the way to the official page', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k')
    const button = answer.actions.find(({ label }) => label === 'Open Partner Center')
    assert.match(button?.url ?? '', /linkid=2165388/)
  })

  it('that names what rules the company out', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k', {
      situation: 'not-enrolled',
      liveOffer: 'no',
    })
    assert.equal(answer.heading, 'Not eligible yet, based on our estimate')
    assert.ok(shows(answer, 'Your company isn’t enrolled'))
    assert.ok(shows(answer, 'No offer is live'))
    assert.ok(shows(answer, 'Unlocked after that'))
  })

  it('that services alone do not reach', async () => {
    const answer = await check.answerFor('Contoso; transact; services; 900k')
    assert.equal(answer.heading, 'Services alone aren’t eligible')
    assert.ok(!shows(answer, '✓'))
  })

  it('that needs a profile', async () => {
    const answer = await check.answerFor('', { liveOffer: 'unknown' })
    assert.equal(answer.heading, 'No estimate without a publisher profile')
    assert.ok(!shows(answer, /✓|━|Only for offers/))
  })

  it('only after a profile is named, where an offer is live', async () => {
    await check.toProfiles()
    const card = await check.talk.press('Continue')
    assert.ok(shows(card, 'Add at least one publisher profile'))
  })

  it('with what is not known', async () => {
    const answer = await check.answerFor(
      'Contoso; transact; 5',
      { situation: 'page-missing' },
      { teamsMau: '9k' },
    )
    assert.ok(shows(answer, 'We don’t know whether your company is enrolled'))
    assert.ok(shows(answer, 'Teams users count too, but the threshold isn’t published'))
  })

  describe('in Frontier Accelerate for Marketplace', () => {
    const premium = { situation: 'premium' }

    it('moves the company there, and records the enrollment', async () => {
      await check.answerFor('Contoso; transact; 5M', premium)
      assert.deepEqual((await check.recorded()).slice(0, 2), [
        { type: 'ProgramChanged', from: 'marketplace-rewards-2024', to: 'frontier-accelerate-2026' },
        { type: 'EnrollmentRecorded', situation: 'premium' },
      ])
    })

    it('names the highest published tier, and says that there may be higher ones', async () => {
      const answer = await check.answerFor('Contoso; transact; 5M', premium)
      assert.equal(answer.heading, '$100K tier or higher, based on our estimate')
      assert.ok(shows(answer, 'Tiers between aren’t published'))
    })

    it('says that a tier needs a designation, where the sales alone would reach it', async () => {
      const answer = await check.answerFor('Contoso; transact; 9M', premium)
      assert.equal(answer.heading, '$100K tier or higher, based on our estimate')
      assert.ok(shows(answer, 'needs an offer with a certified software designation'))
    })

    it('reaches it with the designation', async () => {
      const answer = await check.answerFor('Contoso; transact; 9M', premium, {
        softwareDesignation: 'yes',
      })
      assert.equal(answer.heading, 'Estimated tier: Tier 7')
    })

    it('shows the path, and its own reading of the stage', async () => {
      const answer = await check.answerFor('Contoso; transact; 5', premium)
      assert.ok(shows(answer, 'Premium'))
      assert.ok(shows(answer, 'Grow (our reading)'))
    })

    it('rules nobody out who has published nothing, and names the stage rather than a tier', async () => {
      const answer = await check.answerFor('', { ...premium, liveOffer: 'no' })
      assert.equal(answer.heading, 'Build and Publish: tiers come with the first sale')
      assert.ok(shows(answer, 'No offer is live. That doesn’t keep you out'))
      assert.ok(shows(answer, '✓ Self-service skilling'))
      assert.ok(!shows(answer, /What keeps you out|Unlocked after that|Only for offers/))
    })

    for (const [situation, isOffered] of [
      ['premium', true],
      ['no-cost', false],
    ] as const)
      it(`${isOffered ? 'names' : 'hides'} what only Premium has on the path ${situation}`, async () => {
        const answer = await check.answerFor('Contoso; transact; 5', { situation })
        assert.equal(shows(answer, /engagement manager/i), isOffered)
      })

    it('names no unverified button', async () => {
      const answer = await check.answerFor('Contoso; transact; 5', { situation: 'not-enrolled' })
      assert.ok(!shows(answer, 'Select **Enroll'))
    })

    it('stays where it is when the page is missing', async () => {
      await check.answerFor('Contoso; transact; 5', { situation: 'page-missing' })
      assert.deepEqual(
        (await check.recorded()).map(({ type }) => type),
        ['EnrollmentRecorded', 'EligibilityRecorded'],
      )
    })
  })

  it('asks a company that nobody asked before, first and once', async () => {
    const unknown = await startCheck({ isUnknown: true })
    try {
      const card = await unknown.talk.press('Check eligibility')
      assert.equal(card.heading, 'Which program are you in?')
      const form = await unknown.talk.press('Next', { situation: 'no-cost', enrolledOn: '2026-09-20' })
      assert.equal(form.heading, 'Do you have a live offer?')
      assert.notEqual((await unknown.talk.say('marketing contact')).heading, 'Which program are you in?')
      assert.deepEqual(await unknown.recorded(), [
        { type: 'EnrollmentRecorded', situation: 'no-cost', enrolledOn: '2026-09-20' },
      ])
    } finally {
      await unknown.bot.stop()
    }
  })

  it('refuses a day of enrollment that is still to come, and keeps the answer', async () => {
    await check.talk.say('which program are we in')
    const card = await check.talk.press('Next', { situation: 'premium', enrolledOn: '2999-01-01' })
    assert.ok(shows(card, 'That day is in the future.'))
    assert.equal(filledIn(card, 'situation'), 'premium')
  })
})
