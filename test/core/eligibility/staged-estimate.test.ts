import assert from 'node:assert/strict'
import { estimate } from '../../../src/core/eligibility/eligibility.ts'
import { staged } from '../enrollment/staged-program.ts'
import { frontier, rewards, seller } from '../example.ts'

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)
const certified = { softwareDesignation: 'yes' } as const

describe('the estimate of a program with paths and stages', () => {
  it('leaves out benefits of the other path', () => {
    const { unlocked } = estimate(staged, seller(0), 'no-cost')
    assert.deepEqual(ids(unlocked), ['journey', 'concierge', 'top-sponsorship', 'leads'])
  })

  it('has the benefits of both paths where the path is unknown', () => {
    assert.ok(ids(estimate(staged, seller(0)).unlocked).includes('manager'))
    assert.ok(ids(estimate(staged, seller(0), 'premium').unlocked).includes('manager'))
  })

  it('has the benefits of the stage and of those before it', () => {
    const unlocked = [seller(0), seller(1), seller(1, certified)].map((facts) =>
      ids(estimate(staged, facts).unlocked).filter((id) =>
        ['go-to-market', 'ai-track', 'badge', 'csd-marketing'].includes(id),
      ),
    )
    assert.deepEqual(unlocked, [
      [],
      ['go-to-market', 'ai-track'],
      ['go-to-market', 'ai-track', 'badge', 'csd-marketing'],
    ])
  })

  it('promises no benefit of a later stage with the next tier', () => {
    assert.deepEqual(estimate(staged, seller(0)).unlockedNext, [])
  })
})

describe('a company that has published nothing', () => {
  const nothing = (liveOffer: 'no' | 'unknown') => seller(0, { liveOffer, profiles: [] })
  const open = ['journey', 'manager', 'credits', 'concierge', 'top-sponsorship', 'leads']

  it('is ruled out by that where benefits promote what is published', () => {
    assert.deepEqual(codes(estimate(rewards, nothing('no')).ruledOut), ['no-live-offer', 'no-profiles'])
  })

  it('is not where companies enroll first, and has the benefits of the first stage', () => {
    for (const liveOffer of ['no', 'unknown'] as const) {
      const { ruledOut, unlocked, otherClass } = estimate(staged, nothing(liveOffer))
      assert.deepEqual([codes(ruledOut), ids(unlocked), otherClass], [[], open, []])
    }
  })

  it('hears there what a live offer opens, and on whose word', () => {
    for (const [liveOffer, code] of [
      ['no', 'no-live-offer-yet'],
      ['unknown', 'live-offer-yet-unknown'],
    ] as const) {
      const { caveats } = estimate(staged, nothing(liveOffer))
      assert.deepEqual(caveats.at(-1), { code, source: staged.rules.liveOffer })
    }
  })

  it('is ruled out there too without an enrollment, or with services alone', () => {
    const services = {
      name: 'Contoso',
      listingClass: 'transact',
      billedSalesUsd: 0,
      offering: 'services',
    } as const
    const found = [seller(0, { enrolled: 'no' }), seller(0, { profiles: [services] })].map((facts) =>
      codes(estimate(staged, { ...facts, liveOffer: 'no' }).ruledOut),
    )
    assert.deepEqual(found, [['not-enrolled'], ['services-only']])
  })
})

describe('a tier with unpublished ones above it', () => {
  it('is reached at its minimum, and held up to the next published one', () => {
    const tiers = [24_999, 25_000, 7_999_999].map((usd) => estimate(staged, seller(usd)).tier?.id)
    assert.deepEqual(tiers, ['first', 'usd-25000', 'usd-25000'])
  })

  it('comes with the caveat that higher ones are possible, and with no doubt of those published', () => {
    const { caveats } = estimate(staged, seller(50_000))
    assert.deepEqual(codes(caveats), ['estimate', 'thresholds-partly-unknown'])
  })

  it('says how far the next published one is', () => {
    const { next } = estimate(staged, seller(20_000))
    assert.deepEqual([next?.tier.id, next?.missingUsd], ['usd-25000', 5000])
  })
})

describe('a tier that needs a certified software designation', () => {
  it('is reached with one', () => {
    const { tier, caveats } = estimate(staged, seller(9_000_000, certified))
    assert.deepEqual([tier?.id, codes(caveats).includes('designation-needed')], ['top', false])
  })

  it('is not reached without one, and the estimate says what is missing and on whose word', () => {
    for (const softwareDesignation of ['no', 'unknown', undefined] as const) {
      const facts = seller(9_000_000, softwareDesignation && { softwareDesignation })
      const { tier, caveats } = estimate(staged, facts)
      assert.equal(tier?.id, 'usd-25000')
      assert.deepEqual(
        caveats.find(({ code }) => code === 'designation-needed'),
        { code: 'designation-needed', source: staged.tiers.at(-1)?.source },
      )
    }
  })

  it('does not trouble companies whose sales are below it', () => {
    assert.ok(!codes(estimate(staged, seller(7_999_999)).caveats).includes('designation-needed'))
  })
})

describe('the estimate of Frontier Accelerate', () => {
  it('claims the tiers that are published, and no other', () => {
    const tiers = [0, 25_000, 100_000, 500_000].map((usd) => estimate(frontier, seller(usd)).tier?.minimumUsd)
    assert.deepEqual(tiers, [0, 25_000, 100_000, 100_000])
  })

  it('says of Teams and Dynamics that their tier is shown elsewhere, and counts neither', () => {
    const { countedUsd, caveats } = estimate(frontier, seller(10, { solutionValueUsd: 5000 }))
    assert.deepEqual([countedUsd, codes(caveats).includes('solution-value-not-shown')], [10, true])
  })
})
