import assert from 'node:assert/strict'
import { createTermWeights } from '../../../dialogs/understanding/term-weights.ts'

const termWeights = createTermWeights([
  { target: 'contact', concepts: ['assign', 'person'] },
  { target: 'contact', concepts: ['who', 'person'] },
  { target: 'history', concepts: ['who', 'changed'] },
  { target: 'history', concepts: ['who', 'did'] },
  { target: 'history', concepts: ['person', 'did'] },
  { target: 'history', concepts: ['did'] },
])

describe('what a concept tells', () => {
  it('is nearly everything where one target alone speaks of it', () =>
    assert.ok(termWeights('did', 'history') > 0.95))
  it('is nothing of a target that never speaks of it', () => assert.equal(termWeights('did', 'contact'), 0))
  it('is counted by the part of the phrases, not by their number', () =>
    assert.equal(termWeights('who', 'contact'), termWeights('who', 'history')))
  it('is more of the target that speaks of it oftener', () =>
    assert.ok(termWeights('person', 'contact') > termWeights('person', 'history')))
  it('is without a target what it tells of the likeliest', () =>
    assert.equal(termWeights('person'), termWeights('person', 'contact')))
  it('is never certain', () => assert.ok(termWeights('assign') < 1))
  it('is high for an unused word of no target', () => {
    assert.equal(termWeights('pizza', 'contact'), 0)
    assert.ok(termWeights('pizza') > 0.5)
  })
})
