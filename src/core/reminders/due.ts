import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { daysBetween, type PlainDate } from '../time/calendar.ts'
import { openSchedules } from './open-schedules.ts'
import type { Schedule, Stage, What } from './schedule.ts'

/** Kind of a due item. */
export type DueKind = What

/** Action due on a day. */
export interface Due {
  readonly what: DueKind
  /** Id of a benefit or a request, or a tenant; empty for the whole company. */
  readonly subject: string
  readonly on: PlainDate
  readonly overdue: boolean
}

/** Lists due actions, up to the longest notice period of the program ahead, earliest first. */
export const due = (company: Company, program: Program, now: PlainDate): Due[] =>
  outlook(company, program, now).filter(
    ({ on }) => daysBetween(now, on) <= Math.max(...program.waits.expiryNoticeDays),
  )

/** Lists all dated actions, however far ahead, earliest first. */
export function outlook(company: Company, program: Program, now: PlainDate): Due[] {
  const schedules = openSchedules({ company, program }).filter(({ lastDay }) => !lastDay || lastDay >= now)
  return [...withoutRefresh(schedules), ...nextRefresh(schedules, now)]
    .map((each) => {
      const { what, on } = stageReached(each, now)
      return { what, subject: each.subject, on, overdue: on < now }
    })
    .sort((one, other) => one.on.localeCompare(other.on))
}

const withoutRefresh = (schedules: readonly Schedule[]) => schedules.filter(({ kind }) => kind !== 'refresh')

/** A renewal needs no action and is never late: only the next one counts. */
const nextRefresh = (schedules: readonly Schedule[], now: PlainDate) =>
  schedules.filter(({ kind, stages: [{ on }] }) => kind === 'refresh' && on >= now).slice(0, 1)

/** Returns the last stage reached, else the first; where something has to be done in time, its last day. */
function stageReached({ stages, lastDay }: Schedule, now: PlainDate): Stage {
  const [first] = stages
  if (lastDay && stages.some(({ early }) => early)) return { ...first, on: lastDay }
  return stages.findLast(({ on }) => on <= now) ?? first
}
