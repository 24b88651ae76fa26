import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { type ButtonIntent, open } from '../engine/button-intent.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { ChatOutput } from '../engine/world/chat-output.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import { nothingHeard, openSupport } from '../guides/follow-up/nothing-heard.ts'
import { openPage, otherPage } from '../wording/portal.ts'
import { toCommands } from '../wording/ways-on.ts'
import { requestValues } from './notice-text.ts'
import type { ReminderClick } from './reminder-click.ts'
import { settle } from './settle.ts'
import { snooze } from './snooze.ts'
import { sponsorshipText } from './sponsorship-text.ts'

/** Card for "not yet": records nothing and says when the bot asks again. */
export function notYet(
  world: CompanyView & Localization & ChatOutput & ReminderSettings,
  reminder: Reminder,
  click: ReminderClick,
): CardContent | ButtonIntent {
  const advice = advices[reminder.kind]?.(world, reminder)
  settle(world, click, world.translations.t('reminder.outcomes.not-yet'))
  return advice ? { card: 'advice', ...advice } : open('reminders')
}

type Advice = (
  world: CompanyView & Localization & ReminderSettings,
  reminder: Reminder,
) => Omit<CardContent, 'card'>

const advices: Partial<Record<Reminder['kind'], Advice>> = {
  contact: (world, { subject }) => nothingHeard(world, subject),
  technical: askAgain,
  'sponsorship-answer': askAboutSponsorship,
  verification: unverified,
  'offer-unnoticed': (world) => ({
    section: 'reminder.unnoticed',
    sources: [world.program.rules.offerLive],
    buttons: [
      openPage(world, 'marketplace', world.translations.t('reminder.buttons.offers')),
      openSupport(world),
      ...otherPage(world, 'support'),
      ...toCommands(world, ['my-rewards']),
    ],
  }),
}

/** Asks again after as many days as provisioning takes. */
function askAboutSponsorship(
  world: CompanyView & Localization & ReminderSettings,
  { subject, schedule }: Reminder,
): Omit<CardContent, 'card'> {
  const days = world.program.sponsorshipRequests?.provisionedBusinessDays ?? 7
  const again = world.translations.date(snooze(world, schedule, days))
  return {
    section: 'reminder.not-provisioned',
    ...sponsorshipText(world, subject),
    textValues: { ...sponsorshipText(world, subject).textValues, again },
    buttons: [openSupport(world), ...toCommands(world, ['my-rewards'])],
  }
}

/** Asks again after the days that a verification usually takes. */
function unverified(
  world: CompanyView & Localization & ReminderSettings,
  { schedule }: Reminder,
): Omit<CardContent, 'card'> {
  const { translations, program } = world
  const days = program.enrollment?.verificationBusinessDays ?? 1
  return {
    section: 'reminder.unverified',
    textValues: { again: translations.date(snooze(world, schedule, days)) },
    sources: [program.rules.verification],
    buttons: [openPage(world, 'legal'), openSupport(world), ...toCommands(world, ['my-rewards'])],
  }
}

/** Asks again after the days that Microsoft promised. */
function askAgain(
  world: CompanyView & Localization & ReminderSettings,
  { subject, schedule }: Reminder,
): Omit<CardContent, 'card'> {
  const { translations, program, company } = world
  const again = translations.date(snooze(world, schedule, program.waits.technicalBusinessDays))
  const hasNumber = company.requests.some(({ id, caseNumber }) => id === subject && caseNumber)
  const addNumber: Button = {
    title: translations.t('reminder.buttons.case'),
    intent: { do: 'start-with', guide: 'technical-help', answer: 'case-number' },
  }
  return {
    section: 'reminder.unanswered',
    sources: [world.program.rules.technicalAnswer],
    textValues: { ...requestValues(world, subject), again },
    buttons: [
      openPage(world, 'technicalBenefits'),
      openSupport(world),
      ...(hasNumber ? [] : [addNumber]),
      ...toCommands(world, ['my-rewards']),
    ],
  }
}
