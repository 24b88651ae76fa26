import { unreadableIn } from '../activity/attachments.ts'
import type { TurnScope } from './turn-scope.ts'

/** Reports an unreadable picture, file or recording and what to type instead; returns whether there was one. */
export function sayUnreadable({ activity, work, guides }: TurnScope, hasWords: boolean): boolean {
  const kind = unreadableIn(activity)
  if (kind === undefined) return false
  const { t } = work.translations
  const wayOn = hasWords ? 'words' : guides.waiting ? 'step' : 'start'
  work.chat.say(`${t(`unreadable.${kind}`)} ${t(`unreadable.${wayOn}`)}`)
  return true
}
