import { z } from 'zod'
import type { Translations } from '../../locales/index.ts'
import { type ButtonIntent, open, reminderChanges } from '../engine/button-intent.ts'
import { wordsOf } from '../understanding/normalize.ts'

/** Reads a command such as "please stop reminding me" to an argument of the page of reminders. */
export function reminderWish(translations: Translations, command: string): ButtonIntent {
  const wishes = z.record(z.string(), z.array(z.string())).parse(translations.section('reminders.words'))
  const said = ` ${wordsOf(command).join(' ')} `
  const isSaid = (words: string) => said.includes(` ${wordsOf(words).join(' ')} `)
  const change = reminderChanges.find((each) => wishes[each]?.some(isSaid))
  return change ? { do: 'change-reminders', change } : open('reminders')
}
