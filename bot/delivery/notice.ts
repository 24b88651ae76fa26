import { languageFor, type Speech, type Speeches } from '../../locales/index.ts'
import type { NewId } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { addressOf, keysOf, localeOf } from '../activity/addressing.ts'
import type { Courier } from './dispatcher.ts'

export interface AsideServices {
  readonly courier: Courier
  readonly speeches: Speeches
  readonly newId: NewId
}

/** Says something in Markdown to whoever sent an activity. */
export type SayAside = (activity: Incoming, words: (speech: Speech) => string) => void

/** Without a turn and without the store, so in the language of the client; lost if the process dies meanwhile. */
export function createAside({ courier, speeches, newId }: AsideServices): SayAside {
  return (activity, words) => {
    const { tenant } = keysOf(activity, newId)
    const text = words(speeches(languageFor(localeOf(activity))))
    const reply = { id: newId(), tenant, activity: { type: 'message', text, textFormat: 'markdown' } }
    const replyTo = activity.id && { replyTo: activity.id }
    courier.send([{ ...reply, address: addressOf(activity), ...replyTo }])
  }
}
