import { partsOfList } from '../understanding/connectives.ts'
import { isNegative } from '../understanding/negation.ts'
import { looksLikeSecret } from '../understanding/secret.ts'
import type { Form } from './form.ts'
import { normalizeWords, only, optionMeant } from './option-meant.ts'
import type { Option, Problem } from './render.ts'
import type { Answers } from './step.ts'

/** Raw input by field. */
export type Entered = Readonly<Record<string, string>>
/** Options by field. */
export type Offered = Readonly<Record<string, readonly Option[]>>

/** Result of reading a form. */
export type Reading =
  | { readonly value: Answers; readonly problems: readonly [] }
  | { readonly value: undefined; readonly problems: readonly Problem[] }

/** Validates a form field by field; ignores unknown inputs. */
export function readForm(form: Form, entered: Entered, offered: Offered): Reading {
  const fields = Object.keys(form).map(
    (name) => [name, readField(form, name, entered[name] ?? '', offered[name])] as const,
  )
  const problems = fields.flatMap(([field, result]) =>
    'problem' in result ? [{ field, problem: result.problem }] : [],
  )
  if (problems.length > 0) return { value: undefined, problems }
  return {
    value: Object.fromEntries(
      fields.map(([name, result]) => [name, 'value' in result ? result.value : undefined]),
    ),
    problems: [],
  }
}

/** Keeps the values that their fields accept, and empty ones; unknown fields and secrets are left out. */
export function fittingValues(form: Form, values: Entered, offered: Offered): Entered {
  const fits = ([name, value]: readonly [string, string]): boolean =>
    form[name] !== undefined &&
    !looksLikeSecret(value) &&
    (value === '' || 'value' in readField(form, name, value, offered[name]))
  return Object.fromEntries(Object.entries(values).filter(fits))
}

/** The value of the only field that has one. */
export function onlyValue(values: Entered): string | undefined {
  const given = Object.values(values).filter((value) => value !== '')
  return given.length === 1 ? given[0] : undefined
}

function readField(form: Form, name: string, sent: string, options: readonly Option[] | undefined) {
  const field = form[name]
  const raw = valueTitled(sent, options) ?? sent
  const result = field?.read.safeParse(raw)
  if (!field || !result?.success) return { problem: raw.trim() === '' ? 'missing' : 'invalid' }
  if (field.choices === 'offered' && !isOffered(result.data, options)) return { problem: 'not-offered' }
  return { value: result.data }
}

/** Maps a title to its value: filtered lists may send either. */
function valueTitled(sent: string, options: readonly Option[] = []): string | undefined {
  const title = sent.trim().toLowerCase()
  if (title === '' || options.some(({ value }) => value === sent.trim())) return undefined
  return only(options.filter((option) => option.title.toLowerCase() === title))
}

function isOffered(answer: unknown, options: readonly Option[] = []): boolean {
  return (
    answer === undefined || [answer].flat().every((value) => options.some((option) => option.value === value))
  )
}

/** Labels of fields and synonyms of values ("yep" for yes). */
export interface Vocabulary {
  readonly labels: Readonly<Record<string, string>>
  readonly words: (value: string) => readonly string[]
  /** Ids of people mentioned in the line. */
  readonly mentioned: readonly string[]
}

/**
 * Reads a typed line into a form: "Phone: 06 12…" by field name, other text into the next empty field. Keeps earlier
 * input; undefined if it fits no field.
 */
export function typeInto(
  form: Form,
  entered: Entered,
  text: string,
  offered: Offered,
  vocabulary: Vocabulary,
): Entered | undefined {
  const named = Object.values(form).some(({ whole }) => whole)
    ? undefined
    : namedFields(form, text, offered, vocabulary)
  if (named) return { ...entered, ...named }
  const gatherer = Object.keys(form).find((name) => form[name]?.gathers)
  const isEntry = form[gatherer ?? '']?.isEntry
  if (isEntry?.(text)) return gathered(entered, gatherer, text)
  const next = nextField(form, entered) ?? onlyField(form)
  const value = next && fieldText(form, next, text, offered, vocabulary)
  if (next && value !== undefined) return { ...entered, [next]: value }
  return isEntry ? undefined : gathered(entered, gatherer, text)
}

function gathered(entered: Entered, gatherer: string | undefined, text: string): Entered | undefined {
  if (gatherer === undefined) return undefined
  return { ...entered, [gatherer]: `${entered[gatherer] ?? ''}\n${text}`.trim() }
}

/** Field for an unnamed answer: the first required one, then the optional ones. */
export function nextField(form: Form, entered: Entered): string | undefined {
  const empty = Object.keys(form).filter((name) => (entered[name] ?? '') === '')
  return empty.find((name) => !form[name]?.optional) ?? empty[0]
}

/** The only field, whose answer is replaced by a new one. */
function onlyField(form: Form): string | undefined {
  const [name, ...others] = Object.keys(form)
  return name === undefined || others.length > 0 || form[name]?.gathers ? undefined : name
}

function namedFields(
  form: Form,
  text: string,
  offered: Offered,
  vocabulary: Vocabulary,
): Entered | undefined {
  const fieldCalled = namesOf(form, vocabulary)
  const said = text.split('\n').flatMap((line) => {
    const [, label = '', value = ''] = /^([^:=]{2,60})[:=](.+)$/.exec(line) ?? []
    const name = fieldCalled(normalizeWords(label))
    return name ? [[name, value] as const] : []
  })
  // Each field counts once, however many lines name it.
  const pairs = [...new Map(said)].flatMap(([name, value]) => {
    const read = fieldText(form, name, value, offered, vocabulary)
    return read === undefined ? [] : [[name, read] as const]
  })
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined
}

/** Finds a field by name or by the beginning of its label. */
function namesOf(form: Form, { labels }: Vocabulary): (said: string) => string | undefined {
  const fields = Object.keys(form).map(
    (name) => [name, normalizeWords(name), normalizeWords(labels[name] ?? '')] as const,
  )
  return (said) =>
    said === '' ? undefined : fields.find(([, name, label]) => name === said || label.startsWith(said))?.[0]
}

function fieldText(
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
