import assert from 'node:assert/strict'
import { actionsOf } from '../../support/bot/card-actions.ts'
import { assertShows, buttonsOf, headingOf, type Rehearsal, textOf } from '../../support/bot/rehearsal.ts'
import { worldIn } from '../../support/bot/rehearse.ts'
import {
  activate,
  activated,
  chatAfter,
  day,
  eligible,
  hour,
  prepared,
  recently,
} from '../../support/past/reminded-past.ts'
import { contact, facts, request, trial } from '../../support/past/situations.ts'

describe('a reminder', () => {
  const blog = () => chatAfter(activated(7, 'featured-blog'))
  const stateOf = (chat: Rehearsal, benefit = 'featured-blog') => chat.company?.benefits[benefit]?.state

  it('asks whether the Rewards team has been in touch', async () => {
    const card = await blog().remind()
    assert.equal(headingOf(card), 'Has the Rewards team been in touch about Featured blog?')
    assert.deepEqual(buttonsOf(card), ['Yes', 'Not yet', 'Remind me tomorrow', 'Remind me in a week'])
    assertShows(card, 'ann.bell@contoso.com')
    assertShows(card, 'within a week, which is November 22, 2026.')
    assertShows(card, 'Source: [Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)]')
  })

  it('comes in the language of the person', async () => {
    const card = await chatAfter(activated(7, 'featured-blog'), {}, 'fr').remind()
    assert.match(headingOf(card), /L’équipe Récompenses a-t-elle pris contact/)
  })

  it('tells how it can be stopped', async () => assertShows(await blog().remind(), 'Enter **reminders**'))

  describe('answered with yes', () => {
    it('records that Microsoft was in touch', async () => {
      const chat = blog()
      await chat.remind()
      const receipt = await chat.press('Yes')
      assert.equal(headingOf(receipt), 'Featured blog: Microsoft has been in touch')
      assert.equal(stateOf(chat), 'contacted')
    })

    it('loses its buttons and keeps what was answered', async () => {
      const chat = blog()
      await chat.remind()
      await chat.press('Yes')
      assert.deepEqual(chat.results.map(buttonsOf), [[]])
      assertShows(chat.results[0], '✓ Featured blog: Microsoft has been in touch')
    })

    it('does not come again', async () => {
      const chat = blog()
      await chat.remind()
      await chat.press('Yes')
      chat.now += 7 * day
      assert.equal(await chat.remind(), undefined)
    })
  })

  describe('answered with not yet', () => {
    it('tells what to do and records nothing', async () => {
      const chat = blog()
      await chat.remind()
      const advice = await chat.press('Not yet')
      assert.equal(headingOf(advice), 'Microsoft should have been in touch')
      assert.equal(stateOf(chat), 'activated')
      assertShows(chat.results[0], '✓ Not yet')
    })

    it('goes on to the check of the contact, three days later', async () => {
      const chat = blog()
      await chat.remind()
      await chat.press('Not yet')
      chat.now += 3 * day
      const card = await chat.remind()
      assert.equal(headingOf(card), 'Featured blog: let’s check the contact')
      assert.ok(buttonsOf(card).includes('Change the contact'))
      assert.equal(
        headingOf(await chat.press('Microsoft got in touch')),
        'Featured blog: Microsoft has been in touch',
      )
    })

    it('ends with a text for the support, with its page', async () => {
      const chat = blog()
      chat.now += 7 * day
      const card = await chat.remind()
      assert.equal(headingOf(card), 'Featured blog: time to contact Microsoft')
      assertShows(card, 'We activated the Marketplace Rewards benefit "Featured blog"')
      assert.match(
        String(actionsOf(card).find(({ title }) => title.startsWith('Contact Micro'))?.url),
        /^https:/,
      )
    })
  })

  describe('put off', () => {
    it('until tomorrow comes again with the next morning', async () => {
      const chat = blog()
      await chat.remind()
      const note = await chat.press('Remind me tomorrow')
      assert.equal(headingOf(note), 'I’ll remind you on November 24, 2026')
      assertShows(chat.results[0], '✓ Reminder on November 24, 2026')
      chat.now += 22 * hour
      assert.equal(await chat.remind(), undefined)
      chat.now = Date.parse('2026-11-24T08:00:00Z')
      assert.match(headingOf(await chat.remind()), /Featured blog/)
    })

    it('for a week is not asked before', async () => {
      const chat = blog()
      await chat.remind()
      await chat.press('Remind me in a week')
      chat.now += 6 * day
      assert.equal(await chat.remind(), undefined)
      chat.now += day
      assert.match(headingOf(await chat.remind()), /Featured blog/)
    })

    it('is not offered beyond the last day of the topic', async () => {
      const chat = chatAfter([
        [100, { type: 'RecordEligibility', facts: { ...facts, profiles: [trial] } }],
        [100, { type: 'AssignContact', contact }],
        [89, activate('listing-optimization')],
        [80, { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'contacted' }],
      ])
      const card = await chat.remind()
      assert.equal(headingOf(card), 'Listing optimization expires in 2 days')
      assert.deepEqual(buttonsOf(card), ['Update status', 'Remind me tomorrow'])
      assertShows(
        card,
        'A Microsoft page of 2021 says that trial and consulting benefits expire after three months.',
      )
      assertShows(card, 'Source: [Your commercial marketplace benefits (Microsoft, December 2021)]')
    })
  })

  describe('for several topics', () => {
    const both = () => chatAfter(activated(7, 'featured-blog', 'press-release-support'))

    it('comes as one card', async () => {
      const chat = both()
      const card = await chat.remind()
      assert.equal(headingOf(card), '2 items need your attention')
      assert.deepEqual(buttonsOf(card), ['1 · Featured blog', '2 · Press release support', 'Reminders'])
      assert.equal(chat.recipient?.cards.length, 1)
    })

    it('numbers the sources of all of them', async () => {
      const card = await both().remind()
      assertShows(card, 'since November 22, 2026\u00a0¹')
      assertShows(card, '¹ [Manage Marketplace Rewards in Partner Center (Microsoft, May 2021)]')
    })

    it('opens each of them on its own card', async () => {
      const chat = both()
      await chat.remind()
      const card = await chat.press('2 · Press release support')
      assert.equal(headingOf(card), 'Has the Rewards team been in touch about Press release support?')
      assert.deepEqual(chat.results, [])
      await chat.press('Yes')
      assert.equal(stateOf(chat, 'press-release-support'), 'contacted')
      assert.equal(chat.results.length, 1)
    })

    it('keeps its buttons until the last one is answered, and then tells all', async () => {
      const chat = both()
      const digest = await chat.remind()
      await chat.press('1 · Featured blog')
      await chat.press('Yes')
      await chat.press('2 · Press release support', digest)
      await chat.press('Yes')
      const closed = chat.results.find((card) => headingOf(card) === 'What was due')
      assert.deepEqual(buttonsOf(closed), [])
      assertShows(closed, '✓ Featured blog: Microsoft has been in touch')
      assertShows(closed, '✓ Press release support: Microsoft has been in touch')
      assert.deepEqual(chat.recipient?.cards, [])
    })

    it('says so when the one that is opened is answered already', async () => {
      const chat = both()
      const digest = await chat.remind()
      await chat.press('1 · Featured blog')
      await chat.press('Yes')
      const card = await chat.press('1 · Featured blog', digest)
      assert.equal(headingOf(card), 'All set')
      assertShows(card, 'Microsoft has been in touch')
    })

    it('has four buttons for them at most, and the way to the others', async () => {
      const names = [
        'listing-optimization',
        'featured-blog',
        'press-release-support',
        'featured-placement',
        'to-seller-webinar',
      ]
      const card = await chatAfter(activated(7, ...names)).remind()
      assert.equal(buttonsOf(card).length, 5)
      assert.equal(buttonsOf(card).at(-1), 'Reminders')
    })
  })

  describe('whose topic is over', () => {
    it('says kindly what became of it, and loses its buttons', async () => {
      const chat = blog()
      await chat.remind()
      const colleague = worldIn(chat.situation, 'en', { now: chat.now })
      colleague.apply({ type: 'UpdateBenefit', benefit: 'featured-blog', state: 'completed' })
      chat.situation = {
        ...chat.situation,
        documents: { ...chat.situation.documents, company: colleague.company },
      }
      const card = await chat.press('Yes')
      assert.equal(headingOf(card), 'All set')
      assertShows(card, 'Featured blog: completed')
      assert.equal(stateOf(chat), 'completed')
      assert.deepEqual(chat.results.map(buttonsOf), [[]])
    })

    it('is no more to be answered after a new activation', async () => {
      const chat = blog()
      const card = await chat.remind()
      const colleague = worldIn(chat.situation, 'en', { now: chat.now })
      colleague.apply({ type: 'UpdateBenefit', benefit: 'featured-blog', state: 'withdrawn' })
      colleague.apply(activate('featured-blog'))
      colleague.apply({ type: 'UpdateBenefit', benefit: 'featured-blog', state: 'in-progress' })
      chat.situation = {
        ...chat.situation,
        documents: { ...chat.situation.documents, company: colleague.company },
      }
      const settled = await chat.press('Yes', card)
      assert.equal(headingOf(settled), 'All set')
      assertShows(settled, 'Featured blog: no longer open')
      assert.equal(stateOf(chat), 'in-progress')
    })
  })

  describe('of a technical request', () => {
    const asked = () => chatAfter([...recently, [4, { type: 'RequestTechnicalHelp', request }]])

    it('records that Microsoft has answered', async () => {
      const chat = asked()
      assert.match(headingOf(await chat.remind()), /^Has Microsoft answered “Move to/)
      await chat.press('Yes')
      assert.equal(chat.company?.requests[0]?.answeredOn, '2026-11-23')
    })

    it('is asked again two days after a not yet', async () => {
      const chat = asked()
      await chat.remind()
      assertShows(await chat.press('Not yet'), 'I’ll ask you again on November 25, 2026')
      chat.now += day
      assert.equal(await chat.remind(), undefined)
      chat.now += day
      assert.match(headingOf(await chat.remind()), /^Has Microsoft answered/)
    })
  })

  describe('of a tenant', () => {
    const pending = () => chatAfter([...recently, [3, { type: 'AssociateTenant', tenant: 'fabrikam.com' }]])

    it('records that it works', async () => {
      const chat = pending()
      await chat.remind()
      assert.equal(headingOf(await chat.press('Yes, it’s there')), 'fabrikam.com is associated')
      assert.equal(chat.company?.tenants[0]?.state, 'verified')
    })

    it('leads to the guide that finds out why not', async () => {
      const chat = pending()
      await chat.remind()
      assert.equal(headingOf(await chat.press('No')), 'Why can’t you see the program?')
      assertShows(chat.results[0], '✓ No')
      assert.equal(chat.company?.tenants[0]?.state, 'pending')
    })
  })

  it('of an offer leads on to what can be activated', async () => {
    const chat = chatAfter([...prepared])
    assert.equal(headingOf(await chat.remind()), 'Has Microsoft been in touch about your offer?')
    assert.ok(buttonsOf(await chat.press('Yes')).includes('Activate benefits'))
  })

  it('of an offer without contact tells the state of its contacts', async () => {
    const chat = chatAfter([...prepared])
    await chat.remind()
    assertShows(await chat.press('Not yet'), 'Are its contacts still the right people')
  })

  it('of the missing contact leads to the guide', async () => {
    const chat = chatAfter([[8, eligible]])
    assert.equal(headingOf(await chat.remind()), 'Benefits are waiting for a marketing contact')
    assert.match(headingOf(await chat.press('Assign the contact')), /marketing contact|role/)
  })

  describe('of an unfinished guide', () => {
    const left = async () => {
      const chat = chatAfter(recently)
      await chat.say('technical help')
      await chat.press('Request technical help')
      chat.now += day
      await chat.remind()
      return chat
    }

    it('goes on with it', async () => {
      const chat = await left()
      assert.equal(headingOf(await chat.press('Continue')), 'What do you need help with?')
    })

    it('forgets it', async () => {
      const chat = await left()
      assert.equal(headingOf(await chat.press('Discard')), 'Discarded')
      assert.deepEqual(chat.situation.documents.conversation?.drafts, [])
      assert.ok(chat.results.some((card) => textOf(card).includes('✓ Technical help: discarded')))
      assert.equal(headingOf(await chat.say('technical help')), 'What kind of help do you need?')
    })
  })

  it('of a new year reckons from the first activation recorded here, and says so', async () => {
    const chat = chatAfter([
      [366, eligible],
      [366, { type: 'AssignContact', contact }],
      [365, activate('featured-blog')],
      [350, { type: 'UpdateBenefit', benefit: 'featured-blog', state: 'completed' }],
    ])
    const card = await chat.press('Featured blog', await chat.remind()).catch(() => chat.card)
    assertShows(card, 'We calculate that you can activate these again: **Featured blog**')
    assertShows(card, 'Simplification and alignment in Marketplace Rewards (Microsoft, November 2023)')
  })

  describe('answered by typing', () => {
    const typed = { yes: 'contacted', 'yes, they have!': 'contacted', 'Not yet.': 'activated' }
    for (const [words, state] of Object.entries(typed))
      it(`takes "${words}"`, async () => {
        const chat = blog()
        await chat.remind()
        await chat.say(words)
        assert.equal(stateOf(chat), state)
        assert.equal(chat.results.length, 1)
      })

    it('takes "remind me tomorrow"', async () => {
      const chat = blog()
      await chat.remind()
      assert.equal(headingOf(await chat.say('remind me tomorrow')), 'I’ll remind you on November 24, 2026')
    })

    it('takes French', async () => {
      const chat = chatAfter(activated(7, 'featured-blog'), {}, 'fr')
      await chat.remind()
      await chat.say('Oui')
      assert.equal(stateOf(chat), 'contacted')
    })

    it('asks what is meant where several topics are open', async () => {
      const chat = chatAfter(activated(7, 'featured-blog', 'press-release-support'))
      await chat.remind()
      assert.equal(headingOf(await chat.say('yes')), 'I’m not sure what you mean')
      assert.equal(stateOf(chat), 'activated')
    })

    it('leaves it to the guide that waits', async () => {
      const chat = blog()
      await chat.say('I cannot see the program')
      await chat.remind()
      await chat.say('yes')
      assert.equal(stateOf(chat), 'activated')
    })

    it('does not take a yes for an answer days later', async () => {
      const chat = blog()
      await chat.remind()
      chat.now += 5 * day
      await chat.say('yes')
      assert.equal(stateOf(chat), 'activated')
    })

    it('does not take a yes where there is nothing to say yes to', async () => {
      const chat = chatAfter([[8, eligible]])
      await chat.remind()
      assert.equal(headingOf(await chat.say('yes')), 'I’m not sure what you mean')
    })
  })

  for (const text of [
    '',
    'yes',
    'yes:x',
    'dance:reminder-1:contact|featured-blog|2026-11-15',
    'yes::',
    '::::',
  ])
    it(`shows what is coming for a button that carries "${text}"`, async () => {
      const chat = blog()
      chat.card = {
        type: 'AdaptiveCard',
        body: [],
        actions: [{ type: 'Action.Submit', title: 'X', data: { run: 'reminder', with: text } }],
      }
      assert.equal(headingOf(await chat.press('X')), 'Your reminders')
    })

  for (const key of ['nonsense', 'contact|no-such|2026-01-01', 'program-move|x|', '|||', 'halfway|%|x'])
    it(`is settled where no such topic is known: ${key}`, async () => {
      const chat = blog()
      chat.card = {
        type: 'AdaptiveCard',
        body: [],
        actions: [{ type: 'Action.Submit', title: 'X', data: { run: 'reminder', with: `yes:m:${key}` } }],
      }
      assert.equal(headingOf(await chat.press('X')), 'All set')
    })
})
