import { addDays } from '../time/calendar.ts'
import type { Zones } from '../time/local-time.ts'
import type { CompanyRules } from './company-schedules.ts'
import { type Rhythm, rhythmOf } from './contact-hours.ts'
import { openLadders } from './open-schedules.ts'
import type { Listener } from './roster.ts'
import { type Ladder, ladder } from './schedule.ts'

/** All that reminders depend on, besides the person. */
export interface Scene extends CompanyRules {
  readonly zones: Zones
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What concerns one person, and when they may be told. */
export interface Audience {
  readonly listener: Listener
  readonly rhythm: Rhythm
  /** Everything that is open, whoever hears of it. */
  readonly open: readonly Ladder[]
  /** The part of it that the person hears of. */
  readonly heard: readonly Ladder[]
}

/** How far ahead a guide that was left half-way is still worth a word, in days. */
const halfwayDays = 30

/** One person among the matters of the company. `ladders` saves finding them again for each. */
export function audienceOf(
  scene: Scene,
  person: string,
  listener: Listener,
  ladders: readonly Ladder[] = openLadders(scene),
): Audience {
  const rhythm = rhythmOf(scene.zones, listener)
  const open = [...ladders, ...halfway(person, listener, rhythm)]
  const heard = open.filter(({ owners }) => listener.follows || owners.includes(person))
  return { listener, rhythm, open, heard }
}

/** On the next day of the person, once. */
function halfway(person: string, { halfway: left }: Listener, rhythm: Rhythm): Ladder[] {
  if (!left) return []
  const day = rhythm.day(left.since)
  return ladder({
    kind: 'halfway',
    subject: left.guide,
    since: new Date(left.since).toISOString(),
    owners: [person],
    rungs: [{ what: 'halfway', on: addDays(day, 1) }],
    lastDay: addDays(day, halfwayDays),
  })
}
