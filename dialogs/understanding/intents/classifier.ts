import { type Concepts, featuresOf } from './features.ts'
import type { Chance, IntentModel } from './model.ts'
import { readModel } from './model-file.ts'
import { type Row, rowOf } from './row.ts'

/** Finds the targets that a sentence may mean, likeliest first, with the features that spoke for them. */
export type Classify = (text: string) => readonly Chance[]

/** Characters that are read. */
const longest = 2_000

/** Prepares a model; afterwards a sentence takes about a millisecond. */
export function createClassifier(model: IntentModel, concepts: Concepts): Classify {
  const indexOf = new Map(model.features.map((feature, index) => [feature, index]))
  const classify = (text: string) =>
    chancesOf(model, scoresOf(model, rowOf(featuresOf(text, concepts), indexOf, model.rarities)))
  // A sentence is asked about several times in a turn.
  let last: { readonly text: string; readonly chances: readonly Chance[] } | undefined
  return (text) => {
    const said = text.slice(0, longest)
    if (last?.text !== said) last = { text: said, chances: classify(said) }
    return last.chances
  }
}

function scoresOf({ targets, weights, scale }: IntentModel, row: Row): Float64Array {
  const scores = new Float64Array(targets.length)
  for (const [feature, value] of row) {
    const start = feature * targets.length
    for (let target = 0; target < targets.length; target += 1)
      scores[target] = (scores[target] ?? 0) + value * scale * (weights[start + target] ?? 0)
  }
  return scores
}

function chancesOf({ targets }: IntentModel, scores: Float64Array): Chance[] {
  const highest = Math.max(...scores)
  const powers = [...scores].map((score) => Math.exp(score - highest))
  const total = powers.reduce((sum, each) => sum + each, 0)
  return targets
    .map((target, index) => ({ target, chance: (powers[index] ?? 0) / total }))
    .sort((one, other) => other.chance - one.chance)
}

let loaded: IntentModel | undefined

/** The model of the bot, read once. */
export function loadModel(): IntentModel {
  loaded ??= readModel().model
  return loaded
}
