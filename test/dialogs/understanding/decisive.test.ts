import assert from 'node:assert/strict'
import { createReader } from '../../../dialogs/understanding/concepts.ts'
import { createDecisive } from '../../../dialogs/understanding/decisive.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import {
  loadVocabularies,
  readVocabulary,
  type Vocabulary,
} from '../../../dialogs/understanding/vocabulary.ts'

const vocabularies = loadVocabularies()
const settles = (known: readonly Vocabulary[]) => createDecisive(known, createReader(known).ordered)
const decisive = settles(vocabularies)
const understanding = createUnderstanding(vocabularies)
const first = (text: string, language = 'en') => understanding.guess(text)[0]

const small = settles([
  readVocabulary('xx', {
    secrets: { names: ['password'], is: ['is'], noValue: [], numbers: ['case'] },
    negations: ['not'],
    connectives: { and: ['and'], but: ['but'] },
    extensions: ['ext'],
    polite: [],
    ignored: [],
    everyday: ['moved'],
    synonyms: { tenant: ['directory'], gone: ['removed from'] },
    targets: { help: { exact: ['help'], phrases: ['help'] } },
    decisive: {
      synonyms: { remove: ['removing', 'removed from'] },
      phrases: { part: ['remove tenant'], move: ['tenant move'], both: ['remove tenant user'] },
    },
  }),
])

describe('the words that settle a sentence', () => {
  it('settle it wherever they stand in it, by their synonyms too', () =>
    assert.deepEqual(small('which directory are we removing, please'), ['part']))
  it('leave it open when one of them is missing', () => assert.deepEqual(small('remove it'), []))
  it('leave it open when they are far apart', () =>
    assert.deepEqual(small(`remove ${'and so on '.repeat(4)}tenant`), []))
  it('give way to a longer phrase', () => assert.deepEqual(small('remove the user of the tenant'), ['both']))
  it('are a draw where two targets are meant as much', () =>
    assert.deepEqual(small('move or remove the tenant'), ['part', 'move']))
  it('are read in their own sense before the one that guides know', () =>
    assert.deepEqual(small('the tenant is removed from it'), ['part']))
  it('are understood when misspelt, but no known word is taken for one of them', () =>
    assert.deepEqual([small('remvoe the tenant'), small('moved the tenant')], [['part'], []]))

  for (const { language, decisive: own } of vocabularies) {
    for (const [target, phrases] of Object.entries(own.phrases)) {
      it(`for ${target} in ${language} mean nothing else`, () =>
        assert.deepEqual(
          phrases.filter((phrase) => decisive(phrase).join() !== target),
          [],
        ))
    }
  }
})

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
      for (const language of ['en', 'fr']) {
        const best = first(text, language)
        assert.ok(best?.confident, text)
        assert.notEqual(best.id, guide)
      }
    })
  }

  for (const [text, guide] of noOpposites) {
    it(`is not meant by "${text}"`, () => {
      for (const language of ['en', 'fr']) assert.equal(first(text, language)?.id, guide)
    })
  }

  it('is asked about where two are meant', () => {
    const [one, other] = understanding.guess('remove the tenant, and cancel the benefit')
    assert.deepEqual([one?.id, other?.id].sort(), ['answers.remove-tenant', 'answers.withdraw-benefit'])
    assert.deepEqual([one?.confident, other?.confident], [false, false])
  })
})
