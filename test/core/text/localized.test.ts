import assert from 'node:assert/strict'
import { localized } from '../../../src/core/text/localized.ts'

const text = { en: 'Activate', fr: 'Activer', 'pt-BR': 'Ativar' }

describe('localized', () => {
  it('gives the text of exactly that language', () => {
    assert.equal(localized(text, 'PT-br'), 'Ativar')
  })

  it('gives the base language for a country it does not know', () => {
    assert.equal(localized(text, 'fr-CA'), 'Activer')
  })

  it('gives English for a language that is missing', () => {
    assert.equal(localized(text, 'ja-JP'), 'Activate')
  })
})
