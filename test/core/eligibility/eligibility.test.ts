import assert from 'node:assert/strict'
import fc from 'fast-check'
import { estimate } from '../../../src/core/eligibility/eligibility.ts'
import type { PublisherProfile } from '../../../src/core/eligibility/facts.ts'
import { frontier, listed, rewards, rewards2023, seller } from '../example.ts'

const profile = (changes: Partial<PublisherProfile>): PublisherProfile => ({
  name: 'Contoso',
  listingClass: 'transact',
  billedSalesUsd: 0,
  ...changes,
})
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)
const anyProfile = fc.record({
  name: fc.constantFrom('A', 'B'),
  listingClass: fc.constantFrom('list', 'trial', 'consulting', 'transact'),
  billedSalesUsd: fc.integer({ min: 0, max: 6_000_000 }),
  offering: fc.constantFrom('software', 'services'),
}) satisfies fc.Arbitrary<PublisherProfile>

describe('the estimated tier', () => {
  it('is the first one without sales', () => {
    assert.equal(estimate(rewards, seller(0)).tier?.id, 'awareness')
  })

  it('is reached at exactly its minimum', () => {
    assert.equal(estimate(rewards, seller(100_000)).tier?.id, 'co-sell')
  })

  it('is not reached one dollar below', () => {
    assert.equal(estimate(rewards, seller(99_999)).tier?.id, 'demand-generation')
  })

  it('sums the sales of all publisher profiles', () => {
    const profiles = [60_000, 40_000].map((billedSalesUsd) => profile({ billedSalesUsd }))
    assert.equal(estimate(rewards, seller(0, { profiles })).countedUsd, 100_000)
  })

  it('says which tier is next and how far it is', () => {
    const { next } = estimate(rewards, seller(80_000))
    assert.deepEqual([next?.tier.id, next?.missingUsd], ['co-sell', 20_000])
  })

  it('has nothing above the highest', () => {
    assert.equal(estimate(rewards, seller(4_000_000)).next, undefined)
  })

  it('needed five million until December 2023, and four since', () => {
    const reached = [rewards2023, rewards].map((program) => estimate(program, seller(4_500_000)).tier?.id)
    assert.deepEqual(reached, ['sales-enablement', 'sales-enablement-top'])
  })

  it('is reached by the solution value where that is higher', () => {
    const { tier, reachedBy } = estimate(rewards, seller(30_000, { solutionValueUsd: 500_000 }))
    assert.deepEqual([tier?.id, reachedBy], ['lead-development', 'solutionValueUsd'])
  })

  it('is not reached by the solution value where the program does not count it', () => {
    const { reachedBy, countedUsd, caveats } = estimate(frontier, seller(10, { solutionValueUsd: 500_000 }))
    assert.deepEqual(
      [reachedBy, countedUsd, codes(caveats)],
      ['billedSalesUsd', 10, ['estimate', 'thresholds-partly-unknown', 'solution-value-not-shown']],
    )
  })

  it('is not reached by the solution value of services alone', () => {
    const profiles = [profile({ offering: 'services' })]
    assert.equal(estimate(rewards, seller(0, { profiles, solutionValueUsd: 500_000 })).countedUsd, 0)
  })

  it('ignores active users of Teams, whose thresholds are unpublished', () => {
    const { tier, caveats } = estimate(rewards, seller(0, { teamsMau: 900_000 }))
    assert.deepEqual([tier?.id, codes(caveats).includes('mau-thresholds-unknown')], ['awareness', true])
  })

  it('never falls when a profile sells more', () => {
    fc.assert(
      fc.property(
        fc.array(anyProfile, { minLength: 1 }),
        fc.nat(6),
        fc.nat(5_000_000),
        (profiles, at, more) => {
          const rank = (list: PublisherProfile[]) => {
            const { tier, unlocked } = estimate(rewards, seller(0, { profiles: list }))
            return [rewards.tiers.findIndex(({ id }) => id === tier?.id), unlocked.length] as const
          }
          const richer = profiles.map((each, index) =>
            index === at % profiles.length ? { ...each, billedSalesUsd: each.billedSalesUsd + more } : each,
          )
          const [[tier, benefits], [newTier, newBenefits]] = [rank(profiles), rank(richer)]
          return newTier >= tier && newBenefits >= benefits
        },
      ),
    )
  })
})

