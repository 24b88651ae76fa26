import type { Listener } from '../../src/core/reminders/roster.ts'
import type { Page } from '../engine/page.ts'
import type { Button, Drawing } from '../engine/render.ts'
import type { World } from '../engine/world.ts'
import { toCommands } from '../wording/ways-on.ts'
import { comingMatters } from './coming-topics.ts'
import { hoursText, zoneText } from './hours-words.ts'
import { listenerIn } from './open-topic.ts'
import { clickButton } from './reminder-click.ts'

/** Rows of the card, and how many of them a button opens. */
const mostRows = 12
const mostOpened = 3

/** What this person will be reminded of, and when. `argument` changes what they hear of, or is the row to begin with. */
export const reminders: Page = {
  id: 'reminders',
  view: (world, argument = '') => {
    const change = changes.get(argument)
    if (change) world.listen(change)
    return overview(world, Number(/^from:(\d{1,4})$/.exec(argument)?.[1] ?? 0))
  },
}

const changes: ReadonlyMap<string, Partial<Listener>> = new Map([
  ['stop', { silent: true }],
  ['start', { silent: false }],
  ['follow', { follows: true }],
  ['own', { follows: false }],
])

function overview(world: World, wanted: number): Drawing {
  const { speech } = world
  const matters = comingMatters(world)
  const first = wanted < matters.length ? wanted : 0
  const rows = matters.slice(first, first + mostRows).map(({ text, note }, index) => ({
    text: `${first + index + 1} · ${text}`,
    note,
  }))
  const title = speech.t(rows.length > 0 ? 'reminders.coming' : 'reminders.nothing')
  return {
    card: 'my-rewards',
    section: listenerIn(world).silent ? 'reminders.silent' : 'reminders',
    view: {
      todo: [{ style: rows.length > 0 ? 'accent' : 'good', title, rows }],
      facts: factsOf(world),
      groups: [],
    },
    buttons: [...opening(world, matters, first), ...settings(world)],
  }
}

/** One button of the first rows each; where there are more, the last one goes on to them. */
function opening(world: World, matters: ReturnType<typeof comingMatters>, first: number): Button[] {
  const left = matters.slice(first)
  const shown = left.length > mostOpened ? left.slice(0, mostOpened - 1) : left
  const next = first + shown.length
  const more = { title: world.speech.t('reminders.more'), run: 'reminders', with: `from:${next}` }
  const buttons = shown.map(({ ladder, short }, index) =>
    clickButton(world, { verb: 'show', delivery: '', ladder }, `${first + index + 1} · ${short}`),
  )
  return next < matters.length ? [...buttons, more] : buttons
}

function settings(world: World): Button[] {
  const { silent, follows } = listenerIn(world)
  const to = (change: string): Button => ({
    title: world.speech.t(`reminders.buttons.${change}`),
    run: 'reminders',
    with: change,
  })
  return [
    to(silent ? 'start' : 'stop'),
    to(follows ? 'own' : 'follow'),
    ...toCommands(world, ['reminder-settings']),
  ]
}

function factsOf(world: World) {
  const { speech } = world
  const { follows, hours, timeZone } = listenerIn(world)
  const values = {
    about: speech.t(follows ? 'reminders.follows' : 'reminders.own'),
    hours: hoursText(speech, hours),
    zone: timeZone === undefined ? speech.t('reminders.zone-unknown') : zoneText(timeZone, world.now),
  }
  return Object.entries(values).map(([fact, value]) => ({
    title: speech.t(`reminders.facts.${fact}`),
    value,
  }))
}
