import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import { dayMs, today } from '../../src/core/time/calendar.ts'
import type { PageRequest } from '../engine/page.ts'
import type { CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import { eventText } from '../pages/history/event-words.ts'
import { actorNamed } from '../pages/history/other-guests.ts'
import type { Row } from '../wording/benefit-words.ts'
import { type Asked, answered } from './answered.ts'
import { eventsMeant } from './events-meant.ts'

const weekDays = 7

/** Lists what was recorded within the last week, the latest first. */
export async function historyWeek(world: Asked): Promise<CardContent> {
  const log = await world.history()
  const last = log.at(-1)
  if (!last) return nothingRecorded(world)
  const recent = log.filter(({ at }) => Date.parse(at) > world.now - weekDays * dayMs)
  if (recent.length === 0)
    return answered(world, 'history-week.none', {
      values: { date: world.translations.date(dayOf(last)) },
      rows: [rowOf(world, last)],
      leads: ['history'],
    })
  return answered(world, 'history-week', {
    values: { number: recent.length },
    rows: recent.toReversed().map((each) => rowOf(world, each)),
    leads: ['history', 'my-rewards'],
  })
}

/** Tells who did what the sentence names, the last time first. */
export async function whoDid(world: Asked, { text }: PageRequest): Promise<CardContent> {
  const log = await world.history()
  if (log.length === 0) return nothingRecorded(world)
  const [last, ...others] = eventsMeant(world, log, text).toReversed()
  const leads = ['history', 'company.authorized']
  if (!last)
    return answered(world, 'who-did.none', { rows: lastOf(log).map((each) => rowOf(world, each)), leads })
  const { translations } = world
  return answered(world, 'who-did', {
    values: {
      who: actorNamed(world, last.by),
      date: translations.date(dayOf(last)),
      deed: eventText(world, last),
    },
    rows: others.slice(0, mostOthers).map((each) => rowOf(world, each)),
    leads,
  })
}

/** Earlier deeds shown at most. */
const mostOthers = 4

const lastOf = (log: readonly LoggedEvent[]) => log.slice(-mostOthers).toReversed()

const nothingRecorded = (world: Localization): CardContent =>
  answered(world, 'history-week.empty', { leads: ['check-eligibility', 'help'] })

const dayOf = ({ at }: LoggedEvent) => today(Date.parse(at))

function rowOf(world: Asked, logged: LoggedEvent): Row {
  const { translations } = world
  return {
    text: eventText(world, logged),
    note: `${actorNamed(world, logged.by)} · ${translations.date(dayOf(logged))}`,
  }
}
