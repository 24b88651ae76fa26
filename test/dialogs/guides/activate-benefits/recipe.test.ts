import assert from 'node:assert/strict'
import type { Facts } from '../../../../src/core/eligibility/facts.ts'
import { contact, listed, seller } from '../../../core/example.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import {
  assertShows,
  buttonsOn,
  choicesOn,
  inEnglish,
  saysNothingOf,
} from '../../../support/client/card-words.ts'
import {
  activated,
  assigned,
  type Deed,
  dayAgo,
  live,
  notEnrolled,
  noted,
  told,
} from '../../../support/past/company-past.ts'

describe('activating benefits', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const past = (...deeds: Deed[]) => live(bot.store, deeds)
  const ready = (facts: Facts = seller(30_000)) => past([9, told(facts)], [9, assigned])
  const toChoice = async (role = 'partner-admin') => {
    await talk.say('activate benefits')
    return talk.press('Next', { choice: role })
  }
  const toSteps = async (...benefits: string[]) => {
    await toChoice()
    await talk.press('Next', { benefits })
    return talk.press('Yes, show me how')
  }
  const recordedToday = async () =>
    (await bot.log()).flatMap(({ event }) =>
      event.type === 'BenefitActivated' && event.on === dayAgo(0) ? [event.benefit] : [],
    )

  describe('what there is to choose', () => {
    it('is what the company may activate today', async () => {
      await ready()
      assert.deepEqual(choicesOn(await toChoice()), [
        'listing-optimization',
        'press-release-support',
        'featured-placement',
        'featured-blog',
      ])
    })

    it('says what each benefit gives', async () => {
      await ready()
      const [input] = (await toChoice()).inputs
      assert.match(input?.choices[3]?.title ?? '', /^Featured blog · Microsoft features your offer/)
    })

    it('tells how far the others are, by our estimate', async () => {
      await ready()
      const card = await toChoice()
      assertShows(card, 'To-seller webinar, Social promotion, and Azure Sponsorship')
      assertShows(card, 'From Co-sell ($100,000): $70,000 to go, we estimate.')
    })

    it('tells what was used, and when it comes back', async () => {
      await past(
        [90, told(seller(30_000))],
        [90, assigned],
        [80, activated('featured-blog')],
        [70, noted('featured-blog', 'completed')],
      )
      assertShows(await toChoice(), `Used on ${inEnglish(dayAgo(80))}. Available again from `)
    })

    it('tells what has expired', async () => {
      await past([200, told(listed('trial'))], [200, assigned], [200, activated('listing-optimization')])
      const card = await toChoice()
      assert.deepEqual(choicesOn(card), ['press-release-support'])
      assertShows(card, 'Expired on ')
    })

    it('tells what is already active, and how it stands', async () => {
      await past([9, told(seller(0))], [9, assigned], [5, activated('listing-optimization')])
      assertShows(await toChoice(), `Activated on ${inEnglish(dayAgo(5))}: waiting for Microsoft.`)
    })

    it('tells what comes without a button', async () => {
      await ready()
      const card = await toChoice()
      assertShows(card, 'Microsoft assigns it')
      assertShows(card, 'Technical presales and deployment request')
    })

    it('tells which class of offers it takes', async () => {
      await ready(listed('list'))
      assertShows(await toChoice(), 'Only for offers of this class: transact')
    })

    it('warns where Microsoft’s pages differ about the role', async () => {
      await ready()
      assertShows(await toChoice('admin-agent'), 'differ on whether your role can activate')
    })

    it('warns where the role is not known', async () => {
      await ready()
      assertShows(await toChoice('unknown'), 'I don’t know your role')
    })

    it('is filled in where there is but one', async () => {
      await past([9, told(listed('list'))], [9, assigned], [5, activated('listing-optimization')])
      assert.equal((await toChoice()).inputs[0]?.value, 'press-release-support')
    })
  })

  describe('the way to Partner Center and back', () => {
    it('records what was activated, on this day', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      await talk.press('Done', { activated: ['listing-optimization', 'featured-blog'] })
      assert.deepEqual(await recordedToday(), ['listing-optimization', 'featured-blog'])
    })

    it('tells who will be contacted for each benefit, and by when', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      const receipt = await talk.press('Done', { activated: ['listing-optimization', 'featured-blog'] })
      assert.equal(receipt.heading, 'Recorded as activated')
      assert.deepEqual(
        receipt.facts.map(({ title }) => title),
        ['Listing optimization', 'Featured blog'],
      )
      for (const { value } of receipt.facts)
        assert.ok(
          value.startsWith(
            `Microsoft says it contacts ${contact.name} within a week: by ${inEnglish(dayAgo(-7))}.`,
          ),
        )
    })

    it('tells when an activated benefit expires, and when it comes back', async () => {
      await ready(listed('trial'))
      await toSteps('listing-optimization')
      const receipt = await talk.press('Done')
      assert.match(
        receipt.facts[0]?.value ?? '',
        /Use it by .* \(our calculation\)\..*Available again from .* \(our calculation\)\./,
      )
    })

    it('marks each date with the page that its rule is of', async () => {
      await ready(listed('trial'))
      await toSteps('listing-optimization')
      const receipt = await talk.press('Done')
      assert.match(receipt.facts[0]?.value ?? '', /¹.*².*³$/)
      assertShows(receipt, '¹ [Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)]')
      assertShows(receipt, '² [Your commercial marketplace benefits (Microsoft, December 2021)]')
      assertShows(
        receipt,
        '³ [Simplification and alignment in Marketplace Rewards (Microsoft, November 2023)]',
      )
    })

    it('says from where and when the names of the buttons are, instead of having seen them', async () => {
      await ready()
      const steps = await toSteps('featured-blog')
      assertShows(
        steps,
        'Button names are from Microsoft’s documentation of 2021 and 2024 and third-party descriptions of 2026; your screen may differ.',
      )
      assertShows(steps, 'Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)')
    })

    it('shows the buttons of Partner Center by their names, with the page', async () => {
      await ready()
      const steps = await toSteps('listing-optimization')
      assertShows(steps, '**Marketing benefits**')
      assertShows(steps, 'select **Activate** next to it')
      assert.match(steps.actions.find(({ label }) => label === 'Open Partner Center')?.url ?? '', /^https:/)
    })

    it('asks which ones were activated, beginning with those that were chosen', async () => {
      await ready()
      const steps = await toSteps('listing-optimization', 'featured-blog')
      assert.equal(steps.inputs[0]?.label, 'Which ones did you activate?')
      assert.equal(steps.inputs[0]?.value, 'listing-optimization,featured-blog')
    })

    it('takes "done" for all that were chosen', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      await talk.say('done')
      assert.deepEqual(await recordedToday(), ['listing-optimization', 'featured-blog'])
    })

    it('takes "all of them" as an answer', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      await talk.say('all of them')
      assert.deepEqual(await recordedToday(), ['listing-optimization', 'featured-blog'])
    })

    it('asks nothing where one was chosen', async () => {
      await ready()
      const steps = await toSteps('featured-blog')
      assert.deepEqual(steps.inputs, [])
      await talk.press('Done')
      assert.deepEqual(await recordedToday(), ['featured-blog'])
    })

    it('records nothing of what was left out, and says so', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog', 'featured-placement')
      const receipt = await talk.press('Done', { activated: ['featured-blog'] })
      assert.deepEqual(await recordedToday(), ['featured-blog'])
      assertShows(receipt, 'so not recorded: **Listing optimization and Featured placement**')
      assert.ok(buttonsOn(receipt).includes('Activate the others'))
    })

    it('does not go on with nothing ticked', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      const click = await talk.pressInVain('Done', { activated: [] })
      assert.notEqual(click.kind, 'posted')
    })

    it('records nothing when it is cancelled', async () => {
      await ready()
      await toSteps('listing-optimization')
      await talk.press('Cancel')
      assert.deepEqual(await recordedToday(), [])
    })

    it('goes back to choose others', async () => {
      await ready()
      await toChoice()
      await talk.press('Next', { benefits: ['listing-optimization'] })
      const choice = await talk.press('Change the selection')
      assert.equal(choice.inputs[0]?.value, 'listing-optimization')
      const summary = await talk.press('Next', { benefits: ['featured-blog'] })
      assert.deepEqual(
        summary.facts.map(({ title }) => title),
        ['Featured blog'],
      )
    })

    it('goes on after a restart of the bot', async () => {
      await ready()
      await toSteps('featured-blog')
      await bot.restart()
      await talk.press('Done')
      assert.deepEqual(await recordedToday(), ['featured-blog'])
    })

    it('lets the contact be changed before, and comes back by itself', async () => {
      await ready()
      await toChoice()
      await talk.press('Next', { benefits: ['featured-blog'] })
      await talk.press('Change the contact')
      await talk.press('Next', { name: 'Bea' })
      await talk.press('Done')
      const summary = await talk.nextCard()
      assert.equal(summary.heading, 'Activate these?')
      assertShows(summary, '**Bea**')
    })

    it('shows the contact’s name as it was typed', async () => {
      await past(
        [9, told(seller(0))],
        [9, { type: 'AssignContact', contact: { ...contact, name: '_G_ *H*' } }],
      )
      await toChoice()
      assertShows(await talk.press('Next', { benefits: ['listing-optimization'] }), '\\_G\\_ \\*H\\*')
    })
  })

  describe('typed', () => {
    it('goes from the choice to the receipt', async () => {
      await ready()
      for (const line of ['activate benefits', 'partner admin', '1, 3', 'yes', 'all']) await talk.say(line)
      assert.deepEqual(await recordedToday(), ['listing-optimization', 'featured-placement'])
    })

    it('takes names, and all of them', async () => {
      await ready()
      await toChoice()
      const summary = await talk.say('featured blog and press release')
      assert.deepEqual(
        summary.facts.map(({ title }) => title),
        ['Featured blog', 'Press release support'],
      )
      await talk.say('back')
      assert.equal((await talk.say('all')).facts.length, 4)
    })

    it('takes which ones were activated in place of all', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      await talk.say('only the featured blog')
      assert.deepEqual(await recordedToday(), ['featured-blog'])
    })

    it('works in French', async () => {
      await ready()
      const marie = await bot.talk({ locale: 'fr-FR' })
      await marie.press('Activer des avantages')
      await marie.press('Suivant', { choice: 'partner-admin' })
      await marie.say('article de blog')
      const steps = await marie.say('oui')
      assertShows(steps, '**Avantages marketing**')
      const receipt = await marie.say('c’est fait')
      assert.equal(receipt.heading, 'Activation enregistrée')
      assert.match(
        receipt.facts[0]?.value ?? '',
        /^Microsoft indique contacter Grace sous une semaine\s: d’ici le /,
      )
    })
  })

  describe('what is in the way', () => {
    const stopped = async (heading: string, ...buttons: string[]) => {
      const card = await toChoice()
      assert.equal(card.heading, heading)
      assert.deepEqual(buttonsOn(card), buttons)
    }

    it('is the eligibility, where nothing is known of it', () =>
      stopped('First, let’s see what you’re eligible for', 'Check eligibility'))

    it('is the marketing contact, where there is none', async () => {
      await past([3, told(seller(0))])
      await stopped('First, the marketing contact', 'Marketing contact')
    })

    it('is cleared by the guide that it leads to, which comes back by itself', async () => {
      await past([3, told(seller(0))])
      await toChoice()
      await talk.press('Marketing contact')
      const { name, email, country, language } = contact
      await talk.press('Next', { name, email, country, language, phone: '06 12 34 56 78' })
      await talk.press('Yes, that’s right')
      await talk.press('Done')
      const choice = await talk.nextCard()
      assert.equal(choice.heading, 'Which benefits do you want to activate?')
    })

    it('is gone when another person removed it: nothing is asked before continuing', async () => {
      await past([3, told(seller(0))])
      await toChoice()
      await past([0, assigned])
      assert.equal((await talk.say('activate benefits')).heading, 'Which benefits do you want to activate?')
    })

    it('is the enrolment', async () => {
      await past([9, told(seller(0))], [8, notEnrolled])
      await stopped('Your company isn’t enrolled yet', 'Join the program', 'Open Partner Center')
    })

    it('is the lack of a live offer', async () => {
      await ready(seller(0, { liveOffer: 'no' }))
      await stopped('No offer is live yet', 'Check eligibility', 'Open Partner Center')
    })

    it('is that only services are sold', async () => {
      const profiles: Facts['profiles'] = [
        { name: 'Contoso', listingClass: 'consulting', billedSalesUsd: 0, offering: 'services' },
      ]
      await ready(seller(0, { profiles }))
      await stopped('Services alone don’t qualify', 'Check eligibility')
    })

    it('is what Partner Center itself said', async () => {
      await past(
        [9, told(seller(0))],
        [9, assigned],
        [8, { type: 'RecordPortalVerdict', verdict: 'not-eligible' }],
      )
      await stopped('Partner Center shows your company as not eligible', 'Check eligibility')
    })

    it('is a program whose benefits have no button', async () => {
      await past(
        [9, told(seller(0))],
        [8, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }],
        [8, { type: 'RecordEnrollment', facts: { situation: 'no-cost' } }],
      )
      await stopped('Nothing to activate right now', 'My rewards')
    })

    it('is that all is active: then it shows how each benefit stands', async () => {
      await past(
        [9, told(listed('list'))],
        [9, assigned],
        [5, activated('listing-optimization')],
        [5, activated('press-release-support')],
      )
      const card = await toChoice()
      assert.equal(card.heading, 'Nothing to activate right now')
      assertShows(card, '**Listing optimization and Press release support**: Activated on ')
      assert.deepEqual(buttonsOn(card), ['Follow up a benefit', 'My rewards'])
    })

    it('is a role that may not: it says who may', async () => {
      await ready()
      const card = await toChoice('account-admin')
      assert.equal(card.heading, 'Your role can’t do this')
      assertShows(card, 'AI Cloud Partner Program partner admin')
    })

    it('is no longer a role that was a slip', async () => {
      await ready()
      await toChoice('account-admin')
      const question = await talk.press('I have a different role')
      assert.equal(question.inputs[0]?.value, 'account-admin')
      const choice = await talk.press('Next', { choice: 'partner-admin' })
      assert.equal(choice.heading, 'Which benefits do you want to activate?')
    })
  })

  describe('beside a colleague', () => {
    it('records nothing twice', async () => {
      await ready()
      await toSteps('featured-blog')
      await past([0, activated('featured-blog')])
      const receipt = await talk.press('Done')
      assert.deepEqual(await recordedToday(), ['featured-blog'])
      assert.equal(receipt.heading, 'Recorded as activated')
    })

    it('records nothing that has become locked meanwhile, and says why', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      await past([0, told(seller(10_000))])
      const receipt = await talk.press('Done', { activated: ['listing-optimization', 'featured-blog'] })
      assert.deepEqual(await recordedToday(), ['listing-optimization'])
      assertShows(receipt, 'Not recorded: **Featured blog**. From Demand generation ($25,000): $15,000 to go')
    })

    it('does not say of what has become locked that it was left out', async () => {
      await ready()
      await toSteps('listing-optimization', 'featured-blog')
      await past([0, told(seller(10_000))])
      saysNothingOf(
        await talk.press('Done', { activated: ['listing-optimization', 'featured-blog'] }),
        'because you left it out',
      )
    })

    it('says plainly when nothing could be recorded', async () => {
      await ready()
      await toSteps('featured-blog')
      await past([0, told(seller(10_000))])
      const receipt = await talk.press('Done')
      assert.equal(receipt.heading, 'Nothing was recorded')
      saysNothingOf(receipt, 'Microsoft says it contacts')
    })
  })
})
