type Phrase = { readonly target: string; readonly concepts: readonly string[] }

/** How sure a concept makes that a target is meant, 0–1; without a target, the target that it makes surest. */
export type TermWeights = (concept: string, target?: string) => number

/** Keeps a concept of a single phrase from settling a sentence by itself. */
const doubt = 0.02
/** A word of no phrase may be about anything: it speaks against whatever the others say. */
const unknown = 0.9

/** In which part of each target's phrases a concept is, so that a target with many phrases is no likelier. */
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

/** Learns from the phrases what each concept tells: "tenant" nearly everything, "reward" hardly anything. */
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

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
