import { open } from '../engine/button-intent.ts'
import type { Page } from '../engine/page.ts'
import { answerReminder } from './answer-reminder.ts'

/** Handles reminder buttons; other arguments show coming reminders. */
export const reminder: Page = {
  id: 'reminder',
  intents: ['answer-reminder'],
  view: (world, { intent }) =>
    intent?.do === 'answer-reminder' ? answerReminder(world, intent) : open('reminders'),
}
