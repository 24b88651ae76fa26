import MiniSearch from 'minisearch'
import { createTermWeights, sum } from './term-weights.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Similarity of a sentence to a target, each 0–1. `complete`: share of the nearest phrase that is said; `strongestTerm`:
 * weight of the most specific concept for the target.
 */
export type Likeness = { id: string; score: number; complete: number; strongestTerm: number }

type Near = { score: number; complete: number }

/** A phrase for a target, as concepts. */
type Phrase = { target: string; language: string; concepts: string[] }

/** Factor for phrases of the other language; breaks ties. */
const otherLanguage = 0.95

function phrasesOf(vocabularies: readonly Vocabulary[], read: (text: string) => string[]): Phrase[] {
  return vocabularies.flatMap(({ language, targets }) =>
    Object.entries(targets).flatMap(([target, { phrases }]) =>
      phrases.map((text) => ({ target, language, concepts: read(text) })),
    ),
  )
}

function createIndex(phrases: readonly Phrase[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['concepts'],
    extractField: (phrase, field) => phrase[field],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
  })
  index.addAll(phrases.map(({ concepts }, id) => ({ id, concepts: concepts.join(' ') })))
  return index
}

/**
 * Compares a sentence with phrases by concepts: it scores by their weights, and by matching a phrase without missing or
 * extra concepts.
 */
export function createLikeness(vocabularies: readonly Vocabulary[], read: (text: string) => string[]) {
  const phrases = phrasesOf(vocabularies, read)
  const index = createIndex(phrases)
  const termWeights = createTermWeights(phrases)
  const told = (concepts: readonly string[], target?: string) =>
    sum(concepts.map((concept) => termWeights(concept, target)))

  /** Nearest phrase per target. */
  function nearest(said: readonly string[], language: string): Map<string, Near> {
    const near = new Map<string, Near>()
    for (const { id, queryTerms } of index.search(said.join(' '))) {
      const phrase = phrases[id]
      if (!phrase) continue
      const { target, concepts } = phrase
      const complete = told(queryTerms, target) / told(concepts, target)
      const explained = told(queryTerms) / told(said)
      const score = complete * explained * (phrase.language === language ? 1 : otherLanguage)
      if (score > (near.get(target)?.score ?? 0)) near.set(target, { score, complete })
    }
    return near
  }

  return (said: readonly string[], language: string): Likeness[] =>
    [...nearest(said, language)]
      .map(([id, { score, complete }]) => ({
        id,
        score: (told(said, id) / told(said) + score) / 2,
        complete,
        strongestTerm: Math.max(...said.map((concept) => termWeights(concept, id))),
      }))
      .sort((a, b) => b.score - a.score)
}
