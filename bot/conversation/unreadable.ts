import { unreadableIn } from '../activity/attachments.ts'
import type { TurnScope } from './turn-scope.ts'

/**
 * Says that a picture, a file or a recording cannot be read, and what to type instead; the step that waits goes on
 * waiting. Tells whether there was one.
 */
export function sayUnreadable({ activity, work, guides }: TurnScope, hasWords: boolean): boolean {
  const kind = unreadableIn(activity)
  if (kind === undefined) return false
  const { t } = work.translations
  const wayOn = hasWords ? 'words' : guides.waiting ? 'step' : 'start'
  work.chat.say(`${t(`unreadable.${kind}`)} ${t(`unreadable.${wayOn}`)}`)
  return true
}
