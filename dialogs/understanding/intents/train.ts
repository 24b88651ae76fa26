import { featuresOf } from './features.ts'
import type { IntentModel } from './model.ts'
import { type Row, rowOf } from './row.ts'

/** A sentence and the target that it means. */
export interface Example {
  readonly text: string
  readonly target: string
}

const rounds = 12
const rate = 0.35
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
export function trainIntents(examples: readonly Example[]): IntentModel {
  const targets = [...new Set(examples.map(({ target }) => target))].sort()
  const texts = examples.map(({ text }) => featuresOf(text))
  const rarity = raritiesIn(texts)
  const features = [...rarity.keys()]
  const indexOf = new Map(features.map((feature, index) => [feature, index]))
  const rows = texts.map((found) => rowOf(found, indexOf, rarity))
  const wanted = examples.map(({ target }) => targets.indexOf(target))
  const weights = fitted(rows, wanted, features.length, targets.length)
  return compact(targets, features, [...rarity.values()], weights)
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

function fitted(
  rows: readonly Row[],
  wanted: readonly number[],
  features: number,
  targets: number,
): Float32Array {
  const size = features * targets
  const state: Fit = {
    weights: new Float32Array(size),
    squares: new Float32Array(size),
    chances: new Float64Array(targets),
    targets,
  }
  const order = spread(rows.length)
  for (let round = 0; round < rounds; round += 1)
    for (const at of order) learn(rows[at] ?? [], wanted[at] ?? 0, state)
  return state.weights
}

/** Moves the weights of one sentence towards its target. */
function learn(row: Row, wanted: number, { weights, squares, chances, targets }: Fit): void {
  softmax(row, { weights, chances, targets })
  chances[wanted] = (chances[wanted] ?? 0) - 1
  for (const [feature, value] of row) {
    const start = feature * targets
    for (let target = 0; target < targets; target += 1) {
      const slope = (chances[target] ?? 0) * value
      if (slope < least && slope > -least) continue
      const at = start + target
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
function spread(count: number): number[] {
  const stride = strides.find((each) => count % each !== 0) ?? 1
  return Array.from({ length: count }, (_, at) => (at * stride) % count)
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
