type Phrase = { readonly target: string; readonly concepts: readonly string[] }

/** Weight of a concept for a target, 0–1; without a target, its highest weight. */
export type TermWeights = (concept: string, target?: string) => number

/** Smoothing, so that a concept of one phrase does not decide a sentence. */
const doubt = 0.02
/** Weight of unknown words, which lower the others'. */
const unknown = 0.9

/** Share of each target's phrases with a concept; independent of their number. */
function frequencies(phrases: readonly Phrase[]): Map<string, Map<string, number>> {
  const total = new Map<string, number>()
  for (const { target } of phrases) total.set(target, (total.get(target) ?? 0) + 1)
  const frequencies = new Map<string, Map<string, number>>()
  for (const { target, concepts } of phrases) {
    for (const concept of concepts) {
      const shares = frequencies.get(concept) ?? new Map<string, number>()
      frequencies.set(concept, shares.set(target, (shares.get(target) ?? 0) + 1 / (total.get(target) ?? 1)))
    }
  }
  return frequencies
}

/** Computes weights from the phrases: high for "tenant", low for "reward". */
export function createTermWeights(phrases: readonly Phrase[]): TermWeights {
  const shares = new Map(
    [...frequencies(phrases)].map(([concept, found]) => {
      const all = doubt + sum([...found.values()])
      return [concept, new Map([...found].map(([target, share]) => [target, share / all]))]
    }),
  )
  return (concept, target) => {
    const share = shares.get(concept)
    if (target !== undefined) return share?.get(target) ?? 0
    return share ? Math.max(...share.values()) : unknown
  }
}

/** Sum of numbers. */
export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
