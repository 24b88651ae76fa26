import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf, textOf } from '../../support/bot/rehearsal.ts'
import { inputsIn } from '../../support/bot/walk.ts'
import { activated, chatAfter } from '../../support/past/reminded-past.ts'

describe('sales that a sentence tells', () => {
  for (const [language, sentence, title] of [
    ['en', 'we sold 30k last year, what does that unlock?', '$30,000 of billed sales: Demand generation'],
    ['en', 'we sold 80k through Microsoft', '$80,000 of billed sales: Demand generation'],
    ['en', 'what tier does $80,000 give us?', '$80,000 of billed sales: Demand generation'],
    ['en', 'which tier are we with 120k in billed sales', '$120,000 of billed sales: Co-sell'],
    ['en', 'with 1.2m in marketplace sales where do we land', '$1,200,000 of billed sales: Sales enablement'],
    ['en', 'our sales in 2025 were 45,000 USD', '$45,000 of billed sales: Demand generation'],
    ['fr', 'nous avons vendu pour 250 k€ sur la marketplace', 'Si c’étaient 250 000 $US : Co-vente'],
    [
      'fr',
      "on a fait 80 000 dollars de ventes l'an dernier, quel niveau ?",
      '80 000 $US de ventes facturées : Génération de la demande',
    ],
    [
      'fr',
      'Nos ventes sur la place de marché : 1,2 M$ cette année',
      '1 200 000 $US de ventes facturées : Soutien aux ventes',
    ],
  ] as const)
    it(`are answered by an estimate: "${sentence}"`, async () => {
      const chat = chatAfter(activated(9), {}, language)
      const before = chat.situation.log.length
      await chat.say(sentence)
      assert.equal(headingOf(chat.card).replace(/[\u00a0\u202f]/g, ' '), title)
      assert.equal(chat.situation.log.length, before)
    })

  it('are called an estimate, with what counts and what is missing', async () => {
    const chat = chatAfter(activated(9))
    await chat.say('we sold 80k through Microsoft')
    assertShows(chat.card, 'Our estimate, and nothing is recorded.')
    assertShows(chat.card, 'Only sales that Microsoft billed through the marketplace count, in US dollars')
    assertShows(chat.card, '$20,000 more would reach Co-sell.')
    assert.match(textOf(chat.card), /Source: /)
  })

  it('are recorded by the check, filled in, and only by it', async () => {
    const chat = chatAfter(activated(9))
    await chat.say('we sold 250k on the marketplace')
    await chat.press('Record these sales')
    assert.equal(headingOf(chat.card), 'Your publisher profiles')
    assertShows(chat.card, '$250,000 · Sold through Microsoft')
    assert.equal(chat.company?.eligibility?.facts.profiles[0]?.billedSalesUsd, 140_000)
    await chat.press('Continue')
    assert.equal(chat.company?.eligibility?.facts.profiles[0]?.billedSalesUsd, 250_000)
  })

  it('fill in the inputs where no profile is recorded', async () => {
    const chat = chatAfter([])
    await chat.say('we sold 25k through the marketplace')
    await chat.press('Record these sales')
    await chat.press('Yes')
    const found = Object.fromEntries(inputsIn(chat.card?.body).map(({ id, value }) => [id, value]))
    assert.deepEqual([found.sales, found.pricing, found.name], ['25000', 'transact', ''])
  })

  it('are not converted from another currency', async () => {
    const chat = chatAfter(activated(9))
    await chat.say('we sold €80k through Microsoft')
    assertShows(chat.card, 'You named another currency. I don’t convert it')
    assert.equal(buttonsOf(chat.card).includes('Record these sales'), false)
  })

  for (const sentence of [
    'we sold 80k outside the marketplace, does it count?',
    'how much have we sold',
    'with 20k users in Teams, which tier',
    'we have 50k in Azure consumption',
  ])
    it(`are not taken from "${sentence}"`, async () => {
      const chat = chatAfter(activated(9))
      await chat.say(sentence)
      assert.doesNotMatch(headingOf(chat.card), /of billed sales:/)
    })
})
