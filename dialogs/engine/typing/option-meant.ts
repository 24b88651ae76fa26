import { isNegative } from '../../understanding/negation.ts'
import { wordsOf } from '../../understanding/normalize.ts'
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
  return optionNamed(text, options, synonyms) ?? (isNumber(said) ? undefined : only(mentioned))
}

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
