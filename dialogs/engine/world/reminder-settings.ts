import type { ReminderContext } from '../../../src/core/reminders/audience.ts'
import type { Recipient } from '../../../src/core/reminders/roster.ts'

/** Reminders of the person and their times. */
export interface ReminderSettings {
  /** This person's entry in the roster, if the bot may send them proactive messages. */
  readonly recipient: Recipient | undefined
  /** Input of the reminder rules. */
  readonly reminderContext: ReminderContext
  /** Changes this person's entry in the roster; makes one where there is none. */
  editRecipient(change: Partial<Recipient>): void
}
