import type { ReminderContext } from '../../../src/core/reminders/audience.ts'
import type { Recipient } from '../../../src/core/reminders/roster.ts'

/** Which reminders the person gets, and when. */
export interface ReminderSettings {
  /** This person's entry in the roster, if the bot may send them proactive messages. */
  readonly recipient: Recipient | undefined
  /** What the rules of reminders need. */
  readonly reminderContext: ReminderContext
  /** Changes this person's entry in the roster; makes one where there is none. */
  editRecipient(change: Partial<Recipient>): void
}
