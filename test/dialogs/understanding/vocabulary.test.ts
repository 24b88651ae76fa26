import assert from 'node:assert/strict'
import { answerPages } from '../../../dialogs/answers/pages.ts'
import { readModel } from '../../../dialogs/understanding/intents/model-file.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies, readVocabulary } from '../../../dialogs/understanding/vocabulary.ts'

const small = (exact: string, id = 'help') =>
  readVocabulary('xx', {
    polite: ['bitte'],
    secrets: { names: ['Passwort'], is: ['ist'], noValue: ['vergessen'], numbers: ['Auftrag'] },
    negations: ['not'],
    connectives: { and: ['and'], but: ['but'] },
    extensions: ['ext'],
    ignored: ['ich'],
    everyday: [],
    synonyms: { tenant: ['mandant'] },
    targets: { [id]: { exact: [exact], phrases: ['mandant verbinden'] } },
  })

describe('the vocabularies', () => {
  it('know the same targets in every language', () => {
    const [first, ...others] = loadVocabularies().map(({ targets }) => Object.keys(targets).sort())
    for (const other of others) assert.deepEqual(other, first)
  })

  it('have examples for every answer', () => {
    const learned = readModel().model.targets
    assert.deepEqual(
      answerPages.map(({ id }) => id).filter((id) => !learned.includes(id)),
      [],
    )
  })

  it('are refused with the path of what is wrong', () => {
    const wrong = {
      polite: [],
      secrets: { names: ['password'], is: ['is'], noValue: [], numbers: ['case'] },
      negations: ['not'],
      connectives: { and: ['and'], but: ['but'] },
      extensions: ['ext'],
      ignored: [],
      everyday: [],
      synonyms: {},
      targets: { help: { exact: [], phrases: ['x'] } },
    }
    assert.throws(() => readVocabulary('en', wrong), /understand\.en\.json[\s\S]*targets\.help\.exact/)
  })

  it('are refused when one command means two things', () => {
    const twice = [small('hilfe'), small('Hilfe!', 'cancel')]
    assert.throws(() => createUnderstanding(twice), /"Hilfe!" of cancel already means help/)
  })

  it('are refused when a command has no word', () => {
    assert.throws(() => createUnderstanding([small('?!')]), /has no word/)
  })

  it('need nothing else for the commands of a further language', () => {
    assert.equal(createUnderstanding([...loadVocabularies(), small('hilfe')]).command('Bitte Hilfe!'), 'help')
  })
})
