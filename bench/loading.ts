import { createClassifier, loadModel } from '../dialogs/understanding/intents/classifier.ts'

/**
 * Measures, in a fresh process with --expose-gc, what the model of sentences adds to a start: milliseconds until it can
 * classify, and megabytes that stay, each garbage collected. Prints one line.
 */
const used = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const before = used()
const start = performance.now()
const classify = createClassifier(loadModel(), () => [])
const took = performance.now() - start
const stays = (used() - before) / 2 ** 20
classify('which tier are we in?')
console.log(`The model is ready after ${took.toFixed(0)} ms and takes ${stays.toFixed(1)} MB.`)
