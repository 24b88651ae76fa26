import { z } from 'zod'

/**
 * One input of a card. `read` parses what a client sends (always a string; empty if omitted), `stored` validates a
 * stored answer.
 */
export interface Field<T = unknown> {
  readonly read: z.ZodType<T, string>
  readonly stored: z.ZodType<T>
  readonly optional: boolean
  /** Allowed values; 'offered' if the step lists them, undefined for free text. */
  readonly choices?: readonly string[] | 'offered'
  readonly many?: boolean
  /** Keeps its value on a card that has no input for it. */
  readonly isKept?: boolean
  /** Left out of the receipt: which button it was, not what was said. */
  readonly isUnsaid?: boolean
  /** Collects typed lines that fit no other field, one per line. */
  readonly gathers?: boolean
  /** Tests whether a typed line belongs to this field; without it, any other line does. */
  readonly isEntry?: (text: string) => boolean
  /** Free text: a line, such as a name, or sentences. */
  readonly text?: 'line' | 'prose'
  /** Tests for a value of the field's own form, such as an e-mail address; other typed text may mean something else. */
  readonly fits?: (text: string) => boolean
  /** Removes secrets before anything is stored. */
  readonly clean?: (text: string) => string
  /** Takes typed lines as they are: "Message: …" names no field. */
  readonly whole?: boolean
}

/** Fields of a card by name. */
export type Form = Readonly<Record<string, Field>>
/** Answers to a form. */
export type Filled<F extends Form> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never }

const trimmed = z.string().trim()

/** Field for one line of text. */
export function line(longest = 200): Field<string> {
  const stored = z.string().min(1).max(longest)
  return { read: trimmed.pipe(stored), stored, optional: false, text: 'line' }
}

/** Field for a line of a form of its own. */
export function shaped(fits: (text: string) => boolean, longest = 200): Field<string> {
  return { ...line(longest), fits }
}

/** Field for sentences. */
export function paragraph(longest = 4000): Field<string> {
  return { ...line(longest), text: 'prose' }
}

/** Field for pasted text; `clean` removes what must not be stored. */
export function pasted(clean: (text: string) => string, longest = 4000): Field<string> {
  return { ...paragraph(longest), clean, whole: true }
}

/** Field for entries typed singly or pasted together, one per line. */
export function lines(longest = 4000, isEntry?: (text: string) => boolean): Field<string | undefined> {
  return { ...optional(paragraph(longest)), gathers: true, ...(isEntry && { isEntry }) }
}

/** Field for one of fixed values. */
export function choice<const V extends readonly [string, ...string[]]>(values: V): Field<V[number]> {
  const stored = z.enum(values)
  return { read: trimmed.pipe(stored), stored, optional: false, choices: values }
}

/** Field for one of the offered values. */
export function pick(): Field<string> {
  return { ...line(500), choices: 'offered' }
}

/** Field for one or more of the offered values. */
export function pickSome(): Field<string[]> {
  const stored = z.array(z.string()).min(1)
  // Some phones separate values by semicolons or add blanks.
  const read = trimmed.transform((text) => [
    ...new Set(text.split(/\s*[,;]\s*/).filter((value) => value !== '')),
  ])
  return { read: read.pipe(stored), stored, optional: false, choices: 'offered', many: true }
}

/** Field for whole numbers: "12 000", "25k", "1.2M", "12,500.40". */
export function amount(): Field<number> {
  const stored = z.number().min(0).max(1e12)
  const read = trimmed.transform((text, issue) => {
    const value = readAmount(text)
    if (value === undefined) issue.addIssue({ code: 'custom', message: 'amount' })
    return value ?? 0
  })
  return { read: read.pipe(stored), stored, optional: false }
}

/** Makes a field optional. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  const read = trimmed.transform((text, issue) => {
    if (text === '') return undefined
    const value = field.read.safeParse(text)
    if (!value.success) issue.addIssue({ code: 'custom', message: 'invalid' })
    return value.data
  })
  return { ...field, read, stored: field.stored.optional(), optional: true }
}

/** Makes a field keep its value on a card that has no input for it, such as a list that is drawn as rows. */
export function kept<T>(field: Field<T>): Field<T> {
  return { ...field, isKept: true }
}

/** Leaves a field out of the receipt. */
export function unsaid<T>(field: Field<T>): Field<T> {
  return { ...field, isUnsaid: true }
}

const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 }

/** Reads a whole number; undefined for other text. */
export function readAmount(text: string): number | undefined {
  const match = /^[-+]?([\d.,\s'’]*\d)\s*([km]?)$/i.exec(text.replace(/usd|us|dollars?|[$€]/gi, '').trim())
  if (!match?.[1] || text.trim().startsWith('-')) return undefined
  const scale = (match[2] ?? '').toLowerCase()
  return Math.round(decimal(match[1].replace(/[\s'’]/g, ''), scale === 'm') * (scales[scale] ?? 1))
}

/**
 * Parses a number. The last separator is decimal unless three digits follow: 1,200 and 1.200 are 1200, 1.200M is not.
 */
function decimal(digits: string, isMillions: boolean): number {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const isGroup = digits.length - last === 4 && !digits.startsWith('0') && !isMillions
  const isDecimal = last >= 0 && !isGroup
  const whole = (isDecimal ? digits.slice(0, last) : digits).replace(/[.,]/g, '')
  return Number(isDecimal ? `${whole}.${digits.slice(last + 1)}` : whole)
}
