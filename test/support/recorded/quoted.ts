import type { Activity } from '../client/activity.ts'
import { reworded } from './shape.ts'

/** An answer to a message of the bot that was quoted: the quote stands in the text, with nothing but the message's id. */
export const quoted =
  (messageId: string) =>
  (activity: Activity): Activity =>
    reworded(activity, (text) => `<quoted messageId="${messageId}"/> ${text}`)
