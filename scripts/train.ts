import { createReader } from '../dialogs/understanding/concepts.ts'
import { writeModel } from '../dialogs/understanding/intents/model-file.ts'
import { trainIntents } from '../dialogs/understanding/intents/train.ts'
import { loadVocabularies } from '../dialogs/understanding/vocabulary.ts'
import { allExamples, nameOfExamples } from './train/examples.ts'

/** Makes the model that tells what a sentence means, from all sentences that are known; takes half a minute. */
export async function main(): Promise<number> {
  const all = allExamples()
  const model = trainIntents(all, createReader(loadVocabularies()).concepts)
  writeModel({ examples: nameOfExamples(all), model })
  console.log(`${all.length} sentences, ${model.targets.length} meanings, ${model.features.length} features.`)
  return 0
}
