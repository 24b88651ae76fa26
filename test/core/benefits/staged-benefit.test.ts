import assert from 'node:assert/strict'
import { standing } from '../../../src/core/benefits/benefit.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { decide } from '../../../src/core/company/decide.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { BenefitDefinition } from '../../../src/core/program/benefit-definition.ts'
import type { Situation } from '../../../src/core/program/program-vocabulary.ts'
import { staged } from '../enrollment/staged-program.ts'
import { carryOut, fresh, inSituation, on, ready, rewards, seller } from '../example.ts'

const day = '2026-10-07'
const company = (situation: Situation, facts: Facts = seller(50_000)) =>
  inSituation(ready(facts, day, staged), { situation }, day)
const stand = (of: Company, id: string) =>
  standing(of, staged, { today: day, role: 'partner-admin' }).find(({ benefit }) => benefit.id === id) ??
  assert.fail()
const codes = (of: Company, id: string) => {
  const found = stand(of, id)
  return found.state === 'locked' ? found.reasons.map(({ code }) => code) : []
}
const cautions = (of: Company, id: string) => {
  const found = stand(of, id)
  return found.state === 'available'
    ? found.cautions.filter((each) => !each.startsWith('role'))
    : assert.fail(`${id} is ${found.state}: ${codes(of, id)}`)
}
const certified = seller(50_000, { softwareDesignation: 'yes' })

describe('a benefit of one path', () => {
  it('is locked on the other path, and says which one has it', () => {
    const found = stand(company('no-cost'), 'manager')
    assert.deepEqual(found.state === 'locked' && found.reasons, [{ code: 'path', paths: ['premium'] }])
  })

  it('is open on its path', () => {
    assert.equal(stand(company('premium'), 'manager').state, 'available')
  })

  it('is locked while no path is known', () => {
    assert.deepEqual(codes(company('page-missing'), 'manager'), ['path'])
  })

  it('is locked twice for a company that is not enrolled', () => {
    assert.deepEqual(codes(company('not-enrolled'), 'manager'), ['not-enrolled', 'path'])
  })
})

describe('a benefit of a stage', () => {
  it('is locked before it, and says which stage it is', () => {
    const found = stand(company('no-cost', seller(0)), 'go-to-market')
    assert.deepEqual(found.state === 'locked' && found.reasons, [{ code: 'stage', stage: 'grow' }])
  })

  it('is open from then on, with the caution that the stage is our reading', () => {
    assert.deepEqual(cautions(company('no-cost'), 'go-to-market'), ['stage-estimated'])
    assert.deepEqual(cautions(company('no-cost', certified), 'go-to-market'), ['stage-estimated'])
  })

  it('waits for an estimate where nothing is known of offers and sales', () => {
    const unknown = inSituation(fresh(staged), { situation: 'premium' }, day)
    assert.deepEqual(codes(unknown, 'go-to-market'), ['no-estimate'])
  })
})

describe('a benefit for every way of selling', () => {
  const nothing = seller(0, { liveOffer: 'no', profiles: [] })

  it('needs no offer in a program with stages', () => {
    assert.deepEqual(
      ['journey', 'manager'].map((id) => codes(company('premium', nothing), id)),
      [[], []],
    )
    assert.deepEqual(codes(company('premium', nothing), 'go-to-market'), ['stage'])
  })

  it('needs one where it says so', () => {
    const benefits = staged.benefits.map(
      (each): BenefitDefinition => ({
        ...each,
        prerequisites: ['enrolled', 'live-offer'],
      }),
    )
    const program = { ...staged, benefits }
    const [found] = standing(company('premium', nothing), program, { today: day, role: 'partner-admin' })
    assert.deepEqual(found?.state === 'locked' && found.reasons, [{ code: 'no-live-offer' }])
  })
})

describe('a benefit with a condition', () => {
  it('of a certified software designation is locked without one', () => {
    assert.deepEqual(codes(company('no-cost'), 'csd-marketing'), ['stage', 'software-designation-needed'])
    assert.equal(stand(company('no-cost', certified), 'csd-marketing').state, 'available')
  })

  it('of the highest tier is locked below it', () => {
    const top = seller(9_000_000, { softwareDesignation: 'yes' })
    assert.deepEqual(codes(company('no-cost'), 'top-sponsorship'), ['top-tier-needed'])
    assert.deepEqual(codes(company('no-cost', seller(9_000_000)), 'top-sponsorship'), ['top-tier-needed'])
    assert.equal(stand(company('no-cost', top), 'top-sponsorship').state, 'available')
  })

  it('that the bot cannot check comes with a caution', () => {
    assert.deepEqual(
      ['credits', 'ai-track', 'concierge'].map((id) => cautions(company('premium'), id)),
      [['new-members-only'], ['ai-publishers-only', 'stage-estimated'], ['teams-or-dynamics-only']],
    )
  })
})

describe('a benefit that no button gives', () => {
  it('says that a status brings it, or that its way is not published', () => {
    assert.deepEqual(codes(company('no-cost', certified), 'badge'), ['reached-by-status'])
    assert.deepEqual(codes(company('no-cost'), 'leads'), ['way-unpublished'])
  })

  it('cannot be activated', () => {
    const command = { type: 'ActivateBenefit', benefit: 'leads' } as const
    assert.deepEqual(decide(company('no-cost'), command, on(day, staged)), {
      refused: 'not-activatable',
      benefit: 'leads',
      access: 'unpublished',
    })
  })

  it('can be activated where its page is known, though not its button', () => {
    const command = { type: 'ActivateBenefit', benefit: 'go-to-market' } as const
    const decision = decide(company('no-cost'), command, on(day, staged))
    assert.ok('events' in decision && decision.events.length === 1)
  })
})

describe('an enrollment that was recorded', () => {
  it('outranks what was declared of it', () => {
    const command = { type: 'RecordEligibility', facts: seller(50_000, { enrolled: 'no' }) } as const
    const declared = carryOut(company('no-cost'), command, on(day, staged))
    const found = [ready(seller(50_000), day, staged), company('not-enrolled'), declared]
    assert.deepEqual(
      found.map((each) => codes(each, 'concierge')),
      [[], ['not-enrolled'], []],
    )
  })

  it('opens what needs no sales, before anything is declared', () => {
    const enrolled = inSituation(fresh(staged), { situation: 'no-cost' }, day)
    assert.equal(stand(enrolled, 'concierge').state, 'available')
    assert.deepEqual(codes(fresh(staged), 'concierge'), ['no-estimate'])
  })

  it('asks for no path or stage in a program that has none', () => {
    const { enrollment: _, ...plain } = { ...rewards, benefits: staged.benefits }
    const found = standing(ready(seller(0)), plain, { today: day, role: 'partner-admin' })
    assert.ok(
      found.every(
        (each) =>
          each.state !== 'locked' || each.reasons.every(({ code }) => code !== 'path' && code !== 'stage'),
      ),
    )
  })
})
