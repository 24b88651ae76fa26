import { withoutCards } from '../../src/core/reminders/delivered-notices.ts'
import type { World } from '../engine/world.ts'
import { answeredDrawing } from './closed-card.ts'
import { listenerIn } from './open-topic.ts'
import type { ReminderClick } from './reminder-click.ts'

/**
 * Takes the buttons off the card that was answered, and says there what was answered. A card for several matters is left
 * as it is; those of matters that are over are closed after each turn.
 */
export function settle(world: World, { delivery, ladder }: ReminderClick, outcome: string): void {
  const listener = listenerIn(world)
  const clicked = listener.cards.filter((card) => card.delivery === delivery)
  if (delivery === '' || clicked.some(({ ladders }) => ladders.length > 1)) return
  world.chat.replace(delivery, world.draw(world, answeredDrawing(world, ladder, outcome)))
  world.listen(withoutCards(listener, clicked))
}
