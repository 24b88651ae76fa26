import type { Reminder } from '../../src/core/reminder.ts'
import { nothingHeard, openSupport } from '../follow-up/nothing-heard.ts'
import type { Onward } from '../page.ts'
import { openPage, otherPage } from '../shared/portal.ts'
import { toCommands } from '../shared/ways-on.ts'
import type { Drawing } from '../steps/show.ts'
import type { World } from '../world.ts'
import type { ReminderClick } from './reminder-click.ts'
import { settle } from './settle.ts'
import { snooze } from './snooze.ts'
import { requestValues } from './what-is-said.ts'

/** What to do when it has not happened: nothing is recorded, and the bot asks again when it is time. */
export function notYet(world: World, reminder: Reminder, click: ReminderClick): Drawing | Onward {
  const advice = advices[reminder.kind]?.(world, reminder)
  settle(world, click, world.speech.t('reminder.outcomes.not-yet'))
  return advice ? { card: 'advice', ...advice } : { run: 'reminders' }
}

type Advice = (world: World, reminder: Reminder) => Omit<Drawing, 'card'>

const advices: Partial<Record<Reminder['kind'], Advice>> = {
  contact: (world, { subject }) => nothingHeard(world, subject),
  technical: askAgain,
  'offer-unnoticed': (world) => ({
    section: 'reminder.unnoticed',
    sources: [world.program.rules.offerLive],
    buttons: [
      openPage(world, 'marketplace', world.speech.t('reminder.buttons.offers')),
      openSupport(world),
      ...otherPage(world, 'support'),
      ...toCommands(world, ['my-rewards']),
    ],
  }),
}

/** Microsoft promised days: after as many more it is asked again. */
function askAgain(world: World, { subject, ladder }: Reminder): Omit<Drawing, 'card'> {
  const { speech, program, company } = world
  const again = speech.date(snooze(world, ladder, program.waits.technicalBusinessDays))
  const hasNumber = company.requests.some(({ id, caseNumber }) => id === subject && caseNumber)
  const addNumber = { run: 'technical-help', with: 'for:case-number' }
  return {
    section: 'reminder.unanswered',
    says: { ...requestValues(world, subject), again },
    buttons: [
      openPage(world, 'technicalBenefits'),
      openSupport(world),
      ...(hasNumber ? [] : [{ title: speech.t('reminder.buttons.case'), ...addNumber }]),
      ...toCommands(world, ['my-rewards']),
    ],
  }
}
