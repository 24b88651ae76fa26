import assert from 'node:assert/strict'
import { contact, listed, seller } from '../../../core/example.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import { assertShows, buttonsOn, inEnglish } from '../../../support/client/card-words.ts'
import {
  activated,
  assigned,
  type Deed,
  dayAgo,
  live,
  noted,
  told,
} from '../../../support/past/company-past.ts'

describe('following up a benefit', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const answers = {
    contacted: 'Microsoft has been in touch',
    'in-progress': 'It’s in progress',
    completed: 'It’s completed',
    withdrawn: 'We no longer want it',
    nothing: 'No one has been in touch yet',
  } as const
  const past = (...deeds: Deed[]) => live(bot.store, deeds)
  const one = (daysAgo = 3) =>
    past([20, told(seller(0))], [20, assigned], [daysAgo, activated('listing-optimization')])
  const two = async () => {
    await one()
    await past([2, activated('press-release-support')])
  }
  const updates = async () =>
    (await bot.log()).flatMap(({ event }) =>
      event.type === 'BenefitUpdated' ? [`${event.benefit} ${event.state}`] : [],
    )

  describe('begins with', () => {
    it('the benefit, where there is but one', async () => {
      await one()
      const card = await talk.say('follow up')
      assert.equal(card.heading, 'How is Listing optimization going?')
      assert.deepEqual(buttonsOn(card), [...Object.values(answers), 'Cancel'])
    })

    it('the question which one, where there are several', async () => {
      await two()
      const card = await talk.say('follow up')
      assert.equal(card.heading, 'Which benefit?')
      assert.deepEqual(card.inputs[0]?.choices, [
        { value: 'listing-optimization', title: 'Listing optimization · waiting for Microsoft' },
        { value: 'press-release-support', title: 'Press release support · waiting for Microsoft' },
      ])
    })

    it('the one that is late, when it comes from the card of my rewards', async () => {
      await one(8)
      await past([2, activated('press-release-support')])
      await talk.say('my rewards')
      const card = await talk.press('Update')
      assert.equal(card.heading, 'How is Listing optimization going?')
    })

    it('the question, when the button names a closed one', async () => {
      await one(8)
      await past([2, activated('press-release-support')])
      await talk.say('my rewards')
      await past([0, noted('listing-optimization', 'completed')])
      const card = await talk.press('Update')
      assert.equal(card.heading, 'Which benefit?')
    })

    it('a way on, where none is under way', async () => {
      const card = await talk.say('follow up')
      assert.equal(card.heading, 'No benefits in progress')
      assert.deepEqual(buttonsOn(card), ['Activate benefits', 'My rewards'])
    })

    it('a way on, where all are closed', async () => {
      await one()
      await past([1, noted('listing-optimization', 'withdrawn')])
      assert.equal((await talk.say('follow up')).heading, 'No benefits in progress')
    })
  })

  describe('offers only what the rules allow', () => {
    const allowed = {
      activated: ['contacted', 'in-progress', 'completed', 'withdrawn', 'nothing'],
      contacted: ['in-progress', 'completed', 'withdrawn'],
      'in-progress': ['completed', 'withdrawn'],
    } as const
    for (const [state, next] of Object.entries(allowed))
      it(`from ${state}`, async () => {
        await one()
        if (state === 'contacted' || state === 'in-progress')
          await past([1, noted('listing-optimization', state)])
        assert.deepEqual(
          buttonsOn(await talk.say('follow up')).slice(0, -1),
          next.map((each) => answers[each]),
        )
      })
  })

  describe('what became of it', () => {
    it('is recorded', async () => {
      await one()
      await talk.say('follow up')
      const receipt = await talk.press('Microsoft has been in touch')
      assert.equal(receipt.heading, 'Listing optimization: Microsoft has been in touch')
      assert.deepEqual(await updates(), ['listing-optimization contacted'])
    })

    const typed = {
      'they called': 'contacted',
      'in progress': 'in-progress',
      'under way': 'in-progress',
      '2': 'in-progress',
    }
    for (const [words, state] of Object.entries(typed))
      it(`may be typed: ${words}`, async () => {
        await one()
        await talk.say('follow up')
        await talk.say(words)
        assert.deepEqual(await updates(), [`listing-optimization ${state}`])
      })

    it('may be typed in French', async () => {
      await two()
      const marie = await bot.talk({ locale: 'fr-FR' })
      await marie.say('suivi')
      await marie.say('communiqué')
      const receipt = await marie.say('en cours')
      assert.equal(receipt.heading, 'Aide au communiqué de presse\u00a0: en cours')
    })

    it('is asked once more before it is closed for good', async () => {
      await one()
      await talk.say('follow up')
      const card = await talk.press('It’s completed')
      assert.equal(card.heading, 'Close it for good?')
      assert.deepEqual(await updates(), [])
      await talk.press('Yes, close it')
      assert.deepEqual(await updates(), ['listing-optimization completed'])
    })

    it('can be corrected before that', async () => {
      await one()
      await talk.say('follow up')
      await talk.press('We no longer want it')
      await talk.press('Back')
      await talk.press('Microsoft has been in touch')
      assert.deepEqual(await updates(), ['listing-optimization contacted'])
    })

    it('tells when a completed benefit comes back', async () => {
      await past([20, told(seller(30_000))], [20, assigned], [9, activated('featured-blog')])
      await talk.say('follow up')
      await talk.press('It’s completed')
      const receipt = await talk.press('Yes, close it')
      assertShows(receipt, '(our calculation)')
      assertShows(receipt, 'Simplification and alignment in Marketplace Rewards (Microsoft, November 2023)')
    })

    it('tells the last day of an expiring benefit', async () => {
      await past([20, told(listed('trial'))], [20, assigned], [9, activated('listing-optimization')])
      await talk.say('follow up')
      const receipt = await talk.press('Microsoft has been in touch')
      assertShows(receipt, 'Use it by ')
      assertShows(receipt, '(our calculation)')
      assertShows(receipt, 'Your commercial marketplace benefits (Microsoft, December 2021)')
    })

    it('leads to the other benefits, or to activating it again', async () => {
      await two()
      await talk.say('follow up')
      await talk.say('listing')
      await talk.press('We no longer want it')
      const receipt = await talk.press('Yes, close it')
      assert.deepEqual(buttonsOn(receipt), ['Another benefit', 'Activate benefits', 'My rewards'])
    })

    it('is not noted when a colleague has closed it meanwhile', async () => {
      await two()
      await talk.say('follow up')
      await talk.say('listing')
      await past([0, noted('listing-optimization', 'completed')])
      const card = await talk.press('Microsoft has been in touch')
      assertShows(card, 'Someone closed this benefit in the meantime')
      assert.deepEqual(await updates(), ['listing-optimization completed'])
    })

    it('is never noted of another benefit', async () => {
      await one()
      await talk.say('follow up')
      await past([0, noted('listing-optimization', 'completed')], [0, activated('press-release-support')])
      await talk.press('Microsoft has been in touch')
      assert.deepEqual(await updates(), ['listing-optimization completed'])
    })
  })

  describe('without any contact', () => {
    const schedule: readonly (readonly [daysAgo: number, heading: string])[] = [
      [2, 'There’s still time'],
      [7, 'There’s still time'],
      [8, 'Microsoft should have been in touch'],
      [10, 'Listing optimization: let’s check the contact'],
      [14, 'Listing optimization: time to contact Microsoft'],
      [40, 'Listing optimization: time to contact Microsoft'],
    ]
    for (const [daysAgo, heading] of schedule)
      it(`says “${heading}” ${daysAgo} days after the activation`, async () => {
        await past([60, told(seller(0))], [60, assigned], [daysAgo, activated('listing-optimization')])
        await talk.say('follow up')
        const card = await talk.press('No one has been in touch yet')
        assert.equal(card.heading, heading)
        assert.deepEqual(await updates(), [])
      })

    it('counts Microsoft’s own time for a benefit that expires, too', async () => {
      await past([20, told(listed('trial'))], [20, assigned], [2, activated('listing-optimization')])
      await talk.say('follow up')
      assert.equal((await talk.press('No one has been in touch yet')).heading, 'There’s still time')
    })

    it('has a text ready for Microsoft’s support, in English for everybody', async () => {
      await past([60, told(seller(0))], [60, assigned], [15, activated('listing-optimization')])
      const marie = await bot.talk({ locale: 'fr-FR' })
      await marie.say('suivi')
      const card = await marie.say('toujours rien')
      assertShows(
        card,
        `We activated the Marketplace Rewards benefit "Listing optimization" in Partner Center on ${dayAgo(15)}.`,
      )
      assertShows(card, `${contact.name} (${contact.email})`)
      assert.ok(card.actions.some(({ url }) => url?.startsWith('https://go.microsoft.com/')))
    })

    it('names Microsoft’s own words, and the day that they lead to', async () => {
      await one()
      await talk.say('follow up')
      const card = await talk.say('not yet')
      assertShows(card, `Listing optimization was activated on ${inEnglish(dayAgo(3))}.`)
      assertShows(
        card,
        `Microsoft says its Rewards team contacts ${contact.name} within a week, which is ${inEnglish(dayAgo(-4))}.`,
      )
      assertShows(card, 'Source: [Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)]')
    })
  })
})
