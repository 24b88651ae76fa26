import assert from 'node:assert/strict'
import type { Command } from '../../../../src/core/company/command.ts'
import type { Actor } from '../../../../src/core/company/company-event.ts'
import { contact, listed, seller } from '../../../core/example.ts'
import { rehearse } from '../../../support/bot/rehearse.ts'
import { type RunningBot, startBot } from '../../../support/bot/running-bot.ts'
import type { Talk } from '../../../support/bot/talk.ts'
import type { CardView } from '../../../support/client/card-view.ts'
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
import { situationsOfAuthorized } from '../../../support/past/situations.ts'

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

/** Value of a folded fact: it follows its title. */
const valueAfter = ({ texts }: CardView, title: string) => texts[texts.indexOf(title) + 1]

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
  const factOn = async (title: string, ...deeds: Deed[]) => valueAfter(await cardAfter(...deeds), title)

  it('begins with a new company: what to do first, and nothing else', async () => {
    const card = await cardAfter()
    assert.equal(card.heading, 'Let’s begin')
    assert.deepEqual(buttonsOn(card), [
      'Check eligibility',
      'Marketing contact',
      'I can’t see the program',
      'Help',
    ])
  })

  it('begins with the request of a colleague, where one waits for an answer', async () => {
    const waiting = situationsOfAuthorized['authorized, with a request waiting'] ?? assert.fail()
    const { sent } = await rehearse(waiting, 'en', { value: { do: 'open', command: 'my-rewards' } })
    assert.equal(sent.at(-1)?.actions[0]?.title, 'Authorized people')
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
      assert.deepEqual(texts.slice(4, 10), [
        '⚠ Listing optimization: did Microsoft contact Grace?',
        'Due 2 days ago\u00a0²',
        'Benefits are ready to activate',
        'Press release support and Featured placement',
        'Featured blog: Microsoft should contact Grace',
        `by ${inEnglish(dayAgo(-5))}\u00a0²`,
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
        '⚠ Listing optimization and Press release support: no news? Contact Microsoft support',
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
      'Check eligibility: I don': [[3, { type: 'RecordPortalVerdict', verdict: 'eligible' }]],
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
      'The program wasn’t visible in Partner Center': [
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
      assert.ok(card.texts.some((text) => /Use it by .* \(our calculation\)\.\u00a0²$/.test(text)))
      assertShows(card, '² [Your commercial marketplace benefits (Microsoft, December 2021)]')
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
        /^Marketplace Rewards \(until September 2026\), compiled /,
      )
    })

    it('of program, path and stage, in one line under the heading', async () => {
      const card = await cardAfter(
        [3, { type: 'RecordEnrollment', facts: { situation: 'no-cost' } }],
        [3, told(seller(30_000))],
        [2, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }],
      )
      assert.equal(card.texts[1], 'Frontier Accelerate for Marketplace · No-cost path · stage Grow')
    })

    it('of the tier, with the way to the next one as a bar and in words', async () => {
      const { texts } = await cardAfter([3, told(seller(130_000))])
      assert.deepEqual(texts.slice(2, 4), [
        'Co-sell ■■■□□□□□□□',
        'Our estimate: $370,000 to Lead development\u00a0¹',
      ])
    })

    for (const [usd, bar] of [
      [0, 'Awareness □□□□□□□□□□'],
      [500, 'Awareness ■□□□□□□□□□'],
      [499_999, 'Co-sell ■■■■■■■■■□'],
    ] as const)
      it(`of $${usd}, as a bar that is empty only without sales, and full only at the next tier`, async () => {
        const { texts } = await cardAfter([3, told(seller(usd))])
        assert.equal(texts[2], bar)
      })

    it('of the highest tier, without a bar', async () => {
      const { texts } = await cardAfter([3, told(seller(90_000_000))])
      assert.doesNotMatch(texts[2] ?? '', /[■□]/)
      assert.match(texts[3] ?? '', /^Our estimate\. The highest tier with a published threshold/)
    })

    it('of the tier, where it is not estimated yet', async () => {
      const { texts } = await cardAfter([3, assigned])
      assert.equal(texts[2]?.trim(), 'Tier not estimated yet')
    })

    it('of the tier, by the thresholds that are published', async () => {
      const { texts } = await cardAfter(
        [3, told(seller(130_000))],
        [2, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }],
      )
      assert.match(texts[2] ?? '', /^\$100K tier [■□]{10}$/)
    })

    it('of the course of a benefit: when it was activated, when contact is due, when it expires', async () => {
      const { texts } = await cardAfter(
        [40, told(listed('trial'))],
        [40, assigned],
        [2, activated('listing-optimization')],
      )
      const from = texts.indexOf('Listing optimization')
      assert.deepEqual(texts.slice(from + 1, from + 7), [
        '✓ Activated',
        '2 days ago',
        '○ Contact due',
        'in 5 days\u00a0²',
        '○ Expires',
        texts[from + 6],
      ])
      assert.match(texts[from + 6] ?? '', /^in \d+ days\u00a0³$/)
    })

    it('of a contact that is late or was made, in words beside the sign', async () => {
      const deeds: Deed[] = [
        [20, told(listed('trial'))],
        [20, assigned],
        [15, activated('listing-optimization')],
      ]
      assertShows(await cardAfter(...deeds), '⚠ Contact overdue\n8 days ago')
      const card = await cardAfter([1, noted('listing-optimization', 'contacted')])
      assertShows(card, '✓ Microsoft has been in touch\nyesterday')
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
        ': in progress.',
        'Used',
        'Featured blog',
        'Available again from',
        'At the next tier',
        'To-seller webinar',
        'Co-sell: $70,000 to go, based on our estimate.',
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
    it('to each task by its own button, then to what else is open, reminders and history', async () => {
      const card = await cardAfter(
        [20, told(seller(0))],
        [20, assigned],
        [9, activated('listing-optimization')],
      )
      assert.deepEqual(buttonsOn(card), ['Update', 'Activate', 'Check eligibility', 'Reminders', 'History'])
    })

    it('to the benefit that is late, chosen already', async () => {
      await past(
        [20, told(seller(30_000))],
        [20, assigned],
        [9, activated('listing-optimization')],
        [2, activated('featured-blog')],
      )
      await talk.say('my rewards')
      const card = await talk.press('Update')
      assert.match(card.heading ?? '', /Listing optimization/)
    })

    it('to an unfinished guide, once', async () => {
      await past([20, told(seller(0))], [20, assigned])
      await talk.say('activate benefits')
      await talk.say('cancel')
      const card = await talk.say('my rewards')
      assertShows(card, 'Activate benefits: unfinished')
      assert.equal(buttonsOn(card)[0], 'Continue')
      assert.ok(!buttonsOn(card).includes('Activate'))
      assert.equal((await talk.press('Continue')).heading, 'What is your role in Partner Center?')
    })

    it('to three tasks, with the others folded, however much there is to do', async () => {
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
      assert.equal(buttonsOn(card).length, 5)
      assertShows(card, 'More to do (3) ▾')
      assert.deepEqual(buttonsOn(card).slice(3), ['Reminders', 'History'])
    })
  })

  it('folds all else under headings that count it', async () => {
    const card = await cardAfter(
      [9, told(seller(0, { membership: 'yes' }))],
      [5, request],
      [2, { type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
    )
    const at = (text: string) => card.texts.indexOf(text)
    for (const heading of ['Requests (1) ▾', 'Company (6) ▾', 'Requests to Microsoft (1)']) {
      assert.notEqual(at(heading), -1, `${heading} is not in ${card.texts.join(' | ')}`)
    }
    assert.ok(at('Company (6) ▾') < at('Requests to Microsoft (1)'))
  })

  it('speaks French', async () => {
    await past([20, told(seller(30_000))], [20, assigned], [9, activated('listing-optimization')])
    const marie = await bot.talk({ locale: 'fr-FR' })
    const card = await marie.say('mes récompenses')
    assertShows(card, '⚠ Optimisation de la fiche\u00a0: Microsoft a-t-il contacté Grace\u00a0?')
    assertShows(card, 'Échéance avant-hier')
  })
})
