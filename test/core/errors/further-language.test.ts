import assert from 'node:assert/strict'
import { readErrorWords } from '../../../locales/error-words.ts'
import { readJson } from '../../../locales/sentences.ts'
import { errorFormDetector } from '../../../src/core/errors/error-form.ts'
import { indexErrors } from '../../../src/core/errors/error-index.ts'
import { particularsReader } from '../../../src/core/errors/particulars.ts'
import { peopleRemover } from '../../../src/core/errors/without-people.ts'
import { loadErrors } from '../../../src/programs/errors/index.ts'
import {
  errorWords,
  hasErrorForm,
  particularsOf,
  withoutPeople,
} from '../../../src/programs/errors/pasted.ts'

const file = readJson('errors.de.json', new URL('german/', import.meta.url))
const all = [...errorWords, readErrorWords('de', file)]
const guid = '3f2c1a9e-8b7d-4c6e-9f10-2b3c4d5e6f70'

describe('errors in a further language, known by its file alone', () => {
  const hasForm = errorFormDetector(all)
  const errors = [
    'Hoppla, etwas ist schiefgelaufen',
    'Etwas ist fehlgeschlagen, hier und jetzt',
    'Ihre letzte Anfrage wurde abgelehnt.',
    'Zugriff verweigert',
    'sie sagt 404: die Seite ist nicht gefunden',
    'Zugriff verweigert (403), sagt sie',
    'Fehler 503',
    'Fehler: Der Mandant wurde entfernt',
    'die Fehlermeldung lautet „Vorgang ist unzulässig“',
    `Korrelations-ID: ${guid}`,
    `Kennung der Sitzung: ${guid}`,
    'Versuchen Sie es später erneut, oder wenden Sie sich an Ihren Administrator.',
  ]
  for (const text of errors)
    it(`are recognised by their form: ${text.slice(0, 50)}`, () => assert.ok(hasForm(text)))

  it('are not without it', () =>
    assert.deepEqual(
      errors.filter((text) => hasErrorForm(text)),
      [],
    ))

  for (const text of [
    'Etwas ist gestern schiefgelaufen',
    'Meine Sitzung ist abgelaufen',
    'Fehler 404 Leute',
    'der Fehler "ich war das wohl"',
    'Was heißt "Etwas ist schiefgelaufen?"',
  ])
    it(`are not seen in an ordinary sentence: ${text}`, () => assert.equal(hasForm(text), false))

  it('are still recognised in the languages before', () => {
    const texts = ['Something went wrong', "Une erreur s'est produite", 'HTTP 403']
    assert.deepEqual(
      texts.map((text) => hasForm(text)),
      [true, true, true],
    )
  })

  it('are known by their number', () => {
    const { find } = indexErrors(loadErrors().errors, all)
    const texts = ['Fehler Nummer 50020', 'Gutschein-Code 50020', 'Fehler 50020 Leute']
    assert.deepEqual(
      texts.map((text) => find(text)?.id),
      ['user-not-in-tenant', undefined, undefined],
    )
    assert.equal(loadErrors().find('Fehler Nummer 50020'), undefined)
  })

  it('tell their codes, ids and time', () => {
    const text = `Fehlercode: 900421, Anfrage-Kennung: ${guid}, 22.11.2026 um 08:14`
    const { codes, ids, time } = particularsReader(all)(text)
    assert.deepEqual(
      [codes, ids, time],
      [['900421'], [{ name: 'Request ID', value: guid }], '22.11.2026 um 08:14'],
    )
    assert.equal(particularsOf(text).ids.length, 0)
  })

  it('lose who it was, and keep what support asks for', () => {
    const texts = [
      'Benutzer „Marie Dupont“ fehlt',
      'Angemeldet als Marie Dupont',
      'Vorname: marie Dupont',
      'Hallo, mein Name ist Marie Dupont, und',
      'C:\\Benutzer\\Dupont\\app.js',
      `Mandant ${guid}`,
    ]
    const left = (clean: (text: string) => string) =>
      texts.map(clean).filter((text) => text.includes('Dupont') || text.includes(guid))
    assert.deepEqual(left(peopleRemover(all)), [])
    assert.equal(left(withoutPeople).length, texts.length)
    assert.ok(peopleRemover(all)(`Anwendung ${guid}`).includes(guid))
  })

  it('are compared however they are spelled', () => {
    const error = { id: 'none', messages: { de: ['Hier gibt es nichts zu sehen'] } }
    const source = loadErrors().errors[0]
    assert.ok(source)
    const { find } = indexErrors([{ ...source, ...error, codes: undefined }], all)
    assert.equal(find('„Hier gibt’s nichts zu sehen“')?.id, 'none')
  })
})

describe('a file of words of errors', () => {
  it('is refused with its name and field', () => {
    assert.throws(
      () => readErrorWords('de', { ...Object(file), statuses: 'all' }),
      /locales\/errors\.de\.json[\s\S]*statuses/,
    )
  })

  it('is refused with a phrase that ends with a word that may be missing', () => {
    const { screens } = readErrorWords('de', file)
    const reports = ['etwas (schief)']
    assert.throws(
      () => readErrorWords('de', { ...Object(file), screens: { ...screens, reports } }),
      /locales\/errors\.de\.json[\s\S]*screens\.reports/,
    )
  })
})
