import assert from 'node:assert/strict'
import { typeset } from '../../locales/typography.ts'

describe('the typography of a sentence', () => {
  it('keeps French signs on the line of the word before them, and quotation marks on that of their words', () => {
    assert.equal(
      typeset('« Oui » : vraiment ? Hé ! Bien ; soit.', 'fr'),
      '«\u00a0Oui\u00a0»\u00a0: vraiment\u00a0? Hé\u00a0! Bien\u00a0; soit.',
    )
  })

  it('keeps the digits of a French number together, and a number and its unit', () => {
    assert.equal(
      typeset('De 12 000 caractères à {{share}} % en {{count}} jours ou {{most}} moisissures', 'fr'),
      'De 12\u202f000\u00a0caractères à {{share}}\u00a0% en {{count}}\u00a0jours ou {{most}} moisissures',
    )
  })

  it('keeps a phone number on one line in each language', () => {
    assert.equal(typeset('+33 1 23', 'fr'), '+33\u202f1\u202f23')
    assert.equal(typeset('+33 1 23', 'en'), '+33\u00a01\u00a023')
  })

  it('leaves the signs of other languages alone', () => {
    assert.equal(typeset('Really ? In 2 jours', 'en'), 'Really ? In 2 jours')
  })
})
