import { audienceOf } from '../../src/core/reminders/audience.ts'
import { isOpen, type Reminder } from '../../src/core/reminders/reminder.ts'
import type { Listener } from '../../src/core/reminders/roster.ts'
import type { Ladder, What } from '../../src/core/reminders/schedule.ts'
import type { PlainDate } from '../../src/core/time/calendar.ts'
import type { World } from '../engine/world.ts'
import { matterText, subjectName } from '../wording/topic-words.ts'

/** This person's entry in the roster; whoever asks about reminders gets one. */
export function listenerIn(world: World): Listener {
  if (!world.listener) world.listen({})
  const { listener } = world
  if (!listener) throw new Error('The roster has no entry for the person who speaks')
  return listener
}

/** The day of this person on which an instant falls. */
export function dayOf(world: World, instant: number): PlainDate {
  const { zones } = world.scene
  const { timeZone = 'UTC' } = world.listener ?? {}
  return zones.local(instant, zones.has(timeZone) ? timeZone : 'UTC').date
}

/** A matter that is open, as this person would be told of it today; undefined once it is over. */
export function reminderOf(world: World, key: string): Reminder | undefined {
  const ladder = isOpen(world.scene, listenerIn(world), key) ? ladderOf(world, key) : undefined
  if (!ladder) return undefined
  const { kind, subject, rungs } = ladder
  const today = dayOf(world, world.now)
  const reached = rungs.findLastIndex(({ on }) => on <= today)
  const rung = Math.max(0, reached)
  const { what, on } = rungs[rung] ?? rungs[0]
  return { ladder: key, kind, what, subject, rung, on }
}

/** The last day of a matter that time ends. */
export const lastDayOf = (world: World, key: string): PlainDate | undefined => ladderOf(world, key)?.lastDay

function ladderOf(world: World, key: string): Ladder | undefined {
  return audienceOf(world.scene, world.personId, listenerIn(world)).open.find((each) => each.key === key)
}

/** The matter in one line, not escaped. */
export const matterOf = (world: World, { what, subject }: Pick<Reminder, 'what' | 'subject'>): string =>
  matterText(world, what, [subjectName(world, what, subject)])

/** The matter in a word or two, for a button. */
export function shortMatter(world: World, { what, subject }: { what: What; subject: string }): string {
  return subjectName(world, what, subject) || world.speech.t(`reminder.short.${what}`)
}
