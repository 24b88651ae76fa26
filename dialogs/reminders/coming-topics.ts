import { audienceOf } from '../../src/core/reminders/audience.ts'
import { upcomingFor } from '../../src/core/reminders/reminder.ts'
import type { World } from '../engine/world.ts'
import type { Row } from '../wording/benefit-words.ts'
import { dayOf, listenerIn, matterOf, reminderOf, shortMatter } from './open-topic.ts'

/** A matter that this person is, or will be, asked about. */
interface Coming extends Row {
  readonly ladder: string
  /** In a word or two. */
  readonly short: string
}

/** What waits for an answer, then what is coming, the earliest first. */
export const comingMatters = (world: World): Coming[] => [...asked(world), ...upcoming(world)]

function upcoming(world: World): Coming[] {
  const listener = listenerIn(world)
  return upcomingFor(world.scene, world.personId, listener).map(({ reminder, at }) => ({
    ladder: reminder.ladder,
    short: shortMatter(world, reminder),
    text: matterOf(world, reminder),
    note: dateOf(world, at, (listener.snoozed[reminder.ladder] ?? 0) > world.now),
  }))
}

function dateOf(world: World, at: number, isSnoozed: boolean): string {
  const { speech } = world
  const date = dayOf(world, at)
  if (isSnoozed) return speech.t('reminders.snoozed', { date: speech.date(date) })
  return date === dayOf(world, world.now)
    ? speech.t('reminders.today')
    : speech.t('reminders.on', { date: speech.date(date) })
}

/** All was said about these, and nobody has answered. */
function asked(world: World): Coming[] {
  const { scene, personId, speech } = world
  const listener = listenerIn(world)
  const ahead = upcomingFor(scene, personId, listener).map(({ reminder }) => reminder.ladder)
  const heard = audienceOf(scene, personId, listener).heard.filter(({ key }) => !ahead.includes(key))
  return heard.flatMap(({ key }) => {
    const [told, reminder] = [listener.told[key], reminderOf(world, key)]
    if (!told || !reminder) return []
    const note = speech.t('reminders.asked', { date: speech.date(dayOf(world, told.at)) })
    return [{ ladder: key, short: shortMatter(world, reminder), text: matterOf(world, reminder), note }]
  })
}
