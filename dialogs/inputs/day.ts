import { z } from 'zod'
import { plainDate } from '../../src/core/time/calendar.ts'
import { readDay } from '../../src/time/read-day.ts'
import type { Field } from '../engine/form.ts'

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
