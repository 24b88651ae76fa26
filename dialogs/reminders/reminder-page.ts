import { open } from '../engine/button-intent.ts'
import type { Page } from '../engine/page.ts'
import { answerReminder, remindOn } from './answer-reminder.ts'

/** Handles reminder buttons; other arguments show coming reminders. */
export const reminder: Page = {
  id: 'reminder',
  intents: ['answer-reminder', 'remind-on'],
  view: (world, { intent }) => {
    if (intent?.do === 'remind-on') return remindOn(world, intent)
    return intent?.do === 'answer-reminder' ? answerReminder(world, intent) : open('reminders')
  },
}
