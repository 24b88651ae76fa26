import { z } from 'zod'
import fields from './harmless-fields.json' with { type: 'json' }

/**
 * Fields without personal data. All other texts are hidden, including those of new fields until they are listed there.
 */
const harmless = new Set(z.array(z.string()).parse(fields))

/** Fields keyed by ids that may identify people. */
const keyed = new Set(['people', 'told', 'snoozed'])

/** Copies data with people's words, names and addresses replaced by `…`; numbers and flags stay. */
export function redacted(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => redacted(item, field))
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    return Object.fromEntries(
      entries.map(([name, inner], index) => [
        keyed.has(field) ? `… ${index + 1}` : name,
        redacted(inner, keyed.has(field) ? '' : name),
      ]),
    )
  }
  return typeof value !== 'string' || harmless.has(field) ? value : '…'
}
