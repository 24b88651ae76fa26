import assert from 'node:assert/strict'
import { readModel } from '../../../dialogs/understanding/intents/model-file.ts'
import { allExamples, nameOfExamples } from '../../../scripts/train/examples.ts'

describe('the model of what sentences mean', () => {
  it("is made of today's examples", () => {
    const isOfToday = readModel().examples === nameOfExamples(allExamples())
    assert.ok(isOfToday, 'Phrases, sentences or names of answers have changed: run npm run train')
  })

  it('would be seen to be of others, where one sentence is added, changed or means something else', () => {
    const today = allExamples()
    const [first = assert.fail(), ...others] = today
    const changes = [
      [...today, { text: 'something new', target: first.target }],
      [{ ...first, text: `${first.text}!` }, ...others],
      [{ ...first, target: 'another' }, ...others],
      others,
    ]
    const names = changes.map(nameOfExamples)
    assert.equal(new Set([nameOfExamples(today), ...names]).size, changes.length + 1)
  })
})
