import type { ReminderCard } from '../../src/core/reminders/roster.ts'
import type { CardContent } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { topicOf } from './open-topic.ts'
import { outcomeOf } from './outcome.ts'
import { readKey } from './topic-key.ts'

/** Replacement of a reminder card whose topics are over: results without buttons. */
export function closedContent(
  world: CompanyView & Localization,
  { ladders: schedules }: ReminderCard,
): CardContent {
  const [only = '', ...others] = schedules
  const lines = schedules.map((key) => outcomeOf(world, key))
  return others.length === 0 ? answeredContent(world, only, lines[0] ?? '') : content('digest', {}, lines)
}

/** The same for one topic, with its answer. */
export function answeredContent(
  world: CompanyView & Localization,
  key: string,
  outcome: string,
): CardContent {
  const keyed = readKey(key)
  const topic = keyed ? topicOf(world, keyed) : world.translations.t('reminder.closed.earlier')
  return content('one', { topic }, [outcome])
}

const content = (section: string, textValues: object, lines: readonly string[]): CardContent => ({
  card: 'answered',
  section: `reminder.closed.${section}`,
  textValues,
  view: { lines: lines.map((value) => ({ value })) },
})
