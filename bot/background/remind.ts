import { reminderContent } from '../../dialogs/reminders/reminder-card.ts'
import { withDelivered } from '../../src/core/reminders/delivered-notices.ts'
import { remindersFor } from '../../src/core/reminders/reminder.ts'
import { closeCards } from '../conversation/reachability.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'

/** Sends one card with all due reminders, and closes cards that no longer apply. */
export async function remind(work: UnitOfWork): Promise<void> {
  closeCards(work)
  const { reminderContext, world } = work
  const { recipient, personId } = world
  const due = recipient ? remindersFor(reminderContext, personId, recipient) : []
  if (!recipient || due.length === 0) return
  const delivery = world.newId()
  work.chat.send(delivery, world.render(world, reminderContent(world, due, delivery)))
  world.editRecipient(withDelivered(recipient, due, { delivery, at: work.now }))
}
