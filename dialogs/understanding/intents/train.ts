import { type Concepts, featuresOf } from './features.ts'
import type { IntentModel } from './model.ts'
import { type Row, rowOf } from './row.ts'

/** A sentence and the target that it means. */
export interface Example {
  readonly text: string
  readonly target: string
}

const rounds = 12
const rate = 0.2
/** Pull of each weight towards zero, against learning sentences by heart. */
const pull = 4e-4
/** Features of fewer sentences say nothing of others. */
const fewest = 3
/** Slopes below this are no news. */
const least = 1e-4
/** Primes, to go through the examples in an order that mixes them. */
const strides = [1543, 1549, 1553]

/**
 * Trains a multinomial logistic regression with AdaGrad, in the given order: the same examples make the same model.
 * Takes seconds.
 */
export function trainIntents(examples: readonly Example[], concepts: Concepts): IntentModel {
  const targets = [...new Set(examples.map(({ target }) => target))].sort()
  const texts = examples.map(({ text }) => featuresOf(text, concepts))
  const rarity = raritiesIn(texts)
  const [features, rarities] = [[...rarity.keys()], [...rarity.values()]]
  const indexOf = new Map(features.map((feature, index) => [feature, index]))
  const importance = importanceOf(examples)
  const lessons = examples.map(({ target }, at) => ({
    row: rowOf(texts[at] ?? new Map(), indexOf, rarities),
    wanted: targets.indexOf(target),
    importance: importance.get(target) ?? 1,
  }))
  return compact(targets, features, rarities, fitted(lessons, features.length, targets.length))
}

/** An example, prepared: what it counts is 1 for most. */
interface Lesson {
  readonly row: Row
  readonly wanted: number
  readonly importance: number
}

/** Lets a target of many examples count no more than a usual one. */
function importanceOf(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { target } of examples) counts.set(target, (counts.get(target) ?? 0) + 1)
  const sorted = [...counts.values()].sort((one, other) => one - other)
  const usual = sorted[sorted.length >> 1] ?? 1
  return new Map([...counts].map(([target, count]) => [target, Math.min(1, usual / count)]))
}

function raritiesIn(texts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const found of texts)
    for (const feature of found.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const common = [...counts].filter(([, count]) => count >= fewest)
  return new Map(common.map(([feature, count]) => [feature, Math.log((1 + texts.length) / (1 + count)) + 1]))
}

interface Fit {
  readonly weights: Float32Array
  /** Sums of squared gradients, which slow each weight down. */
  readonly squares: Float32Array
  readonly chances: Float64Array
  readonly targets: number
}

function fitted(lessons: readonly Lesson[], features: number, targets: number): Float32Array {
  const size = features * targets
  const state: Fit = {
    weights: new Float32Array(size),
    squares: new Float32Array(size),
    chances: new Float64Array(targets),
    targets,
  }
  const order = spread(lessons)
  for (let round = 0; round < rounds; round += 1) for (const lesson of order) learn(lesson, state)
  return state.weights
}

/** Moves the weights of one sentence towards its target. */
function learn({ row, wanted, importance }: Lesson, { weights, squares, chances, targets }: Fit): void {
  softmax(row, { weights, chances, targets })
  chances[wanted] = (chances[wanted] ?? 0) - 1
  for (const [feature, value] of row) {
    const start = feature * targets
    for (let target = 0; target < targets; target += 1) {
      const error = (chances[target] ?? 0) * value * importance
      if (error < least && error > -least) continue
      const at = start + target
      const slope = error + pull * (weights[at] ?? 0)
      const square = (squares[at] ?? 0) + slope * slope
      squares[at] = square
      weights[at] = (weights[at] ?? 0) - (rate * slope) / (Math.sqrt(square) + 1e-8)
    }
  }
}

/** Writes the chance of each target into `chances`. */
function softmax(row: Row, { weights, chances, targets }: Omit<Fit, 'squares'>): void {
  chances.fill(0)
  for (const [feature, value] of row) {
    const start = feature * targets
    for (let target = 0; target < targets; target += 1)
      chances[target] = (chances[target] ?? 0) + value * (weights[start + target] ?? 0)
  }
  const highest = chances.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY)
  let total = 0
  for (let target = 0; target < targets; target += 1) {
    chances[target] = Math.exp((chances[target] ?? 0) - highest)
    total += chances[target] ?? 0
  }
  for (let target = 0; target < targets; target += 1) chances[target] = (chances[target] ?? 0) / total
}

/** An order in which neighbours are far apart, the same at each training. */
function spread<Each>(all: readonly Each[]): Each[] {
  const stride = strides.find((each) => all.length % each !== 0) ?? 1
  return all.flatMap((_, at) => all[(at * stride) % all.length] ?? [])
}

/** Keeps each weight as a whole number. */
function compact(
  targets: readonly string[],
  features: readonly string[],
  rarities: readonly number[],
  weights: Float32Array,
): IntentModel {
  const scale = weights.reduce((most, each) => Math.max(most, Math.abs(each)), 0) / 127
  return {
    targets,
    features,
    rarities,
    scale,
    weights: Int8Array.from(weights, (each) => Math.round(each / scale)),
  }
}
