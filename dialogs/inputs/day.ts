import { DateTime } from 'luxon'
import { z } from 'zod'
import { plainDate } from '../../src/core/time/calendar.ts'
import type { Field } from '../engine/form.ts'

const formats = ['yyyy-MM-dd', 'd MMMM yyyy', 'MMMM d, yyyy', 'MMMM d yyyy', 'd MMM yyyy', 'MMM d, yyyy']
const spoken = ['en', 'fr']

/** Field for a calendar day: what a date picker sends, or a day with the month in words. */
export function day(): Field<string> {
  const read = z
    .string()
    .trim()
    .transform((text, issue) => {
      const found = readDay(text)
      if (found === undefined) issue.addIssue({ code: 'custom', message: 'day' })
      return found ?? ''
    })
  return { read: read.pipe(plainDate), stored: plainDate, optional: false }
}

/** Reads a day; undefined for other text. Days in digits alone are read only year first, as their order differs. */
function readDay(text: string): string | undefined {
  const plain = text.replace(/\b(?:le|on)\s+|(?<=\d)(?:st|nd|rd|th|er)\b/giu, '').trim()
  const readings = spoken.flatMap((locale) =>
    formats.map((format) => DateTime.fromFormat(plain, format, { locale, zone: 'utc' })),
  )
  return readings.find(({ isValid }) => isValid)?.toISODate() ?? undefined
}
