import { upcomingFor } from '../../src/core/reminders/reminder.ts'
import type { LadderKind } from '../../src/core/reminders/schedule.ts'
import type { World } from '../engine/world.ts'
import { dayOf, listenerIn } from './open-topic.ts'

/** One line that says when the bot will ask about a matter; none where it will not. */
export function comingBack(world: World, kind: LadderKind, subjects: readonly string[]): string[] {
  const { scene, personId, speech } = world
  const listener = listenerIn(world)
  if (listener.silent) return []
  const next = upcomingFor(scene, personId, listener).find(
    ({ reminder }) => reminder.kind === kind && subjects.includes(reminder.subject),
  )
  return next ? [speech.t('reminders.back', { date: speech.date(dayOf(world, next.at)) })] : []
}
