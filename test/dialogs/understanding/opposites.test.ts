import assert from 'node:assert/strict'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'

const understanding = createUnderstanding(loadVocabularies())
const first = (text: string) => understanding.guess(text)[0]

/** Sentences, with targets they must not start. */
const opposites: readonly (readonly [text: string, guide: string])[] = [
  ['remove the tenant', 'associate-tenant'],
  ['merge two accounts', 'associate-tenant'],
  ["don't activate the press release", 'activate-benefits'],
  ['deactivate the benefit', 'activate-benefits'],
  ['remove the marketing contact', 'assign-contact'],
  ['cancel our technical request', 'technical-help'],
  ['delete all my data', 'start-over'],
  ['dissocier le locataire', 'associate-tenant'],
  ["n'activez pas le communiqué de presse", 'activate-benefits'],
  ['supprimer le contact marketing', 'assign-contact'],
  ['annuler la demande technique', 'technical-help'],
  ['effacez mes données', 'start-over'],
]
/** Sentences, with targets they start despite an opposite word. */
const noOpposites: readonly (readonly [text: string, guide: string])[] = [
  ['stop, how do I connect the tenant?', 'associate-tenant'],
  ['associate a tenant that was removed from another account', 'associate-tenant'],
  ['remove Marie as contact and put Paul in her place', 'assign-contact'],
  ['I would like to activate the benefit without delay', 'activate-benefits'],
  ['we dropped the webinar', 'follow-up'],
  ['undo my last answer', 'back'],
  ['clear the chat', 'start-over'],
  ['effacer la conversation', 'start-over'],
  ['webinaire annulé de notre côté, veuillez noter', 'follow-up'],
]

describe('the opposite of what a guide does', () => {
  for (const [text, guide] of opposites) {
    it(`is not ${guide}: "${text}"`, () => {
      const best = first(text)
      assert.ok(best?.confident, text)
      assert.notEqual(best.id, guide)
    })
  }

  for (const [text, guide] of noOpposites) {
    it(`is not meant by "${text}"`, () => assert.equal(first(text)?.id, guide))
  }

  it('is asked about where two are meant', () => {
    const [one, other] = understanding.guess('remove the tenant, and cancel the benefit')
    assert.deepEqual([one?.id, other?.id].sort(), ['answers.remove-tenant', 'answers.withdraw-benefit'])
    assert.deepEqual([one?.confident, other?.confident], [false, false])
  })
})
