import { z } from 'zod'

/**
 * One input of a card. `read` turns what a client sends (always a string; empty when left out) into the answer,
 * `stored` recognises an answer that was kept.
 */
export interface Field<T = unknown> {
  readonly read: z.ZodType<T, string>
  readonly stored: z.ZodType<T>
  readonly optional: boolean
  /** The values to choose from; 'offered' when the step says them, undefined for free input. */
  readonly choices?: readonly string[] | 'offered'
  readonly many?: boolean
  /** Typed lines that fit no other field are added here, one below the other. */
  readonly gathers?: boolean
  /** Recognises a typed line that can only be meant for this field; without it, any other line is. */
  readonly isEntry?: (text: string) => boolean
  /** Takes out what must not be kept, before anything of it is. */
  readonly clean?: (text: string) => string
  /** A typed line is the answer as it is: "Message: …" in it names no field. */
  readonly whole?: boolean
}

export type Form = Readonly<Record<string, Field>>
export type Filled<F extends Form> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never }

const trimmed = z.string().trim()

export function line(longest = 200): Field<string> {
  const stored = z.string().min(1).max(longest)
  return { read: trimmed.pipe(stored), stored, optional: false }
}

export function paragraph(longest = 4000): Field<string> {
  return line(longest)
}

/** A pasted text, of which `clean` leaves what may be kept. */
export function pasted(clean: (text: string) => string, longest = 4000): Field<string> {
  return { ...paragraph(longest), clean, whole: true }
}

/** Entries that are typed one by one, or pasted together: one line each. */
export function lines(longest = 4000, isEntry?: (text: string) => boolean): Field<string | undefined> {
  return { ...optional(line(longest)), gathers: true, ...(isEntry && { isEntry }) }
}

export function choice<const V extends readonly [string, ...string[]]>(values: V): Field<V[number]> {
  const stored = z.enum(values)
  return { read: trimmed.pipe(stored), stored, optional: false, choices: values }
}

/** One of the values that the step offers; the step machinery refuses any other. */
export function pick(): Field<string> {
  return { ...line(500), choices: 'offered' }
}

/** At least one of the values that the step offers, each once. */
export function pickSome(): Field<string[]> {
  const stored = z.array(z.string()).min(1)
  // Some phones separate what was ticked by semicolons, or put blanks between.
  const read = trimmed.transform((text) => [
    ...new Set(text.split(/\s*[,;]\s*/).filter((value) => value !== '')),
  ])
  return { read: read.pipe(stored), stored, optional: false, choices: 'offered', many: true }
}

/** Whole dollars, or any count: "12 000", "25k", "1.2M", "12,500.40". */
export function amount(): Field<number> {
  const stored = z.number().min(0).max(1e12)
  const read = trimmed.transform((text, issue) => {
    const value = readAmount(text)
    if (value === undefined) issue.addIssue({ code: 'custom', message: 'amount' })
    return value ?? 0
  })
  return { read: read.pipe(stored), stored, optional: false }
}

export function optional<T>(field: Field<T>): Field<T | undefined> {
  const read = trimmed.transform((text, issue) => {
    if (text === '') return undefined
    const value = field.read.safeParse(text)
    if (!value.success) issue.addIssue({ code: 'custom', message: 'invalid' })
    return value.data
  })
  return { ...field, read, stored: field.stored.optional(), optional: true }
}

const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 }

export function readAmount(text: string): number | undefined {
  const match = /^[-+]?([\d.,\s'’]*\d)\s*([km]?)$/i.exec(text.replace(/usd|us|dollars?|[$€]/gi, '').trim())
  if (!match?.[1] || text.trim().startsWith('-')) return undefined
  const scale = (match[2] ?? '').toLowerCase()
  return Math.round(decimal(match[1].replace(/[\s'’]/g, ''), scale === 'm') * (scales[scale] ?? 1))
}

/** The last separator is the decimal one, unless three digits follow it: 1,200 and 1.200 are both 1200, but 1.200M is not. */
function decimal(digits: string, isMillions: boolean): number {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const isGroup = digits.length - last === 4 && !digits.startsWith('0') && !isMillions
  const isDecimal = last >= 0 && !isGroup
  const whole = (isDecimal ? digits.slice(0, last) : digits).replace(/[.,]/g, '')
  return Number(isDecimal ? `${whole}.${digits.slice(last + 1)}` : whole)
}
