import assert from 'node:assert/strict'
import { phrasePattern } from '../../../src/core/text/phrase-pattern.ts'

const matches = (phrase: string) => (text: string) => new RegExp(`^${phrasePattern(phrase)}`, 'u').test(text)

describe('a phrase', () => {
  it('has alternatives, of several words too', () => {
    const isSaid = matches("nous ne_pouvons_pas/n'avons_pas_pu charger")
    const texts = ['nous ne pouvons pas charger', 'nous n avons pas pu charger', 'nous pouvons charger']
    assert.deepEqual(texts.map(isSaid), [true, true, false])
  })

  it('has words that may be missing, and words of any kind', () => {
    const isSaid = matches('(the/this) request (*) failed')
    const texts = [
      'request failed',
      'this request has failed',
      'a request failed',
      'the request has not failed',
    ]
    assert.deepEqual(texts.map(isSaid), [true, true, false, false])
  })

  it('ends with a word that may have an ending, and only that one may', () => {
    const isSaid = matches('opération refusé')
    assert.deepEqual(['operation refusee', 'operations refusee', 'operation'].map(isSaid), [
      true,
      false,
      false,
    ])
  })

  it('is none without a last word', () => {
    for (const phrase of ['', 'failed (today)', ' failed', 'failed ', 'has  failed'])
      assert.throws(() => phrasePattern(phrase), /ends with a word/)
  })
})
