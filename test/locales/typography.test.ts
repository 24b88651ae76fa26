import assert from 'node:assert/strict'
import { typeset, typesetByKey } from '../../locales/typography.ts'

describe('the typography of a sentence', () => {
  it('keeps French signs on the line of the word before them, and quotation marks on that of their words', () => {
    assert.equal(
      typeset('« Oui » : vraiment ? Hé ! Bien ; soit.', 'fr'),
      '«\u00a0Oui\u00a0»\u00a0: vraiment\u00a0? Hé\u00a0! Bien\u00a0; soit.',
    )
  })

  it('keeps the digits of a French number together, and a sign of unit with it', () => {
    assert.equal(
      typeset('12 000 $, 50 % ou +33 1 23', 'fr'),
      '12\u202f000\u00a0$, 50\u00a0% ou +33\u202f1\u202f23',
    )
  })

  it('goes by the key of a text where languages lie beside each other', () => {
    const texts = '{"en": "Really ?", "fr": "Vraiment ?", "usd": 5}'
    assert.deepEqual(JSON.parse(texts, typesetByKey), { en: 'Really ?', fr: 'Vraiment\u00a0?', usd: 5 })
  })

  it('leaves other languages alone', () => {
    assert.equal(typeset('Really ?', 'en'), 'Really ?')
  })
})
