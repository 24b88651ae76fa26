import assert from 'node:assert/strict'
import fc from 'fast-check'
import { anyOf, anyOfCapitalised } from '../../../src/core/text/any-of.ts'

const matches = (source: string, flags: string) => (text: string) =>
  new RegExp(`^${source}$`, flags).test(text)

describe('one of some words', () => {
  it('is written with or without accents, with any apostrophe, and with any sign between its words', () => {
    const isOne = matches(anyOf(["numéro d'erreur", 'sign in']), 'u')
    const texts = ['numéro d’erreur', "numero d'erreur", 'sign-in', 'sign_in', 'signin', 'Sign in', 'numéro']
    assert.deepEqual(texts.map(isOne), [true, true, true, true, false, false, false])
  })

  it('is the longest that fits', () => {
    assert.equal(new RegExp(anyOf(['code', 'code number']), 'u').exec('code number')?.[0], 'code number')
  })

  it('may begin with a capital in each of its words, where that is wanted', () => {
    const isOne = matches(anyOfCapitalised(['bien à vous']), 'u')
    assert.deepEqual(['Bien à vous', 'bien À Vous', 'BIEN à vous'].map(isOne), [true, true, false])
  })

  it('is nothing without words', () => assert.equal(matches(anyOf([]), 'u')(''), false))

  it('matches itself, whatever signs it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (word) => {
        const text = word.normalize('NFC')
        assert.ok(matches(anyOf([word]), 'u')(text))
        assert.ok(matches(anyOfCapitalised([word]), 'u')(text))
      }),
      { examples: [['constructor'], ['__proto__']] },
    )
  })
})
