import assert from 'node:assert/strict'
import { typeset } from '../../locales/typography.ts'

describe('the typography of a sentence', () => {
  it('keeps French signs on the line of the word before them, and quotation marks on that of their words', () => {
    assert.equal(
      typeset('« Oui » : vraiment ? Hé ! Bien ; soit.', 'fr'),
      '«\u00a0Oui\u00a0»\u00a0: vraiment\u00a0? Hé\u00a0! Bien\u00a0; soit.',
    )
  })

  it('leaves other languages alone', () => {
    assert.equal(typeset('Really ?', 'en'), 'Really ?')
  })
})
