import assert from 'node:assert/strict'
import { standing } from '../../../src/core/benefits/benefit.ts'
import type { Asking } from '../../../src/core/benefits/benefit-case.ts'
import { contactBy, expiresOn, recurrenceOf, renewsOn } from '../../../src/core/benefits/benefit-dates.ts'
import type { Company } from '../../../src/core/company/company.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { carryOut, fresh, listed, on, ready, rewards, rewards2023, seller } from '../example.ts'

const day = '2026-03-02'
const asked: Asking = { today: day, role: 'partner-admin' }

function stand(company: Company, id: string, asking: Partial<Asking> = {}, program: Program = rewards) {
  const found = standing(company, program, { ...asked, ...asking }).find(({ benefit }) => benefit.id === id)
  assert.ok(found)
  return found
}

const reasons = (...given: Parameters<typeof stand>) => {
  const found = stand(...given)
  return found.state === 'locked' ? found.reasons : []
}
const codes = (...given: Parameters<typeof stand>) => reasons(...given).map(({ code }) => code)
const cautions = (...given: Parameters<typeof stand>) => {
  const found = stand(...given)
  return found.state === 'available' ? found.cautions : undefined
}
const activate = (company: Company, benefit: string, when = day, program: Program = rewards) =>
  carryOut(company, { type: 'ActivateBenefit', benefit }, on(when, program))

describe('a benefit', () => {
  it('is available when tier, class, contact and role fit', () => {
    assert.equal(stand(ready(seller(25_000)), 'featured-blog').state, 'available')
  })

  it('is locked with every reason at once', () => {
    const company = carryOut(
      fresh(),
      { type: 'RecordEligibility', facts: seller(10_000, { enrolled: 'no', liveOffer: 'no' }) },
      on(day),
    )
    assert.deepEqual(codes(company, 'featured-blog', { role: 'other' }), [
      'not-enrolled',
      'no-live-offer',
      'tier',
      'contact-missing',
      'role',
    ])
  })

  it('says how many dollars its tier is away', () => {
    assert.deepEqual(reasons(ready(seller(10_000)), 'featured-blog'), [
      { code: 'tier', unlockUsd: 25_000, missingUsd: 15_000, tier: 'demand-generation' },
    ])
  })

  it('says which listing class it needs', () => {
    assert.deepEqual(reasons(ready(listed('list', { solutionValueUsd: 25_000 })), 'featured-blog'), [
      { code: 'listing-class', needed: ['transact'] },
    ])
  })

  it('is locked for a company that sells services alone', () => {
    const profiles = [
      { name: 'C', listingClass: 'transact', billedSalesUsd: 0, offering: 'services' } as const,
    ]
    assert.deepEqual(codes(ready(seller(0, { profiles })), 'listing-optimization'), ['services-only'])
  })

  it('is unknown before any facts', () => {
    assert.deepEqual(codes(fresh(), 'listing-optimization'), ['no-estimate', 'contact-missing'])
  })

  it('names who may activate it to a person who may not', () => {
    const [reason] = reasons(ready(seller(0)), 'listing-optimization', { role: 'account-admin' })
    assert.deepEqual(reason, {
      code: 'role',
      role: 'account-admin',
      allowed: rewards.roles.activateBenefit,
    })
  })

  it('is available to a Global admin, with the caution that pages differ', () => {
    assert.deepEqual(cautions(ready(seller(0)), 'listing-optimization', { role: 'global-admin' }), [
      'role-unsure',
    ])
  })

  it('was surely open to a Global admin until 2023', () => {
    const company = ready(seller(0), day, rewards2023)
    assert.deepEqual(cautions(company, 'listing-optimization', { role: 'global-admin' }, rewards2023), [])
  })

  it('is available with a caution when the role is unknown', () => {
    assert.deepEqual(cautions(ready(seller(0)), 'listing-optimization', { role: undefined }), [
      'role-unknown',
    ])
  })

  it('comes with the caution that the tier is only estimated', () => {
    assert.deepEqual(cautions(ready(seller(25_000)), 'featured-blog'), ['tier-estimated'])
  })

  it('comes with a caution when enrolment and live offer are unknown', () => {
    const company = ready(seller(0, { enrolled: 'unknown', liveOffer: 'unknown' }))
    assert.deepEqual(cautions(company, 'listing-optimization'), ['enrolment-unknown', 'live-offer-unknown'])
  })

  it('that Microsoft assigns cannot be activated', () => {
    assert.deepEqual(codes(ready(seller(0)), 'engagement-manager'), ['assigned-by-microsoft'])
  })

  it('that is open to all needs nothing', () => {
    assert.deepEqual(cautions(fresh(), 'self-serve-toolkit', { role: 'other' }), [])
  })

  it('that needs a membership is locked without one', () => {
    const company = ready(seller(0, { membership: 'no' }))
    assert.deepEqual(codes(company, 'technical-presales-deployment'), ['membership-needed'])
  })

  it('that needs no membership does not ask for one', () => {
    const company = ready(seller(0, { membership: 'no' }))
    assert.equal(stand(company, 'listing-optimization').state, 'available')
  })

  it('that needs a membership comes with a caution until it is confirmed', () => {
    const [unknown, confirmed] = [seller(0), seller(0, { membership: 'yes' })].map((facts) =>
      cautions(ready(facts), 'technical-presales-deployment'),
    )
    assert.deepEqual([unknown, confirmed], [['membership-unknown'], []])
  })
})

