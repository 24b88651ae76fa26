import { z } from 'zod'
import type { Speech } from '../../locales/index.ts'
import { wordsOf } from '../understanding/normalise.ts'

/** What a typed line changes about reminders, as the page of reminders takes it: "stop reminding me". */
export function reminderWish(speech: Speech, text: string): string | undefined {
  const wishes = z.record(z.string(), z.array(z.string())).parse(speech.section('reminders.words'))
  const said = wordsOf(text).join(' ')
  const found = Object.entries(wishes).find(([, words]) =>
    words.some((each) => wordsOf(each).join(' ') === said),
  )
  return found?.[0]
}
