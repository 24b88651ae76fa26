import { catalogue } from '../dialogs/catalogue.ts'
import { isClear } from '../dialogs/understanding/clear-meaning.ts'
import { createReader } from '../dialogs/understanding/concepts.ts'
import { nothingKnown } from '../dialogs/understanding/intents/model.ts'
import { trainIntents } from '../dialogs/understanding/intents/train.ts'
import { createUnderstanding, type Understanding } from '../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../dialogs/understanding/vocabulary.ts'
import { ownExamples } from '../scripts/train/examples.ts'
import {
  unrelatedSentences,
  type Written,
  writers,
  writtenSentences,
} from '../test/support/written-sentences.ts'

/**
 * Measures how well sentences of writers are understood by a model that has none of theirs, and prints a table. Right at
 * once: done or answered, for a likely page with a way to the others; among three: that, or one of the likeliest three;
 * wrong and confident: done or answered without such a way. Arguments: writers to measure; by default all, each in turn.
 */
const guides = new Set(catalogue.guides.map(({ id }) => id))
const measured = process.argv.slice(2)
const all = writtenSentences()
const concepts = createReader(loadVocabularies()).concepts
const topicOf = (target: string) =>
  target
    .split('.')
    .slice(0, target.startsWith('company') ? 1 : 2)
    .join('.')

interface Result extends Written {
  readonly isRight: boolean
  readonly isAmongThree: boolean
  readonly isWrong: boolean
}

const understandingWithout = (writer: string): Understanding => {
  const others = all.filter((each) => each.writer !== writer)
  const examples = [
    ...ownExamples(),
    ...unrelatedSentences().map((text) => ({ text, target: nothingKnown })),
    ...others,
  ]
  return createUnderstanding(loadVocabularies(), trainIntents(examples, concepts))
}

function resultsOf(writer: string): Result[] {
  const understanding = understandingWithout(writer)
  const start = performance.now()
  const results = all.filter((each) => each.writer === writer).map((each) => resultOf(understanding, each))
  const each = (performance.now() - start) / results.length
  console.log(`${line(writer, results)} ${each.toFixed(1)} ms a sentence |`)
  return results
}

function resultOf({ guess, command }: Understanding, written: Written): Result {
  const named = command(written.text)
  const candidates = guess(written.text)
  const [first] = candidates
  const isSure = first && isClear(first, written.text, (target) => guides.has(target))
  const sure = named ?? (isSure ? first.id : undefined)
  const done = sure ?? (first?.likely && !guides.has(first.id) ? first.id : undefined)
  const offered = candidates.slice(0, 3).map(({ id }) => id)
  return {
    ...written,
    isRight: done === written.target,
    isAmongThree: done === written.target || offered.includes(written.target),
    isWrong: sure !== undefined && sure !== written.target,
  }
}

const share = (results: readonly Result[], is: (each: Result) => boolean) =>
  `${((100 * results.filter(is).length) / results.length).toFixed(1)} %`

const line = (name: string, results: readonly Result[]) =>
  `| ${name} | ${results.length} | ${share(results, ({ isRight }) => isRight)} | ${share(results, ({ isAmongThree }) => isAmongThree)} | ${share(results, ({ isWrong }) => isWrong)} |`

function grouped(results: readonly Result[], keyOf: (each: Result) => string): void {
  const keys = [...new Set(results.map(keyOf))].sort()
  for (const key of keys)
    console.log(
      line(
        key,
        results.filter((each) => keyOf(each) === key),
      ),
    )
}

console.log('| Unseen | Sentences | Right at once | Among three | Wrong, confident |\n|---|---|---|---|---|')
const results = (measured.length > 0 ? measured : writers).flatMap(resultsOf)
grouped(results, ({ language }) => language)
grouped(results, ({ target }) => topicOf(target))
console.log(line('all', results))
