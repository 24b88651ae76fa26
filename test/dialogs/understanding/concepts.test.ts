import assert from 'node:assert/strict'
import { createReader } from '../../../dialogs/understanding/concepts.ts'
import { readVocabulary } from '../../../dialogs/understanding/vocabulary.ts'

const { concepts } = createReader([
  readVocabulary('xx', {
    polite: ['please'],
    secrets: { names: ['password'], is: ['is'], noValue: [], numbers: ['case'] },
    negations: ['not'],
    connectives: { and: ['and'], but: ['but'] },
    extensions: ['ext'],
    ignored: ['the', 'of'],
    everyday: [],
    synonyms: {
      change: ['replace'],
      'change past': ['changed', 'has replaced'],
      tenant: ['entra', 'entra id'],
    },
    targets: { help: { exact: ['help'], phrases: ['help'] } },
  }),
])

describe('reading concepts', () => {
  it('takes synonyms for one concept', () =>
    assert.deepEqual(concepts('replace entra'), ['change', 'tenant']))
  it('takes the longest saying', () => assert.deepEqual(concepts('entra id'), ['tenant']))
  it('finds several concepts in one saying', () =>
    assert.deepEqual(concepts('who has replaced it'), ['who', 'change', 'past', 'it']))
  it('keeps the order, and what is no concept', () =>
    assert.deepEqual(concepts('please change the tenant'), ['please', 'change', 'the', 'tenant']))
})
