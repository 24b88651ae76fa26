import type { PlainDate } from '../time/calendar.ts'
import { type Audience, audienceOf, type Scene } from './audience.ts'
import { closingOf } from './closing.ts'
import { endOf, nextTelling } from './next-notice.ts'
import { openLadders } from './open-schedules.ts'
import { isReachable, type Listener, type ReminderCard, type Roster } from './roster.ts'
import type { LadderKind, What } from './schedule.ts'

/** Something that a person is told, or will be. */
export interface Reminder {
  /** Key of the ladder. */
  readonly ladder: string
  readonly kind: LadderKind
  readonly what: What
  /** As in Ladder. */
  readonly subject: string
  /** Index in the ladder. */
  readonly rung: number
  /** The day of the rung. */
  readonly on: PlainDate
}

export interface Upcoming {
  readonly reminder: Reminder
  /** Instant in milliseconds. */
  readonly at: number
}

/** What this person is to be told right now, the earliest rung first: nothing while they want quiet. */
export const remindersFor = (scene: Scene, person: string, listener: Listener): Reminder[] =>
  hears(listener) && !isAsleep(scene)
    ? upcomingFor(scene, person, listener)
        .filter(({ at }) => at <= scene.now)
        .map(({ reminder }) => reminder)
        .sort((one, other) => one.on.localeCompare(other.on))
    : []

/** When each matter that concerns the person is spoken of next, earliest first; as if they were never silent. */
export const upcomingFor = (scene: Scene, person: string, listener: Listener): Upcoming[] =>
  upcoming(audienceOf(scene, person, listener), scene.now)

/** Cards in the person's chat, all of whose matters are over: their buttons are to go. */
export function closedCards(scene: Scene, person: string, listener: Listener): ReminderCard[] {
  if (isAsleep(scene)) return []
  const audience = audienceOf(scene, person, listener)
  return listener.cards.filter((card) => closingOf(card, audience, scene.now) <= scene.now)
}

/** The first instant, now or later, at which remindersFor or closedCards of anybody is not empty. */
export function nextLook(scene: Scene, { people }: Roster): number | undefined {
  if (isAsleep(scene)) return undefined
  const ladders = openLadders(scene)
  const looks = Object.entries(people).flatMap(([person, listener]) => {
    const audience = audienceOf(scene, person, listener, ladders)
    const [first] = hears(listener) ? upcoming(audience, scene.now) : []
    const closings = listener.cards.map((card) => closingOf(card, audience, scene.now))
    return first ? [first.at, ...closings] : closings
  })
  const next = Math.min(...looks)
  return Number.isFinite(next) ? next : undefined
}

/** Whether the matter is still open on this person's calendar. */
export function isOpen(scene: Scene, listener: Listener, key: string): boolean {
  const { open, rhythm } = audienceOf(scene, '', listener)
  return open.some((ladder) => ladder.key === key && scene.now < endOf(ladder, rhythm))
}

const hears = (listener: Listener) => !listener.silent && isReachable(listener)

/** Its people work on another company: what is due here waits until they come back. */
const isAsleep = ({ company }: Scene) => company.host !== undefined

const upcoming = ({ heard, listener, rhythm }: Audience, now: number): Upcoming[] =>
  heard
    .flatMap((ladder): Upcoming[] => {
      const { key, kind, subject, rungs } = ladder
      const telling = nextTelling(ladder, listener, rhythm, now)
      const rung = telling && rungs[telling.rung]
      if (!rung) return []
      const { what, on } = rung
      return [{ reminder: { ladder: key, kind, what, subject, rung: telling.rung, on }, at: telling.at }]
    })
    .sort((one, other) => one.at - other.at)
