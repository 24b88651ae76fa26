import type { Translations } from '../../../locales/index.ts'
import type { Form } from '../form.ts'
import type { Problem } from '../render.ts'
import type { Entered } from '../typing/typed.ts'
import type { FieldProblem } from './field-remarks.ts'

/** Messages on a card that is shown again. */
export interface Remarks {
  readonly problems: readonly Problem[]
  /** Field that the next typed answer fills. */
  readonly next?: string | undefined
}

export const noRemarks: Remarks = { problems: [] }

/** Section of the words of a question. */
interface Words {
  readonly translations: Translations
  readonly section: string
  readonly labels: Readonly<Record<string, string>>
}

/** Says what is wrong: with the card as a whole, and with each field. */
export function problemsSaid(words: Words, { problems }: Remarks) {
  const said = problems.map((problem) => ({ problem, text: saidOf(words, problem) }))
  return {
    problems: said.filter(({ problem }) => problem.field === undefined).map(({ text }) => text),
    fieldProblems: said.flatMap(({ problem: { field }, text }): FieldProblem[] =>
      field === undefined ? [] : [{ field, label: words.labels[field], text }],
    ),
  }
}

function saidOf(words: Words, { field, problem, values }: Problem): string {
  return (
    (problem === 'missing' && missing(words, field)) || words.translations.t(`problems.${problem}`, values)
  )
}

/** Message that the card shows under an empty input. */
function missing({ translations, section }: Words, field: string | undefined): string | undefined {
  const key = [`${section}.errors.${field}`, `${section}.missing`].find((each) => translations.has(each))
  return key && translations.t(key)
}

/** Fields of a form that is seen at a glance, and never folded. */
const fewFields = 3

/** Names the fields of a long form whose answers are right, while others are not; one still to be answered stays open. */
export function foldedFields(form: Form, entered: Entered, { problems, next }: Remarks): string[] {
  const names = Object.keys(form)
  const wrong = problems.flatMap(({ field, beside = [] }) => (field === undefined ? [] : [field, ...beside]))
  if (names.length <= fewFields || wrong.length === 0) return []
  return names.filter(
    (name) =>
      !wrong.includes(name) &&
      name !== next &&
      ((entered[name] ?? '') !== '' || form[name]?.optional === true),
  )
}
