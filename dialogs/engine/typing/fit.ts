import { isQuestion } from '../../understanding/question.ts'
import type { Field, Form } from '../form.ts'
import { fieldAsked, typeInto } from '../read-answer.ts'
import type { Option } from '../render.ts'
import { fieldText, isNamed } from './field-text.ts'
import { fieldChanged, namedFields } from './named-fields.ts'
import type { Entered, Offered, Vocabulary } from './typed.ts'

/**
 * How a typed line fits the form that waits. `exact`: an option by name or number, a value of the field's own form, a
 * named field; `mentioned`: an option or such a value within a sentence; `unfit`: text where the field wants another form; `line`: any
 * text of one line, such as a name; `prose`: text of sentences.
 */
export type Fit = 'exact' | 'mentioned' | 'unfit' | 'line' | 'prose'

/** Tells how a typed line fits a form; undefined if it fits no field. */
export function fitInto(
  form: Form,
  entered: Entered,
  text: string,
  offered: Offered,
  vocabulary: Vocabulary,
): Fit | undefined {
  if (typeInto(form, entered, text, offered, vocabulary) === undefined) return undefined
  if (namesField(form, entered, text, offered, vocabulary)) return 'exact'
  if (Object.values(form).some(({ isEntry }) => isEntry?.(text))) return isQuestion(text) ? 'unfit' : 'exact'
  const name = fieldAsked(form, entered)
  const field = name === undefined ? undefined : form[name]
  if (!name || !field) return 'prose'
  if (!field.choices) return fitOfText(field, text)
  if (isNamed(text, offered[name] ?? [], vocabulary))
    return isPlain(text, offered[name]) ? 'exact' : 'mentioned'
  return fieldText(form, name, text, offered, vocabulary) === undefined ? 'prose' : 'mentioned'
}

/** Tests for a line that names its field, or corrects one by its value. */
function namesField(form: Form, entered: Entered, text: string, offered: Offered, vocabulary: Vocabulary) {
  const isWhole = Object.values(form).some(({ whole }) => whole)
  const found = namedFields(form, text, offered, vocabulary) ?? fieldChanged(form, entered, text)
  return !isWhole && found !== undefined
}

/** Excludes "PGA?", unless an option is called so. */
const isPlain = (text: string, options: readonly Option[] = []): boolean =>
  !isQuestion(text) || options.some(({ title }) => title.toLowerCase() === text.trim().toLowerCase())

function fitOfText({ fits, text: kind, read }: Field, text: string): Fit {
  if (!fits && kind) return kind
  const isRead = fits ? fits(text) && !isQuestion(text) : read.safeParse(text).success
  if (isRead) return 'exact'
  return fits && text.split(/\s+/).some(fits) ? 'mentioned' : 'unfit'
}
