import assert from 'node:assert/strict'
import { isReached, neededStage } from '../../../src/core/enrollment/stages.ts'
import { companyFacts, isEnrolled, pathOf, stageOf } from '../../../src/core/enrollment/standing.ts'
import { situations } from '../../../src/core/program/program-vocabulary.ts'
import { fresh, inSituation, listed, ready, seller } from '../example.ts'
import { staged } from './staged-program.ts'

describe('whether a company is enrolled', () => {
  const expected = {
    'no-cost': 'yes',
    premium: 'yes',
    rewards: 'yes',
    'not-enrolled': 'no',
    'page-missing': 'unknown',
  } as const
  for (const situation of situations)
    it(`is ${expected[situation]} where Partner Center shows ${situation}`, () => {
      assert.equal(isEnrolled(inSituation(fresh(), { situation })), expected[situation])
    })

  it('is what Partner Center shows, whatever was declared with the sales', () => {
    const company = inSituation(ready(seller(0, { enrolled: 'unknown' })), { situation: 'not-enrolled' })
    assert.deepEqual([isEnrolled(company), companyFacts(company)?.enrolled], ['no', 'no'])
  })

  it('is what was declared, of a company that nobody asked for its program', () => {
    assert.deepEqual([isEnrolled(ready(seller(0))), isEnrolled(fresh())], ['yes', 'unknown'])
  })

  it('makes no facts where none were declared', () => {
    assert.equal(companyFacts(inSituation(fresh(), { situation: 'premium' })), undefined)
  })
})

describe('the path of a company', () => {
  it('is known on both paths alone', () => {
    const paths = situations.map((situation) => pathOf(inSituation(fresh(), { situation })))
    assert.deepEqual(paths, ['no-cost', 'premium', undefined, undefined, undefined])
    assert.equal(pathOf(fresh()), undefined)
  })
})

describe('the stage of a company', () => {
  it('is Build and Publish without a live offer, even with a designation', () => {
    const facts = seller(50_000, { liveOffer: 'no', softwareDesignation: 'yes' })
    assert.equal(stageOf(facts), 'build-and-publish')
  })

  it('is Build and Publish until the first billed sale, of a transactable offer', () => {
    const profiles = [{ name: 'C', listingClass: 'trial', billedSalesUsd: 50_000 } as const]
    assert.deepEqual(
      [stageOf(seller(0)), stageOf(listed('trial', { profiles })), stageOf(seller(1))],
      ['build-and-publish', 'build-and-publish', 'grow'],
    )
  })

  it('is Differentiate with a certified software designation, not with a doubtful one', () => {
    const stages = (['yes', 'no', 'unknown'] as const).map((softwareDesignation) =>
      stageOf(seller(1, { softwareDesignation })),
    )
    assert.deepEqual(stages, ['differentiate', 'grow', 'grow'])
  })
})

describe('the stage that a benefit needs', () => {
  const [example] = staged.benefits

  it('is the earliest of those that have it, in whatever order they are named', () => {
    assert.ok(example)
    assert.equal(neededStage({ ...example, stages: ['differentiate', 'grow'] }), 'grow')
  })

  it('is none where every stage has it', () => {
    assert.equal(example && neededStage(example), undefined)
  })

  it('is reached in that stage and in later ones', () => {
    assert.deepEqual(
      (['build-and-publish', 'grow', 'differentiate'] as const).map((stage) => isReached('grow', stage)),
      [false, true, true],
    )
  })
})
