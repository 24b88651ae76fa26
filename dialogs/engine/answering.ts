import { wordsOf } from '../understanding/normalize.ts'
import { looksLikeSecret } from '../understanding/secret.ts'
import { type Asked, offered, vocabularyOf } from './asking.ts'
import type { Input } from './card-data.ts'
import type { Remarks } from './drawing/remarks.ts'
import type { Field } from './form.ts'
import { nextField, readForm, typeInto } from './read-answer.ts'
import type { Problem } from './render.ts'
import type { Answers } from './step.ts'
import { type Fit, fitInto } from './typing/fit.ts'
import { fieldCorrected } from './typing/named-fields.ts'
import { stepCorrected } from './typing/step-corrected.ts'
import type { Entered, Offered } from './typing/typed.ts'

/** Result of an input: an answer, or the card to show again with the input so far. */
export type Answered =
  | { readonly answer: Answers; readonly entered: Entered }
  | { readonly answer: undefined; readonly entered: Entered; readonly remarks: Remarks }

/** An input that may answer a step. */
export type Given = Extract<Input, { kind: 'answer' | 'text' | 'retype' }>

/** Reads a click or typed lines as the answer to a step. */
export async function answerFrom(asked: Asked, input: Given): Promise<Answered> {
  const options = await offered(asked)
  if (input.kind === 'answer') return clicked(asked, input.values, options)
  return input.kind === 'text' ? typed(asked, input.text, options) : retyped(asked, input, options)
}

/** Reads lines in turn until one completes the answer. */
function retyped(
  asked: Asked,
  { before, lines }: Extract<Given, { kind: 'retype' }>,
  options: Offered,
): Answered {
  return lines.reduce<Answered>(
    (so, line) => (so.answer ? so : typed({ ...asked, entered: so.entered }, line, options)),
    again(before, []),
  )
}

/** Tells how a typed line fits this step; "OK" or "done", even too early, never starts another guide. */
export async function fitOf(asked: Asked, text: string): Promise<Fit | undefined> {
  if (saysGoOn(asked, text) || stepCorrected(asked, text)) return 'exact'
  return fitInto(asked.step.form, asked.entered, text, await offered(asked), vocabularyOf(asked))
}

function clicked(asked: Asked, values: Entered, options: Offered): Answered {
  const fields = Object.entries(asked.step.form)
  const entered = Object.fromEntries(
    fields.map(([name, field]) => [name, values[name] ?? unsent(asked, name, field)]),
  )
  return judged(asked, entered, options)
}

/** Value of an input that was not sent: empty if optional and open, else the earlier one, as some clients send only changes. */
const unsent = ({ entered, folded = [] }: Asked, name: string, { optional, isKept }: Field): string =>
  optional && !isKept && !folded.includes(name) ? '' : (entered[name] ?? '')

function typed(asked: Asked, text: string, options: Offered): Answered {
  const { form } = asked.step
  if (goesOn(asked, text)) return judged(asked, asked.entered, options)
  const entered = typeInto(form, asked.entered, text, options, vocabularyOf(asked))
  if (!entered && isTooEarly(asked, text)) return judged(asked, asked.entered, options)
  if (!entered) return again(asked.entered, [{ problem: 'not-understood' }], nextField(form, asked.entered))
  const result = judged(asked, entered, options)
  if (result.answer) return result
  const wrong = [
    ...misshapen(asked, text, entered),
    ...result.remarks.problems.filter(({ problem }) => problem !== 'missing'),
  ]
  const left = withoutInvalid(
    asked,
    result.entered,
    wrong.filter(({ instead }) => instead === undefined),
  )
  return again(left, wrong, nextField(form, left))
}

/** Tests for "OK" or "done" on a complete form, which accepts it as shown. */
function goesOn(asked: Asked, text: string): boolean {
  const isFilled = Object.entries(asked.step.form).every(
    ([name, field]) => !field.gathers && (field.optional || (asked.entered[name] ?? '') !== ''),
  )
  return isFilled && saysGoOn(asked, text)
}

/** Tests for "done" while a list has nothing ticked. */
function isTooEarly(asked: Asked, text: string): boolean {
  const isUnticked = Object.entries(asked.step.form).some(
    ([name, { many, optional }]) => many && !optional && (asked.entered[name] ?? '') === '',
  )
  return isUnticked && saysGoOn(asked, text)
}

function saysGoOn(asked: Asked, text: string): boolean {
  const { words } = vocabularyOf(asked)
  const said = wordsOf(text).join(' ')
  return [...words('next'), ...words('done')].some((word) => wordsOf(word).join(' ') === said)
}

function judged(asked: Asked, given: Entered, options: Offered): Answered {
  const entered = cleaned(asked, given)
  // Secrets are detected before cleaning, which may remove the word that marks them.
  const secrets = Object.keys(entered).filter((name) =>
    [given[name], entered[name]].some((text = '') => looksLikeSecret(text)),
  )
  const reading = readForm(asked.step.form, without(entered, secrets), options)
  if (secrets.length > 0)
    return again(
      without(entered, secrets),
      secrets.map((field) => ({ field, problem: 'secret' })),
    )
  if (!reading.value) return again(entered, reading.problems)
  const problems = asked.step.check(reading.value, asked.scene)
  return problems.length > 0 ? again(mended(entered, problems), problems) : { answer: reading.value, entered }
}

/** Removes secrets, also from a card that is shown again. */
function cleaned({ step }: Asked, entered: Entered): Entered {
  return Object.fromEntries(
    Object.entries(entered).map(([name, value]) => [name, step.form[name]?.clean?.(value) ?? value]),
  )
}

function again(entered: Entered, problems: readonly Problem[], next?: string): Answered {
  return { answer: undefined, entered, remarks: { problems, next } }
}

/** Applies the replacements that problems suggest. */
function mended(entered: Entered, problems: readonly Problem[]): Entered {
  const better = problems.flatMap(({ field, instead }) =>
    field === undefined || instead === undefined ? [] : [[field, instead] as const],
  )
  return { ...entered, ...Object.fromEntries(better) }
}

function without(entered: Entered, fields: readonly string[]): Entered {
  return Object.fromEntries(
    Object.entries(entered).map(([name, value]) => [name, fields.includes(name) ? '' : value]),
  )
}

/** Problem of a corrected field whose form the value does not have; other checks wait for the whole card. */
function misshapen(asked: Asked, text: string, entered: Entered): Problem[] {
  const { form } = asked.step
  const field = fieldCorrected(form, text, vocabularyOf(asked))
  const fits = form[field ?? '']?.fits
  return field === undefined || !fits || fits(entered[field] ?? '') ? [] : [{ field, problem: 'invalid' }]
}

/** Clears invalid fields; those that the line changed get their earlier value back. */
function withoutInvalid({ entered: before }: Asked, entered: Entered, problems: readonly Problem[]) {
  const wrong = problems.flatMap(({ field }) => field ?? [])
  const changed = wrong.filter((field) => entered[field] !== before[field])
  const kept = Object.fromEntries(changed.map((field) => [field, before[field] ?? '']))
  return { ...without(entered, wrong), ...kept }
}
