import { snoozeUntil, withSnooze } from '../../src/core/reminders/delivered-notices.ts'
import type { PlainDate } from '../../src/core/time/calendar.ts'
import type { World } from '../engine/world.ts'
import { dayOf, listenerIn } from './open-topic.ts'

/** Puts a matter off by so many of the person's days; the day on which it is spoken of again. */
export function snooze(world: World, ladder: string, days: number): PlainDate {
  const listener = listenerIn(world)
  const until = snoozeUntil(world.scene, listener, days)
  world.listen(withSnooze(listener, ladder, until))
  return dayOf(world, until)
}
