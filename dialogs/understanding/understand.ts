import type { Language } from '../../locales/index.ts'
import { createCommands, createThanks } from './commands.ts'
import { createReader } from './concepts.ts'
import { createDecisive } from './decisive.ts'
import { createDoubts } from './doubts.ts'
import { createLanguageGuess, type Guess } from './language-guess.ts'
import { createLanguageWish } from './language-wish.ts'
import { createLikeness, type Likeness } from './likeness.ts'
import { createUnsigned } from './signature-lines.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `confident`: may be started without asking; at most the first candidate is. Scores are only good for ranking. */
export type Candidate = { id: string; score: number; confident: boolean }

export type Understanding = {
  /** The guide or command that the whole message names, in any language; undefined for a sentence. */
  command: (text: string) => string | undefined
  /** The text without the signature that a mail client put below it. */
  unsigned: (text: string) => string
  /** Whether the whole message is thanks, praise or a goodbye. */
  thanks: (text: string) => boolean
  /** What the sentence may mean, best first; at least three, whatever was typed. */
  guess: (text: string, language: string) => Candidate[]
  /** The language that the sentence is in, where its words tell. */
  language: (text: string) => Guess | undefined
  /** The language that a sentence wants, where it wants one: the other of two when one is refused. */
  languageWanted: (text: string) => Language | undefined
}

/** What it takes to start a guide unasked: a wrong guide is worse than one more click. */
const enough = { score: 0.55, complete: 0.7, termWeights: 0.5, lead: 1.65 }
const fewest = 3
/** Offered first where fewer are understood. */
const usual = ['check-eligibility', 'assign-contact', 'activate-benefits']

function allTargets(vocabularies: readonly Vocabulary[]): string[] {
  const known = new Set(vocabularies.flatMap(({ targets }) => Object.keys(targets)))
  return [...new Set([...usual.filter((id) => known.has(id)), ...known])]
}

function isClear([first, second]: Likeness[]): boolean {
  if (!first || first.score < enough.score) return false
  if (first.complete < enough.complete || first.termWeights < enough.termWeights) return false
  return !second || first.score >= enough.lead * second.score
}

const onlyOne = ([first, ...others]: string[]) => (others.length === 0 ? first : undefined)

/** Learns the phrases once; everything after is synchronous and takes about a millisecond a sentence. */
export function createUnderstanding(vocabularies: readonly Vocabulary[]): Understanding {
  const read = createReader(vocabularies)
  const command = createCommands(vocabularies)
  const likeness = createLikeness(vocabularies, read.concepts)
  const decisive = createDecisive(vocabularies, read.thoughts)
  const everything = allTargets(vocabularies)

  const wish = createLanguageWish(vocabularies, read.words)

  function meaningOf(text: string, language: string) {
    const found = likeness(read.concepts(text), language)
    const named = command(text) ?? command(read.words(text).join(' '))
    return { found, settled: named === undefined ? decisive(text) : [named] }
  }
  function meaning(text: string): string | undefined {
    const { found, settled } = meaningOf(text, '')
    return settled[0] ?? found.find(({ score }) => score >= enough.score / 2)?.id
  }
  const isDoubtful = createDoubts(vocabularies, { meaning, command })

  function guess(text: string, language: string): Candidate[] {
    const { found, settled } = meaningOf(text, language)
    const likeliest = settled.length > 0 ? onlyOne(settled) : isClear(found) ? found[0]?.id : undefined
    const isMeant = likeliest !== undefined && !isDoubtful(likeliest, text)
    const clear = isMeant && (likeliest !== 'language' || wish.isMeant(text)) ? likeliest : undefined
    const scores = new Map(found.map(({ id, score }) => [id, score]))
    const ids = new Set([...settled, ...scores.keys()])
    for (const id of everything) if (ids.size < fewest) ids.add(id)
    return [...ids].map((id) => ({ id, score: scores.get(id) ?? 0, confident: id === clear }))
  }

  return {
    command,
    unsigned: createUnsigned(vocabularies),
    thanks: createThanks(vocabularies),
    guess,
    language: createLanguageGuess(vocabularies),
    languageWanted: wish.wanted,
  }
}
