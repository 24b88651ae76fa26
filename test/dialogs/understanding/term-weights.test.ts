import assert from 'node:assert/strict'
import { createTelling } from '../../../dialogs/understanding/term-weights.ts'

const telling = createTelling([
  { target: 'contact', concepts: ['assign', 'person'] },
  { target: 'contact', concepts: ['who', 'person'] },
  { target: 'history', concepts: ['who', 'changed'] },
  { target: 'history', concepts: ['who', 'did'] },
  { target: 'history', concepts: ['person', 'did'] },
  { target: 'history', concepts: ['did'] },
])

describe('what a concept tells', () => {
  it('is nearly everything where one target alone speaks of it', () =>
    assert.ok(telling('did', 'history') > 0.95))
  it('is nothing of a target that never speaks of it', () => assert.equal(telling('did', 'contact'), 0))
  it('is counted by the part of the phrases, not by their number', () =>
    assert.equal(telling('who', 'contact'), telling('who', 'history')))
  it('is more of the target that speaks of it oftener', () =>
    assert.ok(telling('person', 'contact') > telling('person', 'history')))
  it('is without a target what it tells of the likeliest', () =>
    assert.equal(telling('person'), telling('person', 'contact')))
  it('is never certain', () => assert.ok(telling('assign') < 1))
  it('is much for a word that nobody uses, of no target', () => {
    assert.equal(telling('pizza', 'contact'), 0)
    assert.ok(telling('pizza') > 0.5)
  })
})
