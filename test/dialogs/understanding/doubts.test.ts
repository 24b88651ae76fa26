import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { catalogue } from '../../../dialogs/catalogue.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'

const understanding = createUnderstanding(loadVocabularies())
const file = readFileSync(new URL('sentences.doubtful.json', import.meta.url), 'utf8')
const doubtful = z
  .array(z.strictObject({ text: z.string(), not: z.string().optional() }))
  .parse(JSON.parse(file))

const guides = catalogue.guides.map(({ id }) => id)
/** Answers are no harm, nor is the page of reminders or noting what became of a benefit. */
const starts = (id: string) => guides.filter((each) => each !== 'follow-up').includes(id)

/** Requests despite a negation or a report. */
const plain: readonly (readonly [text: string, id: string])[] = [
  ["I don't know how to associate a tenant", 'associate-tenant'],
  ["don't start a guide, cancel", 'cancel'],
  ["I don't want to do anything else, associate a tenant", 'associate-tenant'],
  ['nobody has contacted us about the press release', 'follow-up'],
  ["je n'arrive pas à associer un locataire", 'associate-tenant'],
  ['je ne vois pas le programme', 'program-not-visible'],
  ['the tenant was removed by mistake, how do I remove another tenant', 'answers.remove-tenant'],
]

describe('a sentence that does not ask for what it names', () => {
  for (const { text, not } of doubtful) {
    it(`starts nothing: "${text}"`, () => {
      assert.equal(understanding.command(text), undefined)
      const [first] = understanding.guess(text)
      assert.ok(!first?.confident || (first.id !== not && !starts(first.id)), first?.id)
    })
  }

  for (const [text, id] of plain) {
    it(`is not "${text}"`, () => assert.equal(understanding.guess(text)[0]?.id, id))
  }
})