describe('the estimate', () => {
  it('lists the benefits of the tier', () => {
    assert.deepEqual(ids(estimate(rewards, seller(25_000)).unlocked), [
      'listing-optimization',
      'press-release-support',
      'featured-placement',
      'featured-blog',
      'engagement-manager',
      'technical-presales-deployment',
      'self-serve-toolkit',
    ])
  })

  it('lists the benefits that only the next tier brings', () => {
    assert.deepEqual(ids(estimate(rewards, seller(25_000)).unlockedNext), [
      'to-seller-webinar',
      'social-promotion',
      'azure-sponsorship',
    ])
  })

  it('keeps apart what is for transactable offers only', () => {
    const { otherClass, unlocked } = estimate(rewards, listed('list', { solutionValueUsd: 25_000 }))
    assert.deepEqual(
      [ids(otherClass), ids(unlocked).includes('featured-blog')],
      [['featured-placement', 'featured-blog', 'engagement-manager'], false],
    )
  })

  it('never names a benefit as unlocked and as another class’s', () => {
    fc.assert(
      fc.property(fc.array(anyProfile), (profiles) => {
        const { unlocked, unlockedNext, otherClass } = estimate(rewards, seller(0, { profiles }))
        const all = ids([...unlocked, ...unlockedNext, ...otherClass])
        return new Set(all).size === all.length
      }),
    )
  })

  it('does not count what a BYOL offer sold, and says why', () => {
    const profiles = [profile({ listingClass: 'list', countedAs: 'byol', billedSalesUsd: 90_000 })]
    const { countedUsd, uncounted } = estimate(rewards, seller(0, { profiles }))
    assert.deepEqual(
      [countedUsd, uncounted],
      [0, [{ code: 'byol', source: 'listing-types', profile: 'Contoso', amountUsd: 90_000 }]],
    )
  })

  it('does not mention a listed profile that sold nothing', () => {
    assert.deepEqual(estimate(rewards, listed('list')).uncounted, [])
  })

  it('mentions what a listed profile sold elsewhere', () => {
    const profiles = [profile({ listingClass: 'list', billedSalesUsd: 5 })]
    assert.deepEqual(codes(estimate(rewards, seller(0, { profiles })).uncounted), ['not-through-microsoft'])
  })

  it('says nothing against thresholds that Microsoft published', () => {
    assert.deepEqual(codes(estimate(rewards2023, seller(0)).caveats), ['estimate'])
  })

  it('does not count the sales of services alone', () => {
    const profiles = [profile({ offering: 'services', billedSalesUsd: 900_000 })]
    const { tier, countedUsd, ruledOut, unlocked } = estimate(rewards, seller(0, { profiles }))
    assert.deepEqual([tier, countedUsd, codes(ruledOut), unlocked], [undefined, 0, ['services-only'], []])
  })

  it('counts services beside an app that is sold through Microsoft', () => {
    const profiles = [profile({}), profile({ offering: 'services', billedSalesUsd: 100_000 })]
    assert.equal(estimate(rewards, seller(0, { profiles })).countedUsd, 100_000)
  })

  it('does not count services beside an app that is only listed', () => {
    const profiles = [
      profile({ listingClass: 'list' }),
      profile({ offering: 'services', billedSalesUsd: 100_000 }),
    ]
    const { countedUsd, uncounted } = estimate(rewards, seller(0, { profiles }))
    assert.deepEqual([countedUsd, codes(uncounted)], [0, ['services-without-app']])
  })

  it('is ruled out without enrolment and without a live offer', () => {
    const { ruledOut } = estimate(rewards, seller(0, { enrolled: 'no', liveOffer: 'no' }))
    assert.deepEqual(codes(ruledOut), ['not-enrolled', 'no-live-offer'])
  })

  it('says that its middle thresholds are not confirmed', () => {
    assert.deepEqual(codes(estimate(rewards, seller(0)).caveats), ['estimate', 'thresholds-unverified'])
  })

  it('gives a known source for every reason and caveat', () => {
    const facts = seller(0, { enrolled: 'no', liveOffer: 'unknown', teamsMau: 5, profiles: [] })
    const { ruledOut, caveats } = estimate(rewards, facts)
    const unknown = [...ruledOut, ...caveats].filter(({ source }) => rewards.sources[source] === undefined)
    assert.deepEqual([unknown, ruledOut.length, caveats.length], [[], 2, 4])
  })
})
