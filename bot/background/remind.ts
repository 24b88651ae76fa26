import { reminderContent } from '../../dialogs/reminders/reminder-card.ts'
import { withDelivered } from '../../src/core/reminders/delivered-notices.ts'
import { remindersFor } from '../../src/core/reminders/reminder.ts'
import { closeCards } from '../conversation/reachability.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'

/** Sends one card with all due reminders, and closes cards that no longer apply. */
export async function remind(work: UnitOfWork): Promise<void> {
  closeCards(work)
  const { recipient, reminderContext, personId } = work
  const due = recipient ? remindersFor(reminderContext, personId, recipient) : []
  if (!recipient || due.length === 0) return
  const delivery = work.newId()
  work.chat.send(delivery, work.render(work, reminderContent(work, due, delivery)))
  work.editRecipient(withDelivered(recipient, due, { delivery, at: work.now }))
}
