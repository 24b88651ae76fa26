import assert from 'node:assert/strict'
import type { Command } from '../../../../src/core/company/command.ts'
import type { Actor } from '../../../../src/core/company/company-event.ts'
import { contact, listed, seller } from '../../../core/example.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import { assertShows, buttonsOn, inEnglish, saysNothingOf } from '../../../support/client/card-words.ts'
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

const admin: Actor = { id: 'person-2', name: 'Bob', role: 'global-admin' }
const request: Command = {
  type: 'RequestTechnicalHelp',
  request: {
    id: 'request-1',
    kind: 'technical',
    title: 'Design *AKS*',
    description: 'How many nodes?',
    phase: 'design',
    solution: 'cloud',
    product: 'AKS',
    country: 'FR',
    language: 'fr-FR',
    phone: '+33612345678',
    timeZone: 'Europe/Paris',
  },
}

describe('the card of my rewards', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  const past = (...deeds: Deed[]) => live(bot.store, deeds)
  const cardAfter = async (...deeds: Deed[]) => {
    await past(...deeds)
    return talk.say('my rewards')
  }
  const factOn = async (title: string, ...deeds: Deed[]) =>
    (await cardAfter(...deeds)).facts.find((fact) => fact.title === title)?.value

  it('begins with a new company: what to do first, and nothing else', async () => {
    const card = await cardAfter()
    assert.equal(card.heading, "Let's begin")
    assert.deepEqual(buttonsOn(card), [
      'Check eligibility',
      'Marketing contact',
      'I can’t see the program',
      'Help',
    ])
  })

  it('lists what is open but for the marketing contact, once', async () => {
    const card = await cardAfter([20, told(seller(30_000))])
    assertShows(card, 'Waiting for the marketing contact')
    assertShows(card, 'Needs a marketing contact.')
  })

  describe('lists tasks', () => {
    it('with what is late first', async () => {
      const { texts } = await cardAfter(
        [20, told(seller(30_000))],
        [20, assigned],
        [9, activated('listing-optimization')],
        [2, activated('featured-blog')],
      )
      assert.deepEqual(texts.slice(1, 9), [
        'Needs your attention',
        '⚠ Listing optimization: has Microsoft been in touch with Grace?',
        `since ${inEnglish(dayAgo(2))}\u00a0¹`,
        'To do',
        'Benefits are ready to be activated',
        'Press release support and Featured placement',
        'Featured blog: Microsoft should contact Grace',
        `by ${inEnglish(dayAgo(-5))}\u00a0¹`,
      ])
    })

    it('once, where it is the same of several benefits', async () => {
      const card = await cardAfter(
        [20, told(seller(0))],
        [20, assigned],
        [15, activated('listing-optimization')],
        [15, activated('press-release-support')],
      )
      assertShows(
        card,
        "⚠ Listing optimization and Press release support: no news? Write to Microsoft's support",
      )
    })

    it('and that there is nothing, where there is nothing', async () => {
      const card = await cardAfter(
        [20, told(listed('list'))],
        [20, assigned],
        [9, activated('listing-optimization')],
        [9, activated('press-release-support')],
        [1, noted('listing-optimization', 'contacted')],
        [1, noted('press-release-support', 'contacted')],
      )
      assertShows(card, '✓ Nothing to do right now')
      saysNothingOf(card, '⚠')
    })

    it('about requests, tenants and expiries', async () => {
      const card = await cardAfter(
        [88, told(listed('trial', { membership: 'yes' }))],
        [88, assigned],
        [85, activated('listing-optimization')],
        [80, noted('listing-optimization', 'contacted')],
        [9, request],
        [2, { type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
      )
      assertShows(card, 'Design \\*AKS\\*: has Microsoft answered?')
      assertShows(card, 'fabrikam.com: can you see the program with this tenant?')
      assertShows(card, 'Listing optimization: use it before it expires')
    })

    const gaps: Readonly<Record<string, readonly Deed[]>> = {
      'Check the eligibility: I don': [[3, { type: 'RecordPortalVerdict', verdict: 'eligible' }]],
      'Enroll the company in the program': [
        [3, told(seller(0))],
        [2, notEnrolled],
      ],
      'Publish an offer': [[3, told(seller(0, { liveOffer: 'no' }))]],
      'Tell me your publisher profiles': [[3, told(seller(0, { profiles: [] }))]],
      'Partner Center showed “not eligible”': [
        [3, told(seller(0))],
        [2, { type: 'RecordPortalVerdict', verdict: 'not-eligible' }],
      ],
      "The program wasn't visible in Partner Center": [
        [2, { type: 'RecordPortalVerdict', verdict: 'not-visible' }],
      ],
      'Assign the marketing contact': [[3, told(seller(0))]],
    }
    for (const [words, deeds] of Object.entries(gaps))
      it(`such as “${words}…”`, async () => assertShows(await cardAfter(...deeds), words))

    it('without contradicting Partner Center', async () => {
      const card = await cardAfter(
        [3, told(seller(0))],
        [2, notEnrolled],
        [2, { type: 'RecordPortalVerdict', verdict: 'eligible' }],
      )
      saysNothingOf(card, 'Enroll the company')
    })
  })

  describe('says how sure it is', () => {
    it('of days and rules that are Microsoft’s, at the foot of the card', async () => {
      const card = await cardAfter(
        [88, told(listed('trial'))],
        [88, assigned],
        [85, activated('listing-optimization')],
        [80, noted('listing-optimization', 'contacted')],
      )
      assert.ok(card.texts.some((text) => /Use it by .* \(our calculation\)\.\u00a0¹$/.test(text)))
      assertShows(card, '¹ [Your commercial marketplace benefits (Microsoft, December 2021)]')
    })

    it('of a benefit that comes back', async () => {
      const card = await cardAfter(
        [20, told(seller(30_000))],
        [20, assigned],
        [9, activated('featured-blog')],
        [2, noted('featured-blog', 'completed')],
      )
      assert.ok(
        card.texts.some((text) => /Available again from .* \(our calculation\)\.\u00a0\S$/.test(text)),
      )
      assertShows(card, 'Simplification and alignment in Marketplace Rewards (Microsoft, November 2023)')
    })

    it('of an interest in sponsorship, which Microsoft was not asked for', async () => {
      const sponsorship = {
        id: 'request-2',
        kind: 'sponsorship',
        title: 'Azure sponsorship',
        description: '',
        agreement: 'pay-as-you-go',
      } as const
      const card = await cardAfter([9, { type: 'RequestTechnicalHelp', request: sponsorship }])
      assertShows(card, `Interest noted on ${inEnglish(dayAgo(9))}.`)
      saysNothingOf(card, 'Asked on')
    })
  })

  describe('tells what is known', () => {
    it('of the program, with the date of its facts', async () => {
      assert.match(
        (await factOn('Program', [3, assigned])) ?? '',
        /^Marketplace Rewards \(until September 2026\), facts compiled on /,
      )
    })

    it('of the tier, as an estimate of a day', async () => {
      assert.equal(
        await factOn('Tier', [3, told(seller(130_000))]),
        `Co-sell, estimated on ${inEnglish(dayAgo(3))}\u00a0²`,
      )
    })

    it('of the tier, where it is not estimated yet', async () => {
      assert.equal(await factOn('Tier', [3, assigned]), 'not estimated yet')
    })

    it('of the tier, by the thresholds that are published', async () => {
      const tier = await factOn(
        'Tier',
        [3, told(seller(130_000))],
        [2, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }],
      )
      assert.equal(tier, `$100K tier, estimated on ${inEnglish(dayAgo(3))}\u00a0¹`)
    })

    it('of what Partner Center showed', async () => {
      assert.equal(
        await factOn('Partner Center', [3, { type: 'RecordPortalVerdict', verdict: 'not-visible' }]),
        `program not visible, as read on ${inEnglish(dayAgo(3))}`,
      )
    })

    it('of the contact, in the person’s own words', async () => {
      const named: Command = { type: 'AssignContact', contact: { ...contact, name: '_G_ *H*' } }
      assert.equal(await factOn('Marketing contact', [3, named]), '\\_G\\_ \\*H\\*, grace@contoso.example')
    })

    it('of benefits, by how they stand', async () => {
      const card = await cardAfter(
        [40, told(seller(30_000))],
        [40, assigned],
        [30, activated('listing-optimization')],
        [20, noted('listing-optimization', 'in-progress')],
        [30, activated('featured-blog')],
        [20, noted('featured-blog', 'completed')],
      )
      const at = (words: string) => card.texts.findIndex((text) => text.includes(words))
      const order = [
        'Under way',
        'Listing optimization',
        'in progress',
        'Used',
        'Featured blog',
        'Available again from',
        'At the next tier',
        'To-seller webinar',
        'Co-sell: $70,000 to go, by our estimate.',
      ]
      const places = order.map(at)
      assert.deepEqual(
        places.toSorted((a, b) => a - b),
        places,
      )
      assert.ok(!places.includes(-1), String(places))
    })

    it('of a benefit that an earlier version of the program had', async () => {
      const card = await cardAfter(
        [40, told(seller(30_000))],
        [40, assigned],
        [5, activated('featured-blog')],
        [2, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }],
      )
      assertShows(card, 'Featured blog')
    })

    it('of requests and tenants', async () => {
      const card = await cardAfter(
        [9, told(seller(0, { membership: 'yes' }))],
        [5, request],
        [4, { type: 'RecordCaseNumber', request: 'request-1', caseNumber: '4711' }],
        [3, { type: 'RecordAnswer', request: 'request-1' }],
        [2, { type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
        [1, { type: 'VerifyTenant', tenant: 'fabrikam.com' }, admin],
      )
      assertShows(card, `Case 4711. Answered on ${inEnglish(dayAgo(3))}.`)
      assertShows(card, `Verified on ${inEnglish(dayAgo(1))}.`)
      saysNothingOf(card, 'Answer expected')
    })

    it('of a request that is not answered: until when Microsoft should', async () => {
      const card = await cardAfter([9, told(seller(0, { membership: 'yes' }))], [0, request])
      assertShows(card, 'Answer expected by ')
    })

    it('of a benefit that has expired: no longer as under way', async () => {
      const card = await cardAfter(
        [200, told(listed('trial'))],
        [200, assigned],
        [200, activated('listing-optimization')],
      )
      saysNothingOf(card, 'Under way')
      assertShows(card, 'Expired on ')
    })
  })

  describe('leads on', () => {
    it('to tasks, reminders and history', async () => {
      const card = await cardAfter(
        [20, told(seller(0))],
        [20, assigned],
        [9, activated('listing-optimization')],
      )
      assert.deepEqual(buttonsOn(card), [
        'Follow up a benefit',
        'Activate benefits',
        'Check eligibility',
        'Authorized people',
        'Reminders',
        'History',
      ])
    })

    it('to an unfinished guide, before all others', async () => {
      await past([20, told(seller(0))], [20, assigned])
      await talk.say('activate benefits')
      await talk.say('cancel')
      const card = await talk.say('my rewards')
      assert.equal(buttonsOn(card)[0], 'Continue: Activate benefits')
      assert.ok(!buttonsOn(card).includes('Activate benefits'))
    })

    it('with at most six buttons, however much there is to do', async () => {
      await past(
        [20, told(seller(0, { membership: 'yes' }))],
        [20, assigned],
        [9, activated('listing-optimization')],
        [9, request],
        [9, { type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
      )
      for (const guide of ['assign marketing contact', 'program not visible']) {
        await talk.say(guide)
        await talk.say('cancel')
      }
      const card = await talk.say('my rewards')
      assert.ok(card.actions.length <= 6)
      assert.equal(buttonsOn(card).at(-1), 'History')
    })
  })

  it('speaks French', async () => {
    await past([20, told(seller(30_000))], [20, assigned], [9, activated('listing-optimization')])
    const marie = await bot.talk({ locale: 'fr-FR' })
    const card = await marie.say('mes récompenses')
    assertShows(card, 'Demande votre attention')
    assertShows(card, '⚠ Optimisation de la fiche\u00a0: Microsoft a-t-il pris contact avec Grace\u00a0?')
  })
})
