import type { Card } from '../../../cards/card.ts'
import type { Drawing } from '../../../dialogs/engine/render.ts'
import type { World } from '../../../dialogs/engine/world.ts'
import { closedDrawing } from '../../../dialogs/reminders/closed-card.ts'
import { reminderDrawing } from '../../../dialogs/reminders/reminder-card.ts'
import type { Language } from '../../../locales/index.ts'
import { audienceOf } from '../../../src/core/reminders/audience.ts'
import type { Reminder } from '../../../src/core/reminders/reminder.ts'
import { type Listener, newListener } from '../../../src/core/reminders/roster.ts'
import { deskIn, type Situation } from '../bot/thought.ts'

export const listener: Listener = newListener({
  channel: 'emulator',
  serviceUrl: 'http://localhost:1',
  conversation: 'chat-1',
  bot: { id: 'bot-1' },
  person: { id: 'person-1' },
})

/** Each card that could come unasked: every rung of what is open, alone, all together, and what closes them. */
export function reminderCards(situation: Situation, language: Language): Card[] {
  const desk = deskIn(situation, language)
  const drawn = (drawing: (world: World) => Drawing) => desk.draw(desk, drawing(desk))
  const reminders = remindersIn(situation)
  const ladders = [...new Set(reminders.map(({ ladder }) => ladder))]
  return [
    ...reminders.map((each) => drawn((world) => reminderDrawing(world, [each], 'delivery-1'))),
    ...(ladders.length > 1 ? [drawn((world) => reminderDrawing(world, reminders, 'delivery-1'))] : []),
    ...ladders.map((each) => drawn((world) => closedDrawing(world, cardWith([each])))),
    ...(ladders.length > 1 ? [drawn((world) => closedDrawing(world, cardWith(ladders)))] : []),
  ]
}

const cardWith = (ladders: string[]) => ({ delivery: 'delivery-1', at: 0, ladders })

/** Every rung of every matter that is open, whether its day has come or not. */
export function remindersIn(situation: Situation): Reminder[] {
  const desk = deskIn(situation, 'en')
  const { open } = audienceOf(desk.scene, desk.personId, desk.listener ?? listener)
  return open.flatMap(({ key, kind, subject, rungs }) =>
    rungs.map(({ what, on }, rung) => ({ ladder: key, kind, what, subject, rung, on })),
  )
}
