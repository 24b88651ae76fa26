import { isNegative } from '../../understanding/negation.ts'
import { wordsOf } from '../../understanding/normalize.ts'
import { loadVocabularies } from '../../understanding/vocabulary.ts'
import type { Option } from '../render.ts'

type Synonyms = { words(value: string): readonly string[] }

/** Finds an option by number, value, title or synonym, by a part of one, or by a title in a sentence. */
export function optionMeant(
  text: string,
  options: readonly Option[],
  synonyms: Synonyms,
): string | undefined {
  const said = normalizeWords(text)
  if (said === '') return undefined
  const mentioned = options.filter((option) => namesOf(option).some((name) => isMentioned(name, said)))
  if (isNumber(said)) return optionNamed(text, options, synonyms)
  return optionNamed(text, options, synonyms) ?? only(mentioned) ?? optionBegun(said, options, synonyms)
}

/** Finds the option with whose synonym a line begins, if the rest takes nothing back: "yep, since March". */
function optionBegun(said: string, options: readonly Option[], { words }: Synonyms): string | undefined {
  const found = options
    .flatMap(({ value }) => words(value).map((word) => ({ value, word: normalizeWords(word) })))
    .filter(({ word }) => word.length > 1 && said.startsWith(`${word} `))
    .sort((one, other) => other.word.length - one.word.length)
  const [first] = isPolar(options, words) ? found : []
  const isOne = found.every(({ value, word }) => word !== first?.word || value === first.value)
  if (!first || !isOne) return undefined
  const denies = isNegative(first.word) || words('no').map(normalizeWords).includes(first.word)
  const rest = said.slice(first.word.length)
  return hasBut(rest) || (isNegative(rest) && !denies) ? undefined : first.value
}

/** Tests for options of which one is a yes and another a no. Others are not chosen by half a sentence. */
function isPolar(options: readonly Option[], words: Synonyms['words']): boolean {
  const means = (answer: string) =>
    options.find(({ value }) => words(value).some((word) => words(answer).includes(word)))?.value
  const [yes, no] = [means('yes'), means('no')]
  return yes !== undefined && no !== undefined && yes !== no
}

const buts = new Set(loadVocabularies().flatMap(({ connectives }) => connectives.but.flatMap(wordsOf)))
const hasBut = (text: string): boolean => wordsOf(text).some((word) => buts.has(word))

/** Finds the option that the whole text names: its number, value, title or synonym, or a part of one. */
export function optionNamed(
  text: string,
  options: readonly Option[],
  { words }: Synonyms,
): string | undefined {
  const said = normalizeWords(text)
  if (said === '') return undefined
  if (isNumber(said)) return options[Number(said) - 1]?.value
  const names = (option: Option) => [...namesOf(option), ...words(option.value).map(normalizeWords)]
  const exact = options.find((option) => names(option).includes(said))
  const close = options.filter((option) => names(option).some((name) => ` ${name} `.includes(` ${said} `)))
  return exact?.value ?? only(close)
}

const isNumber = (said: string): boolean => /^\d+$/.test(said)

const namesOf = ({ value, title }: Option): string[] => [value, title].map(normalizeWords)

/** Requires an equal sense: "We aren't eligible" does not choose "eligible". */
function isMentioned(name: string, said: string): boolean {
  return name.length > 2 && ` ${said} `.includes(` ${name} `) && isNegative(name) === isNegative(said)
}

/** Value of the only option, if there is one. */
export function only(options: readonly Option[]): string | undefined {
  return options.length === 1 ? options[0]?.value : undefined
}

/** Normalised words, separated by spaces. */
export const normalizeWords = (text: string) => wordsOf(text).join(' ')
