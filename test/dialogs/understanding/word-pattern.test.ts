import assert from 'node:assert/strict'
import { createPatterns } from '../../../dialogs/understanding/word-pattern.ts'

const places = (pattern: string, text: string) => createPatterns([pattern])(text)

describe('a pattern of words', () => {
  it('is found by its words, ignoring accents and case', () =>
    assert.deepEqual(places('pas besoin', "Pas besoin d'aide"), [
      { open: '', before: ' ', after: 'd aide ' },
    ]))
  it('keeps the words that it leaves open', () => {
    assert.deepEqual(places('n * pas', "n'annulez pas tout")[0]?.open, 'annulez ')
    assert.deepEqual(places('not cancel*', "we're not cancelling it")[0]?.open, 'cancelling ')
  })
  it('reaches over three words at most', () => {
    assert.equal(places('no * needed', 'no more of it needed').length, 1)
    assert.equal(places('no * needed', 'no more of it all needed').length, 0)
  })
  it('is either of two words', () => {
    assert.equal(places('was/were deleted', 'they were deleted').length, 1)
    assert.equal(places('was/were deleted', 'they are deleted').length, 0)
  })
  it('is no part of a word', () => assert.equal(places('no need', 'piano needs').length, 0))
  it('needs a word', () => assert.throws(() => createPatterns(['*']), /no word/))
})
