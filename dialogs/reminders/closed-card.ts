import type { ReminderCard } from '../../src/core/reminders/roster.ts'
import type { Drawing } from '../engine/render.ts'
import type { World } from '../engine/world.ts'
import { matterOf } from './open-topic.ts'
import { outcomeOf } from './outcome.ts'
import { readKey } from './topic-key.ts'

/** What takes the place of a reminder's card once its matter is over: no buttons, and what became of it. */
export function closedDrawing(world: World, { ladders }: ReminderCard): Drawing {
  const [only = '', ...others] = ladders
  const lines = ladders.map((key) => outcomeOf(world, key))
  return others.length === 0 ? answeredDrawing(world, only, lines[0] ?? '') : drawing('digest', {}, lines)
}

/** The same for one matter, with what was answered. */
export function answeredDrawing(world: World, key: string, outcome: string): Drawing {
  const keyed = readKey(key)
  return drawing('one', { matter: keyed && matterOf(world, keyed) }, [outcome])
}

const drawing = (section: string, says: object, lines: readonly string[]): Drawing => ({
  card: 'answered',
  section: `reminder.closed.${section}`,
  says,
  view: { lines: lines.map((value) => ({ value })) },
})
