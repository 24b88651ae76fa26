import type { Language } from '../../locales/index.ts'
import { createCommands, createThanks } from './commands.ts'
import { createReader } from './concepts.ts'
import { createDoubts } from './doubts.ts'
import { createClassifier, loadModel } from './intents/classifier.ts'
import { type Chance, type IntentModel, nothingKnown } from './intents/model.ts'
import { createLanguageGuess, type Guess } from './language-guess.ts'
import { createLanguageWish } from './language-wish.ts'
import { createUnsigned } from './signature-lines.ts'
import { createUpset } from './upset.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A possible target with its chance, 0–1. `confident`: may be done without asking; `likely`: an answer may be shown, if
 * others are offered with it. At most the first is one of these.
 */
export type Candidate = { id: string; chance: number; confident: boolean; likely: boolean }

/** Understands typed messages. */
export type Understanding = {
  /** Guide or command named by the whole message, in any language; undefined for a sentence. */
  command: (text: string) => string | undefined
  /** Text without a mail signature. */
  unsigned: (text: string) => string
  /** Tests whether the whole message is thanks, praise or a goodbye. */
  thanks: (text: string) => boolean
  /** Tests whether a short message swears or despairs. */
  upset: (text: string) => boolean
  /** Possible targets of a sentence, best first; at least three. */
  guess: (text: string) => Candidate[]
  /** Language of the sentence, if its words show it. */
  language: (text: string) => Guess | undefined
  /** Language that a sentence asks for: the other of two if one is refused. */
  languageWanted: (text: string) => Language | undefined
}

/** Chances from which the likeliest target is confident, and likely; and from which others are worth an offer. */
const thresholds = { confident: 0.4, likely: 0.15, offered: 0.05 }
/** How many times as likely as the second a confident target is. */
const lead = 1.5
const fewest = 3
/** Offered where fewer are understood. */
const usual = ['check-eligibility', 'assign-contact', 'activate-benefits']

function allTargets(vocabularies: readonly Vocabulary[]): string[] {
  const known = new Set(vocabularies.flatMap(({ targets }) => Object.keys(targets)))
  return [...new Set([...usual.filter((id) => known.has(id)), ...known])]
}

/** Returns what a part of a sentence would mean by itself. */
const meaningIn = ([first]: readonly Chance[]): string | undefined =>
  first && first.chance >= thresholds.likely ? first.target : undefined

const chanceOf = (target: string, chances: readonly Chance[]): number =>
  chances.find((each) => each.target === target)?.chance ?? 0

const certaintyOf = (chance: number, second = 0): Pick<Candidate, 'confident' | 'likely'> => ({
  confident: chance >= thresholds.confident && chance >= lead * second,
  likely: chance >= thresholds.likely,
})

/** Reads the words of all languages once; afterwards a sentence takes a few milliseconds, synchronously. */
export function createUnderstanding(
  vocabularies: readonly Vocabulary[],
  model: IntentModel = loadModel(),
): Understanding {
  const read = createReader(vocabularies)
  const command = createCommands(vocabularies)
  const classify = createClassifier(model, read.concepts)
  const everything = allTargets(vocabularies)
  const wish = createLanguageWish(vocabularies, read.words)

  function chancesOf(text: string): readonly Chance[] {
    const named = command(text) ?? command(read.words(text).join(' '))
    return named === undefined ? classify(text) : [{ target: named, chance: 1 }]
  }
  const isDoubtful = createDoubts(vocabularies, {
    meaning: (text) => (text === '' ? undefined : meaningIn(chancesOf(text))),
    mayMean: (text, target) => chanceOf(target, chancesOf(text)) >= thresholds.likely,
    command,
  })

  function guess(text: string): Candidate[] {
    const chances = chancesOf(text)
    const [first] = chances
    const isMeant = first && first.target !== nothingKnown && !isDoubtful(first.target, text)
    const chance = isMeant && (first.target !== 'language' || wish.isMeant(text)) ? first.chance : 0
    const [best, ...others] = candidatesIn(chances, everything)
    return best ? [{ ...best, ...certaintyOf(chance, others[0]?.chance) }, ...others] : []
  }

  return {
    command,
    unsigned: createUnsigned(vocabularies),
    thanks: createThanks(vocabularies),
    upset: createUpset(vocabularies),
    guess,
    language: createLanguageGuess(vocabularies),
    languageWanted: wish.wanted,
  }
}

/** Targets that are worth an offer, likeliest first; at least three, if that many are known. */
function candidatesIn(chances: readonly Chance[], everything: readonly string[]): Candidate[] {
  const worth = chances.filter(
    ({ target, chance }) => target !== nothingKnown && chance >= thresholds.offered,
  )
  const found = worth.map(({ target, chance }) => ({ id: target, chance, confident: false, likely: false }))
  const others = everything.filter((id) => !found.some((each) => each.id === id))
  const more = others.slice(0, Math.max(0, fewest - found.length))
  return [...found, ...more.map((id) => ({ id, chance: 0, confident: false, likely: false }))]
}