describe('the portal’s verdict', () => {
  const told = (company: Company, verdict: 'eligible' | 'not-eligible', when = day) =>
    carryOut(company, { type: 'RecordPortalVerdict', verdict }, on(when))

  it('outranks what was estimated of enrolment and live offer', () => {
    const company = told(ready(seller(0)), 'eligible')
    const doubted = carryOut(
      company,
      { type: 'RecordEligibility', facts: seller(0, { liveOffer: 'no' }) },
      on(day),
    )
    assert.equal(stand(told(doubted, 'eligible'), 'listing-optimization').state, 'available')
  })

  it('clears up enrolment, services and every doubt about them', () => {
    const services = [
      { name: 'C', listingClass: 'transact', billedSalesUsd: 0, offering: 'services' } as const,
    ]
    const facts = [
      seller(0, { enrolled: 'unknown', liveOffer: 'unknown' }),
      seller(0, { profiles: services }),
      seller(25_000),
    ]
    const [doubtful, served, selling] = facts.map((each) => told(ready(each), 'eligible'))
    assert.ok(doubtful && served && selling)
    assert.deepEqual(
      [
        cautions(doubtful, 'listing-optimization'),
        cautions(served, 'listing-optimization'),
        cautions(selling, 'featured-blog'),
      ],
      [[], [], []],
    )
  })

  it('clears up that the company was not enrolled', () => {
    const company = told(
      carryOut(
        ready(seller(0)),
        { type: 'RecordEligibility', facts: seller(0, { enrolled: 'no' }) },
        on(day),
      ),
      'eligible',
    )
    assert.equal(stand(company, 'listing-optimization').state, 'available')
  })

  it('outranks the absence of an estimate for the first tier alone', () => {
    const company = told(fresh(), 'eligible')
    assert.deepEqual(
      [codes(company, 'listing-optimization'), codes(company, 'featured-blog')],
      [['contact-missing'], ['no-estimate', 'contact-missing']],
    )
  })

  it('does not bring a tier nearer', () => {
    assert.deepEqual(codes(told(ready(seller(0)), 'eligible'), 'featured-blog'), ['tier'])
  })

  it('locks everything when it is no', () => {
    assert.deepEqual(codes(told(ready(seller(0)), 'not-eligible'), 'listing-optimization'), [
      'portal-not-eligible',
    ])
  })

  it('is outdated by newer facts', () => {
    const company = told(ready(seller(0)), 'eligible')
    const facts = seller(0, { liveOffer: 'no' })
    const newer = carryOut(company, { type: 'RecordEligibility', facts }, on('2026-03-03'))
    assert.deepEqual(codes(newer, 'listing-optimization'), ['no-live-offer'])
  })
})

