import { partsOfList } from '../../understanding/connectives.ts'
import { isNegative } from '../../understanding/negation.ts'
import type { Form } from '../form.ts'
import type { Option } from '../render.ts'
import { normalizeWords, optionMeant, optionNamed } from './option-meant.ts'
import type { Offered, Vocabulary } from './typed.ts'

/** Reads a typed value of one field: free text as it is, a choice by its options; undefined if none is meant. */
export function fieldText(
  form: Form,
  name: string,
  text: string,
  offered: Offered,
  vocabulary: Vocabulary,
): string | undefined {
  const field = form[name]
  if (!field?.choices) return text.trim()
  const options = offered[name] ?? []
  const people = peopleMentioned(text, options, vocabulary)
  if (!field.many) return people[0]?.value ?? optionMeant(text, options, vocabulary)
  const parts = everything(text, vocabulary)
    ? options.map((option) => option.value)
    : [
        ...people.map(({ value }) => value),
        ...eachOption(text, withoutNamesakes(options, people), vocabulary),
      ]
  return parts.length > 0 ? parts.join(',') : undefined
}

/** Options of mentioned colleagues; none in a negated text. */
function peopleMentioned(text: string, options: readonly Option[], { mentioned }: Vocabulary): Option[] {
  if (isNegative(text)) return []
  return options.filter(({ person = '' }) => mentioned.includes(person))
}

/** Removes options with the same name as a mentioned person. */
function withoutNamesakes(options: readonly Option[], people: readonly Option[]): Option[] {
  const names = people.map(({ title }) => normalizeWords(title))
  return options.filter(({ title }) => !names.includes(normalizeWords(title)))
}

function everything(text: string, vocabulary: Vocabulary): boolean {
  return vocabulary.words('all').some((word) => normalizeWords(word) === normalizeWords(text))
}

/** Bounds the work: no more names than options are read. */
function eachOption(text: string, options: readonly Option[], vocabulary: Vocabulary): string[] {
  const parts = new Set(partsOfList(text))
  return [...parts]
    .slice(0, 2 * options.length)
    .flatMap((part) => optionMeant(part, options, vocabulary) ?? [])
}

/** Tests whether a text is only names of options, or mentions a person who is one. */
export function isNamed(text: string, options: readonly Option[], vocabulary: Vocabulary): boolean {
  const isOption = (part: string) => optionNamed(part, options, vocabulary) !== undefined
  return (
    everything(text, vocabulary) ||
    isOption(text) ||
    partsOfList(text).every(isOption) ||
    peopleMentioned(text, options, vocabulary).length > 0
  )
}
