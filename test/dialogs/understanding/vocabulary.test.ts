import assert from 'node:assert/strict'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies, readVocabulary } from '../../../dialogs/understanding/vocabulary.ts'

const small = (exact: string, id = 'help') =>
  readVocabulary('xx', {
    polite: ['bitte'],
    secrets: { names: ['Passwort'], is: ['ist'], excuses: ['vergessen'], numbers: ['Auftrag'] },
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

  it('are refused with the path of what is wrong', () => {
    const wrong = {
      polite: [],
      secrets: { names: ['password'], is: ['is'], excuses: [], numbers: ['case'] },
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

  it('need nothing else for a further language', () => {
    const { command, guess } = createUnderstanding([...loadVocabularies(), small('hilfe')])
    assert.equal(command('Bitte Hilfe!'), 'help')
    assert.equal(guess('mandant verbinden', 'xx')[0]?.id, 'help')
  })
})
