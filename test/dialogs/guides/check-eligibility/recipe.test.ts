import assert from 'node:assert/strict'
import type { Facts } from '../../../../src/core/eligibility/facts.ts'
import { contact } from '../../../core/example.ts'
import {
  type EligibilityCheck,
  filledIn,
  shows,
  startCheck,
  titles,
} from '../../../support/bot/eligibility-check.ts'
import { live } from '../../../support/past/company-past.ts'

const contoso = { name: 'Contoso', pricing: 'transact', sales: '80k' }

describe('checking eligibility', () => {
  let check: EligibilityCheck

  beforeEach(async () => {
    check = await startCheck()
  })
  afterEach(() => check.bot.stop())

  describe('from beginning to end', () => {
    it('goes by clicks, and records the facts before it asks for the verdict', async () => {
      await check.toProfiles()
      const answer = await check.talk.press('Continue', contoso)
      assert.equal(answer.heading, 'Estimated tier: Demand generation')
      assert.deepEqual(await check.factsRecorded(), {
        enrolled: 'yes',
        liveOffer: 'yes',
        profiles: [{ name: 'Contoso', listingClass: 'transact', billedSalesUsd: 80_000 }],
      })
    })

    it('goes by typed lines', async () => {
      for (const line of ['are we eligible?', 'no idea']) await check.talk.say(line)
      for (const line of ['Contoso; sold through Microsoft; 1.2M', 'Add-ons; BYOL'])
        await check.talk.say(line)
      assert.equal((await check.talk.say('done')).heading, 'Estimated tier: Sales enablement')
      assert.equal((await check.talk.say('yes')).heading, 'Great, Partner Center shows you as eligible')
      assert.deepEqual(
        (await check.recorded()).map(({ type }) => type),
        ['EligibilityRecorded', 'PortalVerdictRecorded'],
      )
    })

    it('speaks French', async () => {
      const marie = await check.bot.talk({ locale: 'fr-FR' })
      for (const line of ['sommes-nous éligibles ?', 'je ne sais pas']) await marie.say(line)
      await marie.say('Contoso; vente par Microsoft; 25 000')
      const answer = await marie.say('c’est tout')
      assert.equal(answer.heading, 'Palier estimé\u00a0: Génération de la demande')
      assert.ok(shows(answer, /Encore \*\*75\s000\s\$US\*\* jusqu’au palier \*\*Co-vente\*\*/))
      const last = await marie.say('nous ne sommes pas éligibles')
      assert.equal(last.heading, answer.heading)
      assert.equal(
        (await marie.say('pas éligibles')).heading,
        'L’Espace partenaires vous indique comme non éligible',
      )
    })
  })

  describe('asks what Partner Center shows', () => {
    it('and leads an eligible company to its contact first', async () => {
      await check.answerFor('Contoso; transact; 80k')
      const card = await check.talk.press('Eligible')
      assert.deepEqual((await check.recorded()).at(-1), {
        type: 'PortalVerdictRecorded',
        verdict: 'eligible',
      })
      assert.deepEqual(titles(card), ['Marketing contact', 'Activate benefits', 'My rewards'])
    })

    it('and to its benefits when it has a contact', async () => {
      await live(check.bot.store, [[3, { type: 'AssignContact', contact }]])
      await check.answerFor('Contoso; transact; 80k')
      assert.deepEqual(titles(await check.talk.press('Eligible')), ['Activate benefits', 'My rewards'])
    })

    it('and explains a refusal that was foreseen', async () => {
      await check.answerFor('Contoso; transact; 80k', { liveOffer: 'no' })
      const card = await check.talk.press('Not eligible')
      assert.deepEqual((await check.recorded()).at(-1), {
        type: 'PortalVerdictRecorded',
        verdict: 'not-eligible',
      })
      assert.ok(shows(card, 'It agrees with the estimate: No offer is live'))
    })

    it('and helps where it was not', async () => {
      await check.answerFor('Contoso; transact; 80k')
      const card = await check.talk.press('Not eligible')
      assert.ok(shows(card, 'Based on my estimate, you should be. Two things to check'))
      assert.ok(shows(card, 'Source: [Manage Marketplace Rewards'))
      assert.ok(titles(card).includes('Ask Microsoft support'))
    })

    it("and goes on to the guide for those who can't see it", async () => {
      await check.answerFor('Contoso; transact; 80k')
      const card = await check.talk.press('I can’t see it')
      assert.deepEqual((await check.recorded()).at(-1), {
        type: 'PortalVerdictRecorded',
        verdict: 'not-visible',
      })
      assert.ok(shows(card, 'I can’t see the program'))
      assert.ok(titles(card).includes('Cancel'))
    })

    it('and records nothing for those who look later', async () => {
      await check.answerFor('Contoso; transact; 80k')
      assert.equal((await check.talk.press('Later')).heading, 'OK, check it later')
      assert.equal((await check.recorded()).at(-1)?.type, 'EligibilityRecorded')
    })

    it('and takes a denial for what it is', async () => {
      await check.answerFor('Contoso; transact; 80k')
      assert.equal((await check.talk.say("we aren't eligible")).heading, 'Estimated tier: Demand generation')
      assert.equal(
        (await check.talk.say("it says we're not eligible")).heading,
        'Partner Center shows you as not eligible',
      )
    })
  })

  describe('again', () => {
    const before: Facts = {
      enrolled: 'yes',
      liveOffer: 'unknown',
      membership: 'yes',
      solutionValueUsd: 30_000,
      profiles: [
        { name: 'Contoso', listingClass: 'transact', billedSalesUsd: 80_000 },
        { name: 'Labs', listingClass: 'trial', countedAs: 'free', billedSalesUsd: 0, offering: 'services' },
      ],
    }

    beforeEach(() => live(check.bot.store, [[10, { type: 'RecordEligibility', facts: before }]]))

    it('shows what was said last time, and asks again whether an offer is live', async () => {
      assert.equal((await check.talk.press('Check eligibility')).heading, 'Do you have a live offer?')
      const profiles = await check.talk.press('I don’t know')
      assert.ok(shows(profiles, '$80,000 · Sold through Microsoft'))
      assert.ok(shows(profiles, 'Get it now (free) · Services'))
      assert.equal(filledIn(await check.talk.press('Other figures'), 'solutionValueUsd'), '30000')
    })

    it('does not ask again about a live offer, and lets it be changed', async () => {
      await live(check.bot.store, [
        [11, { type: 'RecordEligibility', facts: { ...before, liveOffer: 'yes' } }],
      ])
      const profiles = await check.talk.press('Check eligibility')
      assert.equal(profiles.heading, 'Your publisher profiles')
      await check.talk.press('Change the live offer')
      assert.equal((await check.talk.press('No')).heading, 'Your publisher profiles')
      await check.talk.press('Continue')
      assert.equal((await check.factsRecorded())?.liveOffer, 'no')
    })

    it('changes nothing when nothing has changed', async () => {
      await check.talk.press('Check eligibility')
      for (const button of ['I don’t know', 'Continue']) await check.talk.press(button)
      assert.equal((await check.recorded()).length, 1)
    })

    it('keeps what it does not ask for', async () => {
      await check.toProfiles({ situation: 'no-cost', liveOffer: 'yes' })
      await check.talk.press('Continue')
      assert.deepEqual(await check.factsRecorded(), { ...before, liveOffer: 'yes' })
    })

    it('forgets a figure that was taken out', async () => {
      await check.talk.press('Check eligibility')
      for (const button of ['I don’t know', 'Other figures']) await check.talk.press(button)
      await check.talk.press('Next', { solutionValueUsd: '' })
      assert.equal((await check.factsRecorded())?.solutionValueUsd, undefined)
    })
  })

  it('leads a company that is not enrolled to the program first', async () => {
    const answer = await check.answerFor('Contoso; transact; 80k', { situation: 'not-enrolled' })
    assert.ok(titles(answer).includes('Join the program'))
    await check.talk.press('Join the program')
    assert.equal((await check.recorded()).at(-1)?.type, 'EligibilityRecorded')
  })

  it('goes back from the result to the profiles, and records the corrected answers', async () => {
    await check.answerFor('Contoso; transact; 80k')
    const back = await check.talk.press('Back')
    assert.ok(shows(back, '$80,000 · Sold through Microsoft'))
    await check.talk.press('Edit Contoso')
    assert.equal(
      (await check.talk.press('Continue', { sales: '800k' })).heading,
      'Estimated tier: Lead development',
    )
    assert.equal((await check.recorded()).length, 2)
  })
})
