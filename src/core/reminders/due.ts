import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { daysBetween, type PlainDate } from '../time/calendar.ts'
import { openSchedules } from './open-schedules.ts'
import type { Schedule, Stage, What } from './schedule.ts'

export type DueKind = What

/** Something that somebody should do or look at, on a day. */
export interface Due {
  readonly what: DueKind
  /** Id of the benefit or of the request, or the tenant; empty where it is about the company. */
  readonly subject: string
  readonly on: PlainDate
  readonly overdue: boolean
}

/** What is open with a date that has come or comes within the longest notice of the program; earliest first. */
export const due = (company: Company, program: Program, now: PlainDate): Due[] =>
  outlook(company, program, now).filter(
    ({ on }) => daysBetween(now, on) <= Math.max(...program.waits.expiryNoticeDays),
  )

/** Everything that is open and has a date, however far ahead; earliest first. */
export function outlook(company: Company, program: Program, now: PlainDate): Due[] {
  const schedules = openSchedules({ company, program, successor: undefined }).filter(
    ({ lastDay }) => !lastDay || lastDay >= now,
  )
  return [...withoutRefresh(schedules), ...nextRefresh(schedules, now)]
    .map((each) => {
      const { what, on } = rungReached(each, now)
      return { what, subject: each.subject, on, overdue: on < now }
    })
    .sort((one, other) => one.on.localeCompare(other.on))
}

const withoutRefresh = (schedules: readonly Schedule[]) => schedules.filter(({ kind }) => kind !== 'refresh')

/** Nobody has to do anything about the refresh, so it is never late. */
const nextRefresh = (schedules: readonly Schedule[], now: PlainDate) =>
  schedules.filter(({ kind, stages: [{ on }] }) => kind === 'refresh' && on >= now).slice(0, 1)

/** The last rung that was reached, or else the first one ahead; of a ladder that leads up to a day, that day. */
function rungReached({ stages, lastDay }: Schedule, now: PlainDate): Stage {
  const [first] = stages
  if (first.early && lastDay) return { ...first, on: lastDay }
  return stages.findLast(({ on }) => on <= now) ?? first
}
