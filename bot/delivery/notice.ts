import { languageFor, type Translations, type TranslationsFor } from '../../locales/index.ts'
import type { NewId } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { addressOf, keysOf, localeOf } from '../activity/addressing.ts'
import type { Dispatcher } from './dispatcher.ts'

export interface NoticeServices {
  readonly dispatcher: Dispatcher
  readonly translationsFor: TranslationsFor
  readonly newId: NewId
}

/** Sends a Markdown notice to the sender of an activity. */
export type SendNotice = (activity: Incoming, words: (translations: Translations) => string) => void

/** Creates notices without turn and store: in the client's language, lost if the process dies. */
export function createNotice({ dispatcher, translationsFor, newId }: NoticeServices): SendNotice {
  return (activity, words) => {
    const { tenant } = keysOf(activity, newId)
    const text = words(translationsFor(languageFor(localeOf(activity))))
    const reply = { id: newId(), tenant, activity: { type: 'message', text, textFormat: 'markdown' } }
    const replyTo = activity.id && { replyTo: activity.id }
    dispatcher.send([{ ...reply, address: addressOf(activity), ...replyTo }])
  }
}
