import type { Reminder } from '../../src/core/reminders/reminder.ts'
import type { What } from '../../src/core/reminders/schedule.ts'
import { addDays } from '../../src/core/time/calendar.ts'
import { open } from '../engine/button-intent.ts'
import type { Button } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { changeContact, openSupport } from '../guides/follow-up/nothing-heard.ts'
import { openPage, otherPage } from '../wording/portal.ts'
import { dayOf, lastDayOf } from './open-topic.ts'
import { clickButton, type Verb } from './reminder-click.ts'

/** The parts of a turn that a reminder and its buttons need. */
export type ReminderReader = CompanyView & Speaker & Localization & ReminderSettings

/** One reminder on a card. */
interface Shown {
  readonly world: ReminderReader
  readonly reminder: Reminder
  readonly delivery: string
}

/** Buttons of a reminder: answers, actions, then delays. */
export function waysToAnswer(world: ReminderReader, reminder: Reminder, delivery: string): Button[] {
  const shown = { world, reminder, delivery }
  return [...ways[reminder.what](shown), ...later(shown)]
}

const ways: Readonly<Record<What, (shown: Shown) => Button[]>> = {
  'contact-expected': (shown) => [answer(shown, 'yes'), answer(shown, 'not-yet')],
  'recheck-contact': (shown) => [
    answer(shown, 'yes', 'contacted'),
    openPage(shown.world, 'rewards'),
    changeContact(shown.world),
  ],
  escalate: (shown) => [
    openSupport(shown.world),
    ...otherPage(shown.world, 'support'),
    answer(shown, 'yes', 'contacted'),
    changeContact(shown.world),
  ],
  'technical-answer': (shown) => [answer(shown, 'yes'), answer(shown, 'not-yet')],
  'offer-unnoticed': (shown) => [answer(shown, 'yes'), answer(shown, 'not-yet')],
  expiry: (shown) => [follow(shown)],
  refresh: (shown) => [begin(shown, 'activate-benefits')],
  'contact-missing': (shown) => [begin(shown, 'assign-contact', 'contact')],
  'verify-tenant': (shown) => [answer(shown, 'yes', 'visible'), answer(shown, 'no')],
  halfway: (shown) => [goOn(shown), answer(shown, 'forget')],
  'which-program': (shown) => [begin(shown, 'which-program')],
  'renew-no-cost': renewed,
  'renew-premium': renewed,
  'check-renewal': renewed,
  'new-term': renewed,
  verification: (shown) => [answer(shown, 'yes'), answer(shown, 'not-yet'), openPage(shown.world, 'legal')],
  'tier-review': (shown) => [begin(shown, 'check-eligibility')],
  'announced-change': (shown) => [
    openPage(shown.world, 'docs', shown.world.translations.t('reminder.buttons.read-more')),
  ],
  'sponsorship-request': (shown) => [answer(shown, 'yes', 'sent'), tell(shown, 'sponsorship')],
  'sponsorship-answer': (shown) => [tell(shown, 'answered'), answer(shown, 'not-yet')],
  'sponsorship-end': (shown) => [tell(shown, 'answered')],
  'allowance-end': (shown) => [tell(shown, 'sponsorship')],
  'team-asked': (shown) => [begin(shown, 'rewards-team')],
}

function renewed(shown: Shown): Button[] {
  return [
    answer(shown, 'yes', 'renewed'),
    begin(shown, 'which-program', 'not-renewed'),
    openPage(shown.world, 'rewards'),
  ]
}

function answer({ world, reminder, delivery }: Shown, verb: Verb, title: string = verb): Button {
  const click = { verb, delivery, schedule: reminder.schedule }
  return clickButton(world, click, world.translations.t(`reminder.buttons.${title}`))
}

const begin = ({ world }: Shown, guide: string, title?: string): Button => ({
  title: world.translations.t(title ? `reminder.buttons.${title}` : `${guide}.name`),
  intent: open(guide),
})

const follow = ({ world, reminder }: Shown): Button => ({
  title: world.translations.t('reminder.buttons.news'),
  intent: { do: 'start-with', guide: 'follow-up', answer: reminder.subject },
})

/** Starts technical help with one of its aims. */
const tell = ({ world }: Shown, answer: 'sponsorship' | 'answered'): Button => ({
  title: world.translations.t(`technical-help.what.options.choice.${answer}`),
  intent: { do: 'start-with', guide: 'technical-help', answer },
})

const goOn = ({ world, reminder }: Shown): Button => ({
  title: world.translations.t('reminder.buttons.go-on'),
  intent: { do: 'continue', guide: reminder.subject },
})

/** Delay buttons; none if the topic expires before. */
function later(shown: Shown): Button[] {
  const { world, reminder } = shown
  const end = lastDayOf(world, reminder.schedule)
  const today = dayOf(world, world.now)
  const fits = ([, days]: readonly [Verb, number]) => end === undefined || addDays(today, days) <= end
  return snoozes.filter(fits).map(([verb]) => answer(shown, verb))
}

/** Delays in days, with their buttons. */
export const snoozes = [
  ['tomorrow', 1],
  ['next-week', 7],
] as const satisfies readonly (readonly [Verb, number])[]
