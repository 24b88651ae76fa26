import { reminderDrawing } from '../../dialogs/reminders/reminder-card.ts'
import { withTold } from '../../src/core/reminders/delivered-notices.ts'
import { remindersFor } from '../../src/core/reminders/reminder.ts'
import { closeCards } from '../conversation/reachability.ts'
import type { Desk } from '../turn/unit-of-work.ts'

/** Tells the person of this chat what is due, on one card, and closes the cards of what is over. */
export async function remind(desk: Desk): Promise<void> {
  closeCards(desk)
  const { listener, scene, personId } = desk
  const due = listener ? remindersFor(scene, personId, listener) : []
  if (!listener || due.length === 0) return
  const delivery = desk.newId()
  desk.chat.send(delivery, desk.draw(desk, reminderDrawing(desk, due, delivery)))
  desk.listen(withTold(listener, due, { delivery, at: desk.now }))
}
