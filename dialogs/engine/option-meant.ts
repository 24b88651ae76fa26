import { isNegative } from '../understanding/negation.ts'
import { wordsOf } from '../understanding/normalize.ts'
import type { Option } from './render.ts'

/** Finds an option by number, value, title or synonym, by a part of one, or by a title in a sentence. */
export function optionMeant(
  text: string,
  options: readonly Option[],
  vocabulary: { words(value: string): readonly string[] },
): string | undefined {
  const said = normalizeWords(text)
  if (said === '') return undefined
  if (/^\d+$/.test(said)) return options[Number(said) - 1]?.value
  const named = ({ value, title }: Option) => [value, title].map(normalizeWords)
  const names = (option: Option) => [...named(option), ...vocabulary.words(option.value).map(normalizeWords)]
  const exact = options.find((option) => names(option).includes(said))
  if (exact) return exact.value
  const close = options.filter((option) => names(option).some((name) => ` ${name} `.includes(` ${said} `)))
  const mentioned = options.filter((option) => named(option).some((name) => isMentioned(name, said)))
  return only(close) ?? only(mentioned)
}

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
