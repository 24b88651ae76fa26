import assert from 'node:assert/strict'
import fc from 'fast-check'
import { literal } from '../../../src/core/text/literal.ts'

describe('a word in a pattern', () => {
  it('matches itself and nothing else, whatever signs it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (word, other) => {
        const pattern = new RegExp(`^${literal(word)}$`, 'u')
        assert.ok(pattern.test(word))
        assert.equal(pattern.test(other), other === word)
      }),
    )
  })
})
