import MiniSearch from 'minisearch'
import { createTermWeights, sum } from './term-weights.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * How far a sentence means a target, by three measures, each 0–1. `complete`: how much of the target's nearest phrase
 * it says; `telling`: how sure the most telling of its concepts makes of the target.
 */
export type Likeness = { id: string; score: number; complete: number; termWeights: number }

type Near = { score: number; complete: number }

/** A thing that people say when they mean a target, as concepts. */
type Phrase = { target: string; language: string; concepts: string[] }

/** A phrase of the other language is as good, but between equals one's own wins. */
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
 * Compares a sentence, as concepts, with what people say. It means a target as far as its concepts tell so,
 * and as far as it is a phrase of that target: neither leaves out what tells most in the phrase, nor adds anything.
 */
export function createLikeness(vocabularies: readonly Vocabulary[], read: (text: string) => string[]) {
  const phrases = phrasesOf(vocabularies, read)
  const index = createIndex(phrases)
  const termWeights = createTermWeights(phrases)
  const told = (concepts: readonly string[], target?: string) =>
    sum(concepts.map((concept) => termWeights(concept, target)))

  /** The phrase of each target that the sentence is nearest to. */
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
        termWeights: Math.max(...said.map((concept) => termWeights(concept, id))),
      }))
      .sort((a, b) => b.score - a.score)
}
