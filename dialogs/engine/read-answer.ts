import { looksLikeSecret } from '../understanding/secret.ts'
import type { Form } from './form.ts'
import type { Option, Problem } from './render.ts'
import type { Answers } from './step.ts'
import { valueCorrected } from './typing/correction.ts'
import { fieldText } from './typing/field-text.ts'
import { fieldChanged, namedFields } from './typing/named-fields.ts'
import { only } from './typing/option-meant.ts'
import type { Entered, Offered, Vocabulary } from './typing/typed.ts'

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
  const isWhole = Object.values(form).some(({ whole }) => whole)
  const changed = named ?? (isWhole ? undefined : fieldChanged(form, entered, text))
  if (changed) return { ...entered, ...changed }
  const gatherer = Object.keys(form).find((name) => form[name]?.gathers)
  const isEntry = form[gatherer ?? '']?.isEntry
  if (isEntry?.(text)) return gathered(entered, gatherer, text)
  const next = fieldAsked(form, entered)
  const value = next && valueOrCorrected(form, next, text, offered, vocabulary)
  if (next && value !== undefined) return { ...entered, [next]: value }
  return isEntry ? undefined : gathered(entered, gatherer, text)
}

/** Reads a choice also from a correction of it: "no, rather the webinar". */
function valueOrCorrected(form: Form, name: string, text: string, offered: Offered, vocabulary: Vocabulary) {
  const instead = form[name]?.choices ? valueCorrected(text) : undefined
  const value = fieldText(form, name, text, offered, vocabulary)
  return value ?? (instead && fieldText(form, name, instead, offered, vocabulary))
}

function gathered(entered: Entered, gatherer: string | undefined, text: string): Entered | undefined {
  if (gatherer === undefined) return undefined
  return { ...entered, [gatherer]: `${entered[gatherer] ?? ''}\n${text}`.trim() }
}

/** Field that an unnamed answer goes to: the next, else the only one. */
export function fieldAsked(form: Form, entered: Entered): string | undefined {
  return nextField(form, entered) ?? onlyField(form)
}

/** Next field to fill in: the first required one, then the optional ones. */
export function nextField(form: Form, entered: Entered): string | undefined {
  const empty = Object.keys(form).filter((name) => (entered[name] ?? '') === '')
  return empty.find((name) => !form[name]?.optional) ?? empty[0]
}

/** The only field, whose answer is replaced by a new one. */
function onlyField(form: Form): string | undefined {
  const [name, ...others] = Object.keys(form)
  return name === undefined || others.length > 0 || form[name]?.gathers ? undefined : name
}
