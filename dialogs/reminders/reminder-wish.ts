import { z } from 'zod'
import type { Translations } from '../../locales/index.ts'
import { wordsOf } from '../understanding/normalize.ts'

/** What a command about reminders changes, as the page of reminders takes it: "please stop reminding me". */
export function reminderWish(translations: Translations, command: string): string | undefined {
  const wishes = z.record(z.string(), z.array(z.string())).parse(translations.section('reminders.words'))
  const said = ` ${wordsOf(command).join(' ')} `
  const isSaid = (words: string) => said.includes(` ${wordsOf(words).join(' ')} `)
  return Object.keys(wishes).find((wish) => wishes[wish]?.some(isSaid))
}
