import MiniSearch, { type SearchResult } from 'minisearch'
import { createCommands } from './commands.ts'
import { createReader } from './concepts.ts'
import { createLanguageGuess } from './language-guess.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `confident`: may be started without asking; at most the first candidate is. Scores are only good for ranking. */
export type Candidate = { id: string; score: number; confident: boolean }

export type Understanding = {
  /** The guide or command that the whole message names, in any language; undefined for a sentence. */
  command: (text: string) => string | undefined
  /** What the sentence may mean, best first; at least three, whatever was typed. */
  guess: (text: string, language: string) => Candidate[]
  /** The language that the sentence is in, where its words tell. */
  language: (text: string) => string | undefined
}

const enough = { lead: 1.3, understood: 0.4 }
const fewest = 3
const ownLanguage = 1.1
const secondPhrase = 0.3

type Phrase = { id: number; target: string; language: string; words: string }

function phrasesOf(vocabularies: readonly Vocabulary[], read: (text: string) => string[]): Phrase[] {
  return vocabularies
    .flatMap(({ language, targets }) =>
      Object.entries(targets).flatMap(([target, { phrases }]) =>
        phrases.map((text) => ({ target, language, words: read(text).join(' ') })),
      ),
    )
    .map((phrase, id) => ({ ...phrase, id }))
}

function createIndex(phrases: Phrase[]): MiniSearch<Phrase> {
  const index = new MiniSearch<Phrase>({
    fields: ['words'],
    storeFields: ['target', 'language'],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (term) => term,
  })
  index.addAll(phrases)
  return index
}

/** `matched`: how many of the sentence's words the best phrase has. */
type Found = { id: string; score: number; matched: number }

/** A target is as likely as its best phrase, and a little likelier when a second phrase says so too. */
function byTarget(results: SearchResult[]): Found[] {
  const found = new Map<string, Found & { phrases: number }>()
  for (const { target, score, queryTerms } of results) {
    const id = String(target)
    const known = found.get(id)
    if (!known) found.set(id, { id, score, matched: queryTerms.length, phrases: 1 })
    else if (known.phrases++ === 1) known.score += secondPhrase * score
  }
  return [...found.values()].sort((a, b) => b.score - a.score)
}

/** One word out of several may be chance: it makes a sentence clear only where it is the whole sentence. */
function isClear([first, second]: Found[], words: number): boolean {
  if (!first) return false
  if (first.matched < Math.max(Math.min(2, words), words * enough.understood)) return false
  return !second || first.score >= enough.lead * second.score
}

/** Builds the index once; everything after is synchronous and takes well under a millisecond a sentence. */
export function createUnderstanding(vocabularies: readonly Vocabulary[]): Understanding {
  const read = createReader(vocabularies)
  const index = createIndex(phrasesOf(vocabularies, read.concepts))
  const command = createCommands(vocabularies)
  const everything = [...new Set(vocabularies.flatMap(({ targets }) => Object.keys(targets)))]

  const search = (words: string[], language: string) =>
    index.search(words.join(' '), {
      boostDocument: (_id, _term, stored) => (stored?.language === language ? ownLanguage : 1),
    })

  function guess(text: string, language: string): Candidate[] {
    const words = read.concepts(text)
    const found = byTarget(search(words, language))
    const named = command(text) ?? command(read.words(text).join(' '))
    const clear = named ?? (isClear(found, words.length) ? found[0]?.id : undefined)
    const ranked = new Map(found.map(({ id, score }) => [id, score]))
    const ids = new Set([...(named ? [named] : []), ...ranked.keys()])
    for (const id of everything) if (ids.size < fewest) ids.add(id)
    return [...ids].map((id) => ({ id, score: ranked.get(id) ?? 0, confident: id === clear }))
  }

  return { command, guess, language: createLanguageGuess(vocabularies) }
}
