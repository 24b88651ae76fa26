import assert from 'node:assert/strict'
import { coSellStanding } from '../../../src/core/eligibility/co-sell.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import { carryOut, fresh, frontier, listed, on, ready, rewards, seller } from '../example.ts'

const program = {
  ...frontier,
  coSell: {
    neededUsd: 100_000,
    source: frontier.rules.succession,
    commitmentsUsd: 1_000_000,
    commitmentsSource: frontier.rules.succession,
    listedBy: [],
  },
}
const told = (facts: Facts) =>
  coSellStanding(
    carryOut(fresh(program), { type: 'RecordEligibility', facts }, on('2026-11-02', program)),
    program,
  )

describe('the way to Azure IP co-sell', () => {
  it('is as long as the billed sales fall short', () => {
    const { neededUsd, reachedUsd, reachedBy, missingUsd } = told(seller(60_000)) ?? assert.fail()
    assert.deepEqual(
      [neededUsd, reachedUsd, reachedBy, missingUsd],
      [100_000, 60_000, 'billed-sales', 40_000],
    )
  })

  it('takes Azure consumption where that is more, and never adds the two', () => {
    const more = told(seller(60_000, { azureConsumptionUsd: 70_000 }))
    assert.deepEqual([more?.reachedBy, more?.missingUsd], ['azure-consumption', 30_000])
    const less = told(seller(60_000, { azureConsumptionUsd: 50_000 }))
    assert.deepEqual([less?.reachedBy, less?.missingUsd], ['billed-sales', 40_000])
  })

  it('has an end', () => assert.equal(told(seller(250_000))?.missingUsd, 0))

  it('says whether the consumption is known at all', () => {
    assert.equal(told(seller(1))?.isConsumptionKnown, false)
    assert.equal(told(seller(1, { azureConsumptionUsd: 0 }))?.isConsumptionKnown, true)
  })

  it('counts only what Microsoft billed', () => {
    const byol = { name: 'B', listingClass: 'list', countedAs: 'byol', billedSalesUsd: 90_000 } as const
    assert.equal(told(seller(0, { profiles: [byol] }))?.missingUsd, 100_000)
  })

  it('names what else is needed, what is missing for certain first', () => {
    const always = ['offer-type', 'co-sell-ready', 'technical-validation']
    assert.deepEqual(told(seller(1))?.needs, always)
    assert.deepEqual(told(listed('list', { enrolled: 'no' }))?.needs, [
      'enrollment',
      'transactable-offer',
      ...always,
    ])
    assert.deepEqual(told(seller(1, { enrolled: 'unknown' }))?.needs, ['enrollment-unknown', ...always])
  })

  it('is not computed without facts, or for programs that say nothing of it', () => {
    assert.equal(coSellStanding(fresh(program), program), undefined)
    assert.equal(coSellStanding(ready(seller(1)), rewards), undefined)
  })
})