describe('an activated benefit', () => {
  it('is active, with its record', () => {
    const found = stand(activate(ready(seller(0)), 'listing-optimization'), 'listing-optimization')
    assert.deepEqual(found.state === 'active' && found.record, {
      state: 'activated',
      program: 'marketplace-rewards-2024',
      activatedOn: '2026-03-02',
      updatedOn: '2026-03-02',
      contactBy: '2026-03-09',
      timesActivated: 1,
      by: 'person-1',
    })
  })

  it('is still active on the day on which it expires', () => {
    const company = activate(ready(listed('trial')), 'listing-optimization')
    assert.equal(stand(company, 'listing-optimization', { today: '2026-06-02' }).state, 'active')
  })

  it('has expired the day carryOut, until the anniversary', () => {
    const company = activate(ready(listed('trial')), 'listing-optimization')
    assert.deepEqual(reasons(company, 'listing-optimization', { today: '2026-06-03' }), [
      { code: 'expired', expiredOn: '2026-06-02', renewsOn: '2027-03-02' },
    ])
  })

  it('is used when it was completed, until the anniversary', () => {
    const company = carryOut(
      activate(ready(listed('list')), 'listing-optimization'),
      { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'completed' },
      on('2026-04-01'),
    )
    assert.deepEqual(reasons(company, 'listing-optimization', { today: '2026-04-02' }), [
      { code: 'already-used', usedOn: '2026-03-02', renewsOn: '2027-03-02' },
    ])
  })

  it('is used, not expired, when it was completed in time', () => {
    const update = { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'completed' } as const
    const company = carryOut(activate(ready(listed('trial')), 'listing-optimization'), update, on(day))
    assert.deepEqual(codes(company, 'listing-optimization', { today: '2026-07-01' }), ['already-used'])
  })

  it('is available again on the anniversary', () => {
    const company = activate(ready(listed('list')), 'listing-optimization')
    assert.equal(stand(company, 'listing-optimization', { today: '2027-03-02' }).state, 'available')
  })

  it('was used up for good until 2023', () => {
    const active = activate(ready(listed('list'), day, rewards2023), 'listing-optimization', day, rewards2023)
    const update = { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'completed' } as const
    const company = carryOut(active, update, on(day, rewards2023))
    assert.deepEqual(reasons(company, 'listing-optimization', { today: '2030-01-01' }, rewards2023), [
      { code: 'already-used', usedOn: '2026-03-02', renewsOn: undefined },
    ])
  })

  it('of an evergreen kind can be taken again once completed', () => {
    const update = { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'completed' } as const
    const company = carryOut(activate(ready(seller(0)), 'listing-optimization'), update, on(day))
    assert.equal(stand(company, 'listing-optimization').state, 'available')
  })

  it('can be taken again after it was withdrawn', () => {
    const update = { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'withdrawn' } as const
    const company = carryOut(activate(ready(listed('list')), 'listing-optimization'), update, on(day))
    assert.equal(stand(company, 'listing-optimization').state, 'available')
  })
})

describe('the dates of a benefit', () => {
  const [optimization] = rewards.benefits
  assert.ok(optimization)

  it('give Microsoft a week to get in touch', () => {
    assert.equal(contactBy(optimization, '2026-12-28'), '2027-01-04')
  })

  it('give a technical consultant two business days', () => {
    const technical = rewards.benefits.find(({ id }) => id === 'technical-presales-deployment')
    assert.equal(technical && contactBy(technical, '2026-11-20'), '2026-11-24')
  })

  it('let a trial benefit expire after three months, at the end of a short month', () => {
    assert.equal(expiresOn(optimization, ['trial'], '2026-11-30'), '2027-02-28')
  })

  it('let nothing expire for a company that also sells through Microsoft', () => {
    assert.equal(expiresOn(optimization, ['trial', 'transact'], '2026-11-30'), undefined)
  })

  it('renew on the company’s anniversary, not on the benefit’s', () => {
    assert.equal(renewsOn(optimization, ['list'], '2026-11-30', '2026-03-02'), '2027-03-02')
  })

  it('do not renew what is evergreen', () => {
    assert.deepEqual(
      [
        recurrenceOf(optimization, ['transact']),
        renewsOn(optimization, ['transact'], '2026-11-30', undefined),
      ],
      ['evergreen', undefined],
    )
  })
})
