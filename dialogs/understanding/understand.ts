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

/** A possible target. `confident`: may start without asking; at most the first is. Scores only rank. */
export type Candidate = { id: string; score: number; confident: boolean }

/** Understands typed messages. */
export type Understanding = {
  /** Guide or command named by the whole message, in any language; undefined for a sentence. */
  command: (text: string) => string | undefined
  /** Text without a mail signature. */
  unsigned: (text: string) => string
  /** Tests whether the whole message is thanks, praise or a goodbye. */
  thanks: (text: string) => boolean
  /** Possible targets of a sentence, best first; at least three. */
  guess: (text: string, language: string) => Candidate[]
  /** Language of the sentence, if its words show it. */
  language: (text: string) => Guess | undefined
  /** Language that a sentence asks for: the other of two if one is refused. */
  languageWanted: (text: string) => Language | undefined
}

/** Thresholds to start a guide without asking: a wrong guide costs more than a click. */
const enough = { score: 0.55, complete: 0.7, strongestTerm: 0.5, lead: 1.65 }
const fewest = 3
/** Offered first where fewer are understood. */
const usual = ['check-eligibility', 'assign-contact', 'activate-benefits']

function allTargets(vocabularies: readonly Vocabulary[]): string[] {
  const known = new Set(vocabularies.flatMap(({ targets }) => Object.keys(targets)))
  return [...new Set([...usual.filter((id) => known.has(id)), ...known])]
}

function isClear([first, second]: Likeness[]): boolean {
  if (!first || first.score < enough.score) return false
  if (first.complete < enough.complete || first.strongestTerm < enough.strongestTerm) return false
  return !second || first.score >= enough.lead * second.score
}

const onlyOne = ([first, ...others]: string[]) => (others.length === 0 ? first : undefined)

/** Prepares the phrases once; afterwards a sentence takes about a millisecond, synchronously. */
export function createUnderstanding(vocabularies: readonly Vocabulary[]): Understanding {
  const read = createReader(vocabularies)
  const command = createCommands(vocabularies)
  const likeness = createLikeness(vocabularies, read.concepts)
  const decisive = createDecisive(vocabularies, read.ordered)
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
