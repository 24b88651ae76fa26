import type { Language } from '../../locales/index.ts'
import { createCommands, createThanks } from './commands.ts'
import { createReader } from './concepts.ts'
import { createDecisive } from './decisive.ts'
import { createDoubts } from './doubts.ts'
import { type Classify, loadClassifier } from './intents/classifier.ts'
import type { Chance } from './intents/model.ts'
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

function isClear([first, second]: readonly Likeness[]): boolean {
  if (!first || first.score < enough.score) return false
  if (first.complete < enough.complete || first.strongestTerm < enough.strongestTerm) return false
  return !second || first.score >= enough.lead * second.score
}

const onlyOne = ([first, ...others]: readonly string[]) => (others.length === 0 ? first : undefined)

/** Chances from which the classifier is believed: by itself, and against what deciding words or phrases say. */
const sure = 0.7
const surer = 0.9
/** Chance from which an answer is offered before what phrases suggest, and from which it is offered at all. */
const likely = 0.4
const possible = 0.02

/** Meanings of a sentence, by the classifier, by its deciding words, and by its likeness to phrases. */
interface Meanings {
  readonly chances: readonly Chance[]
  /** Command that the whole sentence names. */
  readonly named: string | undefined
  readonly settled: readonly string[]
  readonly found: readonly Likeness[]
}

/** Answers that are told apart by examples alone; guides and pages have phrases, which decide for them. */
const isLearned = (target: string): boolean => /^(answers\..+\.|company\.)/.test(target)

/** The likeliest meaning; undefined where it is too unsure to act on. */
function likeliest({ chances: [first], settled, found }: Meanings): string | undefined {
  const decided = settled.length > 0 ? onlyOne(settled) : isClear(found) ? found[0]?.id : undefined
  const needed = decided === undefined ? sure : surer
  return first && isLearned(first.target) && first.chance >= needed ? first.target : decided
}

/** Prepares the phrases once; afterwards a sentence takes a few milliseconds, synchronously. */
export function createUnderstanding(
  vocabularies: readonly Vocabulary[],
  classify: Classify = loadClassifier(),
): Understanding {
  const read = createReader(vocabularies)
  const command = createCommands(vocabularies)
  const likeness = createLikeness(vocabularies, read.concepts)
  const decisive = createDecisive(vocabularies, read.ordered)
  const everything = allTargets(vocabularies)
  const wish = createLanguageWish(vocabularies, read.words)

  function spoken(text: string, language: string): Omit<Meanings, 'chances'> {
    const named = command(text) ?? command(read.words(text).join(' '))
    const settled = named === undefined ? decisive(text) : [named]
    return { named, settled, found: likeness(read.concepts(text), language) }
  }
  const isDoubtful = createDoubts(vocabularies, { meaning: (text) => meaningIn(spoken(text, '')), command })

  function guess(text: string, language: string): Candidate[] {
    const said = spoken(text, language)
    const chances = said.named === undefined ? classify(text) : [{ target: said.named, chance: 1 }]
    const meanings = { ...said, chances }
    const best = likeliest(meanings)
    const isMeant = best !== undefined && !isDoubtful(best, text)
    const clear = isMeant && (best !== 'language' || wish.isMeant(text)) ? best : undefined
    const ids = new Set([...(clear === undefined ? [] : [clear]), ...rankedIn(meanings)])
    for (const id of everything) if (ids.size < fewest) ids.add(id)
    return [...ids].map((id, rank) => ({ id, score: 1 / (1 + rank), confident: id === clear }))
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

/** All meanings that are possible, likeliest first. */
function rankedIn({ chances, settled, found }: Meanings): string[] {
  const learned = chances.filter(({ target, chance }) => isLearned(target) && chance >= possible)
  const [first, others] = [learned.filter(({ chance }) => chance >= likely), learned]
  const ids = (some: readonly Chance[]) => some.map(({ target }) => target)
  return [...ids(first), ...settled, ...found.map(({ id }) => id), ...ids(others)]
}

/** What a part of a sentence would mean by itself. */
const meaningIn = ({ settled, found }: Omit<Meanings, 'chances'>): string | undefined =>
  settled[0] ?? found.find(({ score }) => score >= enough.score / 2)?.id
