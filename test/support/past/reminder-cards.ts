import type { Card } from '../../../cards/card-schema.ts'
import type { CardContent } from '../../../dialogs/engine/render.ts'
import type { World } from '../../../dialogs/engine/world.ts'
import { closedContent } from '../../../dialogs/reminders/closed-card.ts'
import { reminderContent } from '../../../dialogs/reminders/reminder-card.ts'
import type { Language } from '../../../locales/index.ts'
import { audienceOf } from '../../../src/core/reminders/audience.ts'
import type { Reminder } from '../../../src/core/reminders/reminder.ts'
import { newRecipient, type Recipient } from '../../../src/core/reminders/roster.ts'
import { type Situation, worldIn } from '../bot/rehearse.ts'

export const recipient: Recipient = newRecipient({
  channel: 'emulator',
  serviceUrl: 'http://localhost:1',
  conversation: 'chat-1',
  bot: { id: 'bot-1' },
  person: { id: 'person-1' },
})

/** All proactive cards: every stage of open topics alone, all together, and their closing. */
export function reminderCards(situation: Situation, language: Language): Card[] {
  const world = worldIn(situation, language)
  const rendered = (content: (world: World) => CardContent) => world.render(world, content(world))
  const reminders = remindersIn(situation)
  const schedules = [...new Set(reminders.map(({ schedule }) => schedule))]
  return [
    ...reminders.map((each) => rendered((world) => reminderContent(world, [each], 'delivery-1'))),
    ...(schedules.length > 1 ? [rendered((world) => reminderContent(world, reminders, 'delivery-1'))] : []),
    ...schedules.map((each) => rendered((world) => closedContent(world, cardWith([each])))),
    ...(schedules.length > 1 ? [rendered((world) => closedContent(world, cardWith(schedules)))] : []),
  ]
}

const cardWith = (schedules: string[]) => ({ delivery: 'delivery-1', at: 0, ladders: schedules })

/** Every stage of every open topic, reached or not. */
export function remindersIn(situation: Situation): Reminder[] {
  const world = worldIn(situation, 'en')
  const { open } = audienceOf(world.reminderContext, world.personId, world.recipient ?? recipient)
  return open.flatMap(({ key, kind, subject, stages }) =>
    stages.map(({ what, on }, stage) => ({ schedule: key, kind, what, subject, stage, on })),
  )
}
