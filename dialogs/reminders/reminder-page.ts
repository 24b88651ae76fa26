import type { Page } from '../engine/page.ts'
import { answerReminder } from './answer-reminder.ts'
import { readClick } from './reminder-click.ts'

/** Handles reminder buttons; other arguments show coming reminders. */
export const reminder: Page = {
  id: 'reminder',
  view: (world, argument = '') => {
    const click = readClick(argument)
    return click ? answerReminder(world, click) : { run: 'reminders' }
  },
}
