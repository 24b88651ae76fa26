import type { Form } from '../form.ts'
import { readCorrection, valueCorrected } from './correction.ts'
import { fieldText } from './field-text.ts'
import { normalizeWords } from './option-meant.ts'
import type { Entered, Offered, Vocabulary } from './typed.ts'

/** Reads the fields that a text names: "Phone: 06 12…", or "actually, change the phone to 06 12…". */
export function namedFields(
  form: Form,
  text: string,
  offered: Offered,
  vocabulary: Vocabulary,
): Entered | undefined {
  return labelled(form, text, offered, vocabulary) ?? corrected(form, text, offered, vocabulary)
}

/** Finds the field of a form that a sentence changes, whatever the value. */
export function fieldCorrected(
  form: Form,
  text: string,
  vocabulary: Pick<Vocabulary, 'labels'>,
): string | undefined {
  return correctionOf(form, text, vocabulary)?.name
}

function correctionOf(form: Form, text: string, { labels }: Pick<Vocabulary, 'labels'>) {
  if (Object.values(form).some(({ whole }) => whole)) return undefined
  const correction = readCorrection(text)
  const name = correction && (nameIn(form, correction.names) ?? fieldCalled(form, labels, correction.called))
  if (!correction || name === undefined) return undefined
  const { values } = correction
  return { name, value: values.find((value) => form[name]?.fits?.(value)) ?? values[0] }
}

const nameIn = (form: Form, names: readonly string[]): string | undefined =>
  names.find((name) => Object.hasOwn(form, name))

/** A value that is no option is kept as it is, for the complaint of its field. */
function corrected(form: Form, text: string, offered: Offered, vocabulary: Vocabulary): Entered | undefined {
  const found = correctionOf(form, text, vocabulary)
  if (!found) return undefined
  const { name, value } = found
  return { [name]: fieldText(form, name, value, offered, vocabulary) ?? value }
}

/** The filled field that a correction without a name changes: the last whose own form the new value has. */
export function fieldChanged(form: Form, entered: Entered, text: string): Entered | undefined {
  const value = valueCorrected(text)?.replace(/[\s.!]+$/, '')
  const name = Object.keys(form).findLast((each) => value && entered[each] && form[each]?.fits?.(value))
  return name === undefined || value === undefined ? undefined : { [name]: value }
}

function labelled(form: Form, text: string, offered: Offered, vocabulary: Vocabulary): Entered | undefined {
  const said = text.split('\n').flatMap((line) => {
    const [, label = '', value = ''] = /^([^:=]{2,60})[:=](.+)$/.exec(line) ?? []
    const name = fieldCalled(form, vocabulary.labels, normalizeWords(label))
    return name ? [[name, value] as const] : []
  })
  // Each field counts once, however many lines name it.
  const pairs = [...new Map(said)].flatMap(([name, value]) => {
    const read = fieldText(form, name, value, offered, vocabulary)
    return read === undefined ? [] : [[name, read] as const]
  })
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined
}

/** Finds a field by name or by the beginning of its label; "e-mail" is the field "Email". */
function fieldCalled(form: Form, labels: Vocabulary['labels'], said: string): string | undefined {
  const called = lettersOf(said)
  if (called === '') return undefined
  return Object.keys(form).find(
    (name) => lettersOf(name) === called || lettersOf(labels[name] ?? '').startsWith(called),
  )
}

const lettersOf = (text: string): string => normalizeWords(text).replaceAll(' ', '')
