import type { Actor, LoggedEvent } from '../../../src/core/company/company-event.ts'
import { today } from '../../../src/core/time/calendar.ts'
import type { Page, PageRequest } from '../../engine/page.ts'
import type { Button, CardContent } from '../../engine/render.ts'
import type { CompanyLog } from '../../engine/world/company-log.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { programName } from '../../wording/program-name.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { eventText } from './event-words.ts'
import { actorNamed } from './other-guests.ts'

/** Entries per card. */
const mostEntries = 12

/** Event log of the company, newest first. `argument`: number of oldest entries after which the card ends. */
export const history: Page = { id: 'history', intents: ['list-history'], view: show }

async function show(
  world: CompanyView & CompanyLog & Localization,
  { intent }: PageRequest,
): Promise<CardContent> {
  const log = await world.history()
  if (log.length === 0)
    return {
      card: 'message',
      section: 'history.empty',
      buttons: toCommands(world, ['check-eligibility', 'help']),
    }
  const end = lastEntry(intent?.do === 'list-history' ? intent.until : 0, log.length)
  const start = Math.max(0, end - mostEntries)
  return {
    card: 'history',
    textValues: { from: log.length - end + 1, to: log.length - start, all: log.length },
    view: { days: daysOf(world, log.slice(start, end).toReversed()) },
    buttons: [...pageButtons(world, start, end, log.length), ...toCommands(world, ['my-rewards', 'my-data'])],
  }
}

/** Reads the argument; invalid values, as from old buttons, mean the newest entry. */
const lastEntry = (wanted: number, entries: number): number =>
  wanted > 0 && wanted < entries ? wanted : entries

function pageButtons({ translations }: Localization, start: number, end: number, entries: number): Button[] {
  const to = (title: string, until: number): Button => ({ title, intent: { do: 'list-history', until } })
  return [
    ...(start > 0 ? [to(translations.t('history.earlier'), start)] : []),
    ...(end < entries ? [to(translations.t('history.later'), end + mostEntries)] : []),
  ]
}

function daysOf(world: CompanyView & Localization, newestFirst: readonly LoggedEvent[]) {
  const days = [...new Set(newestFirst.map(dayOf))]
  return days.map((day) => ({
    title: world.translations.date(day),
    rows: newestFirst.filter((each) => dayOf(each) === day).map((each) => rowOf(world, each)),
  }))
}

const dayOf = ({ at }: LoggedEvent) => today(Date.parse(at))

/** Names an actor; unproven roles are called declared. */
function actorText(world: CompanyView & Localization, by: Actor): string {
  const { translations } = world
  const who = actorNamed(world, by)
  if (by.role === undefined || by.role === 'unknown') return who
  const role = translations.t(`signature.roles.${by.role}`)
  return translations.t(`history.by.${by.isRoleProven ? 'proven' : 'declared'}`, { who, role })
}

function rowOf(world: CompanyView & Localization, logged: LoggedEvent) {
  const { by, program } = logged
  return { text: eventText(world, logged), note: `${actorText(world, by)} · ${programName(world, program)}` }
}
