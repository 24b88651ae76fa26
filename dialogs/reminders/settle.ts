import { closedCards, withoutCards } from '../../src/core/reminder.ts'
import type { ReminderCard } from '../../src/core/roster.ts'
import type { Drawing } from '../steps/show.ts'
import type { World } from '../world.ts'
import { answeredDrawing, closedDrawing } from './closed-drawing.ts'
import { listenerIn } from './open-matter.ts'
import type { ReminderClick } from './reminder-click.ts'

/**
 * Takes the buttons off every card of this person whose matters are over, and off the one that was answered. A card for
 * several matters keeps its buttons as long as one of them is open.
 */
export function settle(world: World, { delivery, ladder }: ReminderClick, outcome: string): void {
  const listener = listenerIn(world)
  const over = closedCards(world.scene, world.personId, listener)
  const others = over.filter((card) => card.delivery !== delivery)
  const clicked = listener.cards.find((card) => card.delivery === delivery)
  const isDone = delivery !== '' && (!clicked || clicked.ladders.length === 1 || over.includes(clicked))
  for (const card of others) replace(world, card.delivery, closedDrawing(world, card))
  if (isDone) replace(world, delivery, resultOn(world, clicked, ladder, outcome))
  world.listen(withoutCards(listener, [...others, ...(isDone && clicked ? [clicked] : [])]))
}

const resultOn = (world: World, card: ReminderCard | undefined, ladder: string, outcome: string) =>
  card && card.ladders.length > 1 ? closedDrawing(world, card) : answeredDrawing(world, ladder, outcome)

const replace = (world: World, delivery: string, drawing: Drawing) =>
  world.chat.replace(delivery, world.draw(world, drawing))
