import { z } from 'zod'

const choiceSchema = z.object({ title: z.string(), value: z.string() })
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const inputSchema = z.object({
  type: z.enum(['Input.Text', 'Input.Number', 'Input.Date', 'Input.Time', 'Input.Toggle', 'Input.ChoiceSet']),
  id: z.string(),
  label: z.string().optional(),
  title: z.string().optional(),
  value: scalar.optional(),
  placeholder: z.string().optional(),
  isRequired: z.boolean().default(false),
  errorMessage: z.string().optional(),
  regex: z.string().optional(),
  maxLength: z.number().optional(),
  min: scalar.optional(),
  max: scalar.optional(),
  valueOn: z.string().default('true'),
  valueOff: z.string().default('false'),
  choices: z.array(choiceSchema).default([]),
  isMultiSelect: z.boolean().default(false),
})

/** An input of a card. `value` is what it holds before the person touches it: a string, '' when empty. */
export interface InputView extends Omit<z.infer<typeof inputSchema>, 'value'> {
  readonly value: string
  readonly isVisible: boolean
  readonly scope: string
}

/** Value for an input: text, number, tick, value or title of a choice, or several. */
export type Entry = string | number | boolean | readonly string[]

/** Entries by the id or the label of the input. */
export type Entries = Readonly<Record<string, Entry>>

export function readInput(part: unknown, place: { isVisible: boolean; scope: string }): InputView {
  const input = inputSchema.parse(part)
  const untouched = input.type === 'Input.Toggle' ? input.valueOff : ''
  return { ...input, value: input.value ?? untouched, isVisible: place.isVisible, scope: place.scope }
}

export interface InputError {
  readonly id: string
  /** Error under the input; '' if the card has no errorMessage for it. */
  readonly message: string
}

/** Values of all inputs after filling in `entries`, by id, in card order. */
export function fillIn(inputs: readonly InputView[], entries: Entries): Map<string, string> {
  const unknown = Object.keys(entries).filter((key) => !inputs.some((input) => isCalled(input, key)))
  if (unknown.length > 0) {
    const known = inputs.map(({ id, label }) => (label ? `${id} (${label})` : id)).join(', ')
    throw new Error(`No input ${unknown.join(', ')} on this card; it has ${known || 'none'}`)
  }
  return new Map(inputs.map((input) => [input.id, currentValue(input, entries)]))
}

function isCalled(input: InputView, key: string): boolean {
  return input.id === key || input.label === key
}

function currentValue(input: InputView, entries: Entries): string {
  const entry = entries[input.id] ?? (input.label === undefined ? undefined : entries[input.label])
  if (entry === undefined) return input.value
  if (!input.isVisible) throw new Error(`A person cannot fill in the hidden input ${input.id}`)
  if (input.type === 'Input.Toggle') return toggled(input, entry)
  if (input.type === 'Input.ChoiceSet') return chosen(input, entry)
  return String(entry)
}

function toggled(input: InputView, entry: Entry): string {
  if (typeof entry === 'boolean') return entry ? input.valueOn : input.valueOff
  if (entry === input.valueOn) return input.valueOn
  if (entry === input.valueOff) return input.valueOff
  throw new Error(`The toggle ${input.id} takes true or false, not ${JSON.stringify(entry)}`)
}

function chosen(input: InputView, entry: Entry): string {
  const wanted = Array.isArray(entry) ? entry.map(String) : entry === '' ? [] : [String(entry)]
  if (wanted.length > 1 && !input.isMultiSelect)
    throw new Error(`Only one choice can be taken in ${input.id}`)
  return wanted.map((one) => choiceValue(input, one)).join(',')
}

function choiceValue({ id, choices }: InputView, wanted: string): string {
  const choice = choices.find(({ value, title }) => value === wanted || title === wanted)
  if (choice) return choice.value
  throw new Error(`No choice ${wanted} in ${id}; it has ${choices.map(({ value }) => value).join(', ')}`)
}

/** All validation errors before sending, in card order. */
export function validateInputs(
  inputs: readonly InputView[],
  values: ReadonlyMap<string, string>,
): InputError[] {
  return inputs
    .filter((input) => !isValid(input, values.get(input.id) ?? ''))
    .map(({ id, errorMessage = '' }) => ({ id, message: errorMessage }))
}

function isValid(input: InputView, value: string): boolean {
  if (input.type === 'Input.Toggle') return !input.isRequired || value === input.valueOn
  if (value === '') return !input.isRequired
  if (input.type === 'Input.Text') return isValidText(input, value)
  if (input.type === 'Input.Number')
    return isWithin(Number(value), Number(input.min ?? -Infinity), Number(input.max ?? Infinity))
  return value >= (input.min ?? '') && value <= (input.max ?? '\uffff')
}

function isValidText({ regex, maxLength = Infinity }: InputView, value: string): boolean {
  return value.length <= maxLength && (regex === undefined || new RegExp(regex).test(value))
}

/** False for what is no number, too. */
function isWithin(value: number, min: number, max: number): boolean {
  return value >= min && value <= max
}
