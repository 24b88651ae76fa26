import type { Recipient } from '../../src/core/reminders/roster.ts'
import type { reminderChanges } from '../engine/button-intent.ts'
import type { Page } from '../engine/page.ts'
import type { Button, CardContent } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { toCommands } from '../wording/ways-on.ts'
import { comingTopics } from './coming-topics.ts'
import { hoursText, zoneText } from './hours-words.ts'
import { recipientIn } from './open-topic.ts'
import { clickButton } from './reminder-click.ts'

/** Rows of the card, and rows that a button opens. */
const mostRows = 12
const mostOpened = 3

/** Coming reminders of this person. `argument`: a setting to change, or the first row. */
export const reminders: Page = {
  id: 'reminders',
  rank: 90,
  intents: ['change-reminders', 'list-reminders'],
  view: (world, { intent }) => {
    if (intent?.do === 'change-reminders') world.editRecipient(changes[intent.change])
    return overview(world, intent?.do === 'list-reminders' ? intent.from : 0)
  },
}

type Change = (typeof reminderChanges)[number]

const changes: Readonly<Record<Change, Partial<Recipient>>> = {
  stop: { silent: true },
  start: { silent: false },
  follow: { follows: true },
  own: { follows: false },
}

function overview(
  world: CompanyView & Speaker & Localization & ReminderSettings,
  wanted: number,
): CardContent {
  const { translations } = world
  const topics = comingTopics(world)
  const first = wanted < topics.length ? wanted : 0
  const rows = topics.slice(first, first + mostRows).map(({ text, note }, index) => ({
    text: `${first + index + 1} · ${text}`,
    note,
  }))
  const title = translations.t(rows.length > 0 ? 'reminders.coming' : 'reminders.nothing')
  return {
    card: 'reminders',
    section: recipientIn(world).silent ? 'reminders.silent' : 'reminders',
    view: {
      todo: [{ style: rows.length > 0 ? 'accent' : 'good', title, rows }],
      facts: factsOf(world),
      groups: [],
    },
    buttons: [...opening(world, topics, first), ...settings(world)],
  }
}

/** One button for each of the first rows; the last one shows more. */
function opening(world: Localization, topics: ReturnType<typeof comingTopics>, first: number): Button[] {
  const left = topics.slice(first)
  const shown = left.length > mostOpened ? left.slice(0, mostOpened - 1) : left
  const next = first + shown.length
  const more: Button = {
    title: world.translations.t('reminders.more'),
    intent: { do: 'list-reminders', from: next },
  }
  const buttons = shown.map(({ schedule, short }, index) =>
    clickButton(world, { verb: 'show', delivery: '', schedule }, `${first + index + 1} · ${short}`),
  )
  return next < topics.length ? [...buttons, more] : buttons
}

function settings(world: Localization & ReminderSettings): Button[] {
  const { silent, follows } = recipientIn(world)
  const to = (change: Change): Button => ({
    title: world.translations.t(`reminders.buttons.${change}`),
    intent: { do: 'change-reminders', change },
  })
  return [
    to(silent ? 'start' : 'stop'),
    to(follows ? 'own' : 'follow'),
    ...toCommands(world, ['reminder-settings']),
  ]
}

function factsOf(world: CompanyView & Localization & ReminderSettings) {
  const { translations } = world
  const { follows, hours, timeZone } = recipientIn(world)
  const values = {
    about: translations.t(follows ? 'reminders.follows' : 'reminders.own'),
    hours: hoursText(translations, hours),
    zone: timeZone === undefined ? translations.t('reminders.zone-unknown') : zoneText(timeZone, world.now),
  }
  return Object.entries(values).map(([fact, value]) => ({
    title: translations.t(`reminders.facts.${fact}`),
    value,
  }))
}
