import assert from 'node:assert/strict'
import type { Facts } from '../../src/core/facts.ts'
import { contact } from '../core/example.ts'
import type { CardView } from '../support/card-view.ts'
import { live } from '../support/company-past.ts'
import { type RunningBot, startBot } from '../support/running-bot.ts'
import type { Talk } from '../support/talk.ts'

const standing = { program: 'marketplace-rewards-2024', enrolled: 'yes', liveOffer: 'yes' }
const contoso = { name: 'Contoso', pricing: 'transact', sales: '80k' }

const says = (card: CardView, words: string | RegExp) =>
  card.texts.some((text) => (typeof words === 'string' ? text.includes(words) : words.test(text)))
const titles = (card: CardView) => card.actions.map(({ label }) => label)
const filledIn = (card: CardView, id: string) => card.inputs.find((input) => input.id === id)?.value

describe('checking eligibility', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const toProfiles = async (changes = {}) => {
    await talk.press('Check eligibility')
    return talk.press('Next', { ...standing, ...changes })
  }
  const answerFor = async (listed: string, changes = {}, metrics = {}) => {
    await toProfiles(changes)
    const card = await talk.press("That's all", { listed })
    const answer = card.heading === 'Anything else that counts?' ? await talk.press('Next', metrics) : card
    return { answer, verdict: await talk.nextCard() }
  }
  const recorded = async () => (await bot.log()).map(({ event }) => event)
  const factsRecorded = async (): Promise<Facts | undefined> =>
    (await recorded()).flatMap((event) => (event.type === 'EligibilityRecorded' ? [event.facts] : [])).at(-1)

  describe('from beginning to end', () => {
    it('goes by clicks, and records the facts before it asks for the verdict', async () => {
      await toProfiles()
      await talk.press('Add this profile', contoso)
      await talk.press("That's all")
      const answer = await talk.press('Next')
      assert.equal(answer.heading, 'Estimated tier: Demand generation')
      assert.equal((await talk.nextCard()).heading, 'What does Partner Center show?')
      assert.deepEqual(await factsRecorded(), {
        enrolled: 'yes',
        liveOffer: 'yes',
        profiles: [{ name: 'Contoso', listingClass: 'transact', billedSalesUsd: 80_000 }],
      })
    })

    it('goes by typed lines', async () => {
      for (const line of ['are we eligible?', 'marketplace rewards', 'yes', 'no idea']) await talk.say(line)
      for (const line of ['Contoso; sold through Microsoft; 1.2M', 'Add-ons; BYOL', 'done'])
        await talk.say(line)
      const answer = await talk.say('skip')
      assert.equal(answer.heading, 'Estimated tier: Sales enablement')
      await talk.nextCard()
      assert.equal((await talk.say('yes')).heading, 'Good: Partner Center shows you as eligible')
      assert.deepEqual(
        (await recorded()).map(({ type }) => type),
        ['EligibilityRecorded', 'PortalVerdictRecorded'],
      )
    })

    it('speaks French', async () => {
      const marie = await bot.talk({ locale: 'fr-FR' })
      for (const line of ['sommes-nous éligibles ?', 'récompenses', 'oui', 'je ne sais pas'])
        await marie.say(line)
      await marie.say('Contoso; vente par Microsoft; 25 000')
      await marie.say('c’est tout')
      const answer = await marie.say('rien')
      assert.equal(answer.heading, 'Palier estimé : Génération de la demande')
      assert.ok(says(answer, /Encore \*\*75\s000\s\$US\*\* jusqu'à \*\*Covente\*\*/))
      await marie.nextCard()
      const last = await marie.say('nous ne sommes pas éligibles')
      assert.equal(last.heading, "Qu'affiche l'Espace partenaires ?")
      assert.equal((await marie.say('pas éligibles')).heading, "L'Espace partenaires vous dit non éligible")
    })
  })

  describe('asks for publisher profiles', () => {
    it('one by one, and shows those that it has', async () => {
      await toProfiles()
      await talk.press('Add this profile', contoso)
      const card = await talk.press('Add this profile', { name: 'Labs', pricing: 'free-trial' })
      assert.equal(filledIn(card, 'listed'), 'Contoso; Sold through Microsoft; 80k\nLabs; Free trial')
      assert.equal(filledIn(card, 'name'), '')
    })

    it('or as pasted lines', async () => {
      const { answer } = await answerFor('Contoso; transact; 60k\nLabs; vente par Microsoft; 40 000')
      assert.equal(answer.heading, 'Estimated tier: Co-sell')
    })

    it('and adds the one that is filled in when that was all', async () => {
      await toProfiles()
      await talk.press("That's all", { ...contoso, listed: 'Labs; BYOL' })
      await talk.press('Next')
      assert.deepEqual(
        (await factsRecorded())?.profiles.map(({ name }) => name),
        ['Labs', 'Contoso'],
      )
    })

    it('names a line that it cannot read, and loses nothing', async () => {
      await toProfiles()
      const card = await talk.press("That's all", { listed: 'Contoso; transact; 5k\nLabs; by pigeon' })
      assert.ok(says(card, '“Labs; by pigeon”: Please say how it is sold'))
      assert.equal(filledIn(card, 'listed'), 'Contoso; transact; 5k\nLabs; by pigeon')
    })

    it('takes a typed line for one that it could not read', async () => {
      await toProfiles()
      await talk.say('Contoso; by pigeon; 5k')
      const card = await talk.say('contoso; transact; 5k')
      assert.equal(filledIn(card, 'listed'), 'contoso; transact; 5k')
    })

    it('keeps what is filled in when something is missing', async () => {
      await toProfiles()
      const card = await talk.press('Add this profile', { name: 'Contoso', sales: '80k' })
      assert.ok(says(card, 'Please say how it is sold'))
      assert.deepEqual([filledIn(card, 'name'), filledIn(card, 'sales')], ['Contoso', '80k'])
    })

    it('understands the end of the list after something was wrong', async () => {
      await toProfiles()
      await talk.press('Add this profile', { name: 'Contoso', pricing: 'transact' })
      await talk.say('Sales, in US dollars: 5k')
      assert.equal((await talk.say("that's all")).heading, 'Anything else that counts?')
    })

    it('does not add what is no profile', async () => {
      await toProfiles()
      await talk.say('Contoso; BYOL')
      await talk.say('does the moon count?')
      await talk.say("that's all")
      await talk.say('next')
      assert.equal((await factsRecorded())?.profiles.length, 1)
    })

    it('wants sales in dollars', async () => {
      await toProfiles()
      const card = await talk.press('Add this profile', { ...contoso, sales: '80k €' })
      assert.ok(says(card, 'in US dollars, as Microsoft counts them'))
    })

    it('shows a name as it was typed', async () => {
      const { answer } = await answerFor('**[Contoso](http://evil)**; BYOL; 5k')
      assert.ok(says(answer, '**\\*\\*\\[Contoso\\](http://evil)\\*\\*** ($5,000): BYOL counts as a listing'))
    })
  })

  describe('answers with an estimate', () => {
    it('that is labelled as ours', async () => {
      const { answer } = await answerFor('Contoso; transact; 80k')
      assert.ok(says(answer, '**Our estimate**, from what you told me. Only Microsoft decides'))
    })

    it('with what it was reached by and the distance to the next tier', async () => {
      const { answer } = await answerFor('Contoso; transact; 80k')
      assert.ok(says(answer, '$80,000 billed by Microsoft in the last twelve months'))
      assert.ok(says(answer, '**$20,000** more to **Co-sell** (from $100,000)'))
      assert.ok(says(answer, '━'.repeat(20)))
    })

    it('with the benefits now and those next', async () => {
      const { answer } = await answerFor('Contoso; transact; 80k')
      assert.ok(says(answer, '✓ Featured blog'))
      assert.ok(says(answer, '+ Social promotion'))
      assert.ok(!says(answer, 'Guest blog post'))
    })

    it('by the solution value where that is more', async () => {
      const { answer } = await answerFor('Contoso; transact; 80k', {}, { solutionValueUsd: '500k' })
      assert.equal(answer.heading, 'Estimated tier: Lead development')
      assert.ok(says(answer, '$500,000 of solution value'))
    })

    it('that ends at the highest tier', async () => {
      const { answer } = await answerFor('Contoso; transact; 4M')
      assert.ok(says(answer, 'This is the highest tier.'))
    })

    it('with sources, each with its date and how sure it is', async () => {
      const { answer } = await answerFor('Contoso; BYOL; 80k')
      const number = answer.texts.find((text) => text.startsWith('**Contoso**'))?.at(-1) ?? ''
      const source = answer.texts.find((text) => text.startsWith(`${number} `))
      assert.match(source ?? '', /Determine your listing type.*, \d{4}-\d\d-\d\d \(written by Microsoft\)/)
    })

    it('with who may activate', async () => {
      const { answer } = await answerFor('Contoso; transact; 80k')
      assert.ok(says(answer, '**Who may activate them:** AI Cloud Partner Program partner admin'))
      assert.ok(says(answer, 'pages differ about:** Global admin'))
    })

    it('that says what only offers of another kind get', async () => {
      const { answer } = await answerFor('Contoso; free; 0', {}, { solutionValueUsd: '30k' })
      assert.ok(says(answer, '(Sold through Microsoft): Featured placement, Featured blog'))
      assert.ok(says(answer, 'a free offer counts as a trial'))
    })

    it('and the way to the official page', async () => {
      const { answer } = await answerFor('Contoso; transact; 80k')
      const button = answer.actions.find(({ label }) => label === 'See it in Partner Center')
      assert.match(button?.url ?? '', /linkid=2165388/)
    })

    it('that names what rules the company out', async () => {
      const { answer } = await answerFor('Contoso; transact; 80k', { enrolled: 'no', liveOffer: 'no' })
      assert.equal(answer.heading, 'Not eligible yet, by our estimate')
      assert.ok(says(answer, 'Select **Enroll in Marketplace Rewards Program**'))
      assert.ok(says(answer, 'No offer is live'))
      assert.ok(says(answer, 'Unlocked after that'))
    })

    it('that services alone do not reach', async () => {
      const { answer } = await answerFor('Contoso; transact; services; 900k')
      assert.equal(answer.heading, 'Services alone are not eligible')
      assert.ok(!says(answer, '✓'))
    })

    it('that nobody can give without a profile', async () => {
      const { answer } = await answerFor('')
      assert.equal(answer.heading, 'No estimate without a publisher profile')
      assert.ok(!says(answer, '✓'))
    })

    it('with what is not known', async () => {
      const { answer } = await answerFor('Contoso; transact; 5', { enrolled: 'unknown' }, { teamsMau: '9k' })
      assert.ok(says(answer, "You don't know whether the company is enrolled"))
      assert.ok(says(answer, 'Teams users count too, but from which number is not published'))
    })
  })

  describe('in the program that replaces it', () => {
    const frontier = { program: 'frontier-accelerate-2026' }

    it('moves the company there', async () => {
      await answerFor('Contoso; transact; 5M', frontier)
      assert.deepEqual((await recorded())[0], {
        type: 'ProgramChanged',
        from: 'marketplace-rewards-2024',
        to: 'frontier-accelerate-2026',
      })
    })

    it('claims no tier and no unlocked benefit', async () => {
      const { answer } = await answerFor('Contoso; transact; 5M', frontier)
      assert.equal(answer.heading, 'Your tier cannot be estimated')
      assert.ok(says(answer, 'What the program has'))
      assert.ok(!says(answer, '✓') && !says(answer, '━'))
    })

    it('asks for no figure that it does not count', async () => {
      await toProfiles(frontier)
      const card = await talk.press("That's all", { listed: 'Contoso; transact; 5' })
      assert.equal(card.heading, 'Your tier cannot be estimated')
    })

    it('names no button that nobody has read there', async () => {
      const { answer } = await answerFor('Contoso; transact; 5', { ...frontier, enrolled: 'no' })
      assert.ok(says(answer, 'Look for the way to join') && !says(answer, 'Select **Enroll'))
    })

    it('stays where it is when nobody knows the program', async () => {
      await answerFor('Contoso; transact; 5', { program: 'unknown' })
      assert.deepEqual(
        (await recorded()).map(({ type }) => type),
        ['EligibilityRecorded'],
      )
    })
  })

  describe('asks what Partner Center shows', () => {
    it('and leads an eligible company to its contact first', async () => {
      await answerFor('Contoso; transact; 80k')
      const card = await talk.press('Eligible')
      assert.deepEqual((await recorded()).at(-1), { type: 'PortalVerdictRecorded', verdict: 'eligible' })
      assert.deepEqual(titles(card), ['Marketing contact', 'Activate benefits', 'My rewards'])
    })

    it('and to its benefits when it has a contact', async () => {
      await live(bot.store, [[3, { type: 'AssignContact', contact }]])
      await answerFor('Contoso; transact; 80k')
      assert.deepEqual(titles(await talk.press('Eligible')), ['Activate benefits', 'My rewards'])
    })

    it('and explains a refusal that was foreseen', async () => {
      await answerFor('Contoso; transact; 80k', { liveOffer: 'no' })
      const card = await talk.press('Not eligible')
      assert.deepEqual((await recorded()).at(-1), { type: 'PortalVerdictRecorded', verdict: 'not-eligible' })
      assert.ok(says(card, 'It agrees with the estimate: No offer is live'))
    })

    it('and helps where it was not', async () => {
      await answerFor('Contoso; transact; 80k')
      const card = await talk.press('Not eligible')
      assert.ok(says(card, 'By my estimate you should be'))
      assert.ok(titles(card).includes("Ask Microsoft's support"))
    })

    it("and goes on to the guide for those who can't see it", async () => {
      await answerFor('Contoso; transact; 80k')
      const card = await talk.press("I can't see the program")
      assert.deepEqual((await recorded()).at(-1), { type: 'PortalVerdictRecorded', verdict: 'not-visible' })
      assert.ok(says(card, "I can't see the program"))
      assert.ok(titles(card).includes('Cancel'))
    })

    it('and records nothing for those who look later', async () => {
      await answerFor('Contoso; transact; 80k')
      assert.equal((await talk.press("I'll look later")).heading, 'Fine, look at it later')
      assert.equal((await recorded()).at(-1)?.type, 'EligibilityRecorded')
    })

    it('and takes a denial for what it is', async () => {
      await answerFor('Contoso; transact; 80k')
      assert.equal((await talk.say("we aren't eligible")).heading, 'What does Partner Center show?')
      assert.equal(
        (await talk.say("it says we're not eligible")).heading,
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

    beforeEach(() => live(bot.store, [[10, { type: 'RecordEligibility', facts: before }]]))

    it('is filled in with what was said last time', async () => {
      const form = await talk.press('Check eligibility')
      assert.deepEqual(
        ['program', 'enrolled', 'liveOffer'].map((id) => filledIn(form, id)),
        ['marketplace-rewards-2024', 'yes', 'unknown'],
      )
      const profiles = await talk.press('Next')
      assert.equal(
        filledIn(profiles, 'listed'),
        'Contoso; Sold through Microsoft; $80,000\nLabs; Get it now (free); Services; $0',
      )
      assert.equal(filledIn(await talk.press("That's all"), 'solutionValueUsd'), '30000')
    })

    it('changes nothing when nothing has changed', async () => {
      await talk.press('Check eligibility')
      for (const button of ['Next', "That's all", 'Next']) await talk.press(button)
      assert.equal((await recorded()).length, 1)
    })

    it('keeps what it does not ask for', async () => {
      await talk.press('Check eligibility')
      await talk.press('Next', { liveOffer: 'yes', program: 'frontier-accelerate-2026' })
      await talk.press("That's all")
      assert.deepEqual(await factsRecorded(), { ...before, liveOffer: 'yes' })
    })

    it('forgets a figure that was taken out', async () => {
      await talk.press('Check eligibility')
      for (const button of ['Next', "That's all"]) await talk.press(button)
      await talk.press('Next', { solutionValueUsd: '' })
      assert.equal((await factsRecorded())?.solutionValueUsd, undefined)
    })
  })

  it('goes back from the verdict to the profiles with the list filled in', async () => {
    await answerFor('Contoso; transact; 80k')
    await talk.press('Back')
    assert.equal(filledIn(await talk.press('Back'), 'listed'), 'Contoso; transact; 80k')
  })

  it('records the corrected answers after going back', async () => {
    await answerFor('Contoso; transact; 80k')
    await talk.press('Back')
    await talk.press('Back')
    await talk.press("That's all", { listed: 'Contoso; transact; 800k' })
    assert.equal((await talk.press('Next')).heading, 'Estimated tier: Lead development')
    assert.equal((await recorded()).length, 2)
  })

  describe('for a company of a hundred profiles', () => {
    const profiles = Array.from({ length: 100 }, (_, at) => `Profil d'éditeur ${at}; BYOL; 90k`)

    it('names a few that do not count, and how many more there are', async () => {
      const { answer } = await answerFor(profiles.join('\n'))
      assert.equal(answer.texts.filter((text) => text.includes('BYOL counts as')).length, 5)
      assert.ok(says(answer, 'And 95 more.'))
    })

    it('shows cards of six buttons and 25 KB at most', async () => {
      await answerFor(profiles.join('\n'), { enrolled: 'no' })
      await talk.press('Back')
      await talk.press('Back')
      const cards = talk.client.conversation.messages.map(({ shown }) => JSON.stringify(shown))
      assert.ok(cards.length > 6 && cards.every((card) => Buffer.byteLength(card) < 25_000))
      const buttons = cards.map((card) => card.match(/"type":"Action\./g)?.length ?? 0)
      assert.ok(buttons.every((count) => count <= 6))
    })
  })
})
