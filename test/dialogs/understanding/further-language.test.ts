import assert from 'node:assert/strict'
import { profileWords } from '../../../dialogs/guides/check-eligibility/profile-words.ts'
import { clauseSplitter, listSplitter } from '../../../dialogs/understanding/connectives.ts'
import { isNegative, negationDetector } from '../../../dialogs/understanding/negation.ts'
import { looksLikeSecret, secretDetector } from '../../../dialogs/understanding/secret.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies, readVocabulary } from '../../../dialogs/understanding/vocabulary.ts'
import { readJson } from '../../../locales/sentences.ts'

const german = readVocabulary('de', readJson('understand.de.json', new URL('german/', import.meta.url)))
const all = [...loadVocabularies(), german]

describe('a further language, known by its file alone', () => {
  it('has its passwords noticed', () => {
    const find = secretDetector(all.map(({ secrets }) => secrets))
    const texts = [
      'Passwort: Sommer',
      'mein Kennwort ist Sommer24',
      'Passwort: vergessen',
      'password: Hunter2!',
    ]
    assert.deepEqual(texts.map(find), [true, true, false, true])
    assert.deepEqual(texts.map(looksLikeSecret), [false, false, false, true])
  })

  it('has its numbers of cases told from passwords', () => {
    const find = secretDetector(all.map(({ secrets }) => secrets))
    assert.equal(find('login: joe / Auftrag Nummer: TPD-2024-AB12'), false)
    assert.equal(looksLikeSecret('case number: TPD-2024-AB12'), false)
    assert.equal(looksLikeSecret('numéro de dossier n° TPD-2024-AB12'), false)
  })

  it('has its denials understood', () => {
    const denies = negationDetector(all)
    const texts = ['Wir sind nicht dabei', "we aren't in it", 'nous ne voulons pas', 'wir sind dabei']
    assert.deepEqual(texts.map(denies), [true, true, true, false])
    assert.deepEqual(texts.map(isNegative), [false, true, true, false])
  })

  it('has its lists and clauses taken apart', () => {
    assert.deepEqual(listSplitter(all)('eins und zwei and three et quatre, 5'), [
      'eins',
      'zwei',
      'three',
      'quatre',
      ' 5',
    ])
    assert.deepEqual(clauseSplitter(all, ['but'])('so, aber anders'), ['so', ' ', ' anders'])
    assert.deepEqual(clauseSplitter(all, ['but'])('sandbar und Haber'), ['sandbar und Haber'])
  })

  it('has its words for publisher profiles read', () => {
    const { listingClassNamed, offeringNamed, isNoSales } = profileWords(all)
    assert.deepEqual(listingClassNamed('Eigene Lizenz'), { listingClass: 'list', countedAs: 'byol' })
    assert.deepEqual(listingClassNamed('gratuit'), { listingClass: 'trial', countedAs: 'free' })
    assert.equal(offeringNamed('Dienstleistung'), 'services')
    assert.deepEqual(['keine', 'néant', ''].map(isNoSales), [true, true, true])
  })

  it('has its commands known', () => {
    assert.equal(createUnderstanding(all).command('Bitte Hilfe!'), 'help')
  })
})
