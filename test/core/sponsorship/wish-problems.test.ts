import assert from 'node:assert/strict'
import { startsBetween, validUntil } from '../../../src/core/sponsorship/dates.ts'
import { dealCap } from '../../../src/core/sponsorship/deal-cap.ts'
import { wishProblems } from '../../../src/core/sponsorship/wish-problems.ts'
import { deal, rules } from './sponsoring.ts'

const today = '2026-11-02'
const problemsOf = (wish: Parameters<typeof wishProblems>[1]) => wishProblems(rules, wish, today)

describe('the cap of a deal', () => {
  it('is ten percent of the annual value from three years on', () => {
    assert.deepEqual(dealCap(rules, deal), { usd: 50_000, percent: 10, of: 'annual-value' })
    assert.equal(dealCap(rules, { ...deal, years: 5 })?.usd, 50_000)
  })

  for (const years of [1, 1.5, 2])
    it(`is three percent of the total value for ${years} years`, () => {
      const short = { ...deal, years, totalValueUsd: 200_010 }
      assert.deepEqual(dealCap(rules, short), { usd: 6000, percent: 3, of: 'total-value' })
    })

  for (const years of [0.5, 2.5])
    it(`is unknown for ${years} years, which no rule names`, () => {
      assert.equal(dealCap(rules, { ...deal, years }), undefined)
    })
})

describe('a wished amount', () => {
  it('may be the cap of the deal', () => assert.deepEqual(problemsOf({ deal, amountUsd: 50_000 }), []))

  it('may not be more than the cap', () => {
    assert.deepEqual(problemsOf({ deal, amountUsd: 50_100 }), [{ code: 'amount-over-cap', mostUsd: 50_000 }])
  })

  it('is held to the largest amount where the cap is unknown or higher', () => {
    const large = [{ code: 'amount-too-large', mostUsd: 200_000 }]
    assert.deepEqual(problemsOf({ amountUsd: 200_100 }), large)
    const rich = { ...deal, annualValueUsd: 9_000_000 }
    assert.deepEqual(problemsOf({ deal: rich, amountUsd: 200_100 }), large)
    assert.deepEqual(problemsOf({ deal: { ...deal, years: 2.5 }, amountUsd: 200_000 }), [])
  })

  it('is at least the smallest one', () => {
    assert.deepEqual(problemsOf({ amountUsd: 99 }), [{ code: 'amount-too-small', leastUsd: 100 }])
    assert.deepEqual(problemsOf({ amountUsd: 100 }), [])
  })

  it('goes in steps, and the next lower one is named', () => {
    assert.deepEqual(problemsOf({ amountUsd: 4250 }), [
      { code: 'amount-off-step', stepUsd: 100, nearUsd: 4200 },
    ])
  })
})

describe('the wished first day', () => {
  it('lies 14 to 30 days after the request', () => {
    assert.deepEqual(startsBetween(rules, today), { first: '2026-11-16', last: '2026-12-02' })
    assert.deepEqual(
      ['2026-11-15', '2026-11-16', '2026-12-02', '2026-12-03'].map(
        (startOn) => problemsOf({ startOn }).length,
      ),
      [1, 0, 0, 1],
    )
  })

  it('is counted from the closing of a deal that is still open', () => {
    const open = { ...deal, closedOn: '2026-11-20' }
    assert.deepEqual(problemsOf({ deal: open, startOn: '2026-11-20' }), [
      { code: 'start-out-of-range', first: '2026-12-04', last: '2026-12-20' },
    ])
  })
})

describe('the deal', () => {
  it('closed at most 60 days ago', () => {
    assert.deepEqual(problemsOf({ deal: { ...deal, closedOn: '2026-09-03' } }), [])
    assert.deepEqual(problemsOf({ deal: { ...deal, closedOn: '2026-09-02' } }), [
      { code: 'deal-too-old', until: '2026-11-01' },
    ])
  })

  it('may be open while the request is prepared, and not when it is sent', () => {
    const open = { ...deal, closedOn: '2026-11-03' }
    assert.deepEqual(problemsOf({ deal: open, state: 'prepared' }), [])
    assert.deepEqual(problemsOf({ deal: open, state: 'sent' }), [
      { code: 'deal-open', closesOn: '2026-11-03' },
    ])
  })
})

describe('a grant', () => {
  it('is valid for 90 days, and for 180 from 100,000 dollars', () => {
    assert.deepEqual(
      [99_900, 100_000].map((usd) => validUntil(rules, usd, '2026-11-20')),
      ['2027-02-18', '2027-05-19'],
    )
  })
})
