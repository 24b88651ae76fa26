import type { Company } from '../company/company.ts'
import type { Program } from '../program/program.ts'
import { daysBetween, type PlainDate } from '../time/calendar.ts'
import { nearest } from './nearest.ts'
import { openSchedules } from './open-schedules.ts'
import type { Schedule, Stage, What } from './schedule.ts'

/** Kind of a due item. */
export type DueKind = What

/** Action due on a day. */
export interface DueAction {
  readonly what: DueKind
  /** Id of a benefit or a request, or a tenant; empty for the whole company. */
  readonly subject: string
  readonly on: PlainDate
  readonly overdue: boolean
}

/** Lists due actions, up to the longest notice period of the program ahead, earliest first. */
export const due = (company: Company, program: Program, now: PlainDate): DueAction[] =>
  outlook(company, program, now).filter(
    ({ on }) => daysBetween(now, on) <= Math.max(...program.waits.expiryNoticeDays),
  )

/** Lists all dated actions, however far ahead, earliest first. */
export function outlook(company: Company, program: Program, now: PlainDate): DueAction[] {
  const open = openSchedules({ company, program })
    .filter(({ lastDay }) => !lastDay || lastDay >= now)
    .filter((each) => !isPassedNews(each, now))
  return nearest(open)
    .map((each) => {
      const { what, on } = stageReached(each, now)
      return { what, subject: each.subject, on, overdue: on < now }
    })
    .sort((one, other) => one.on.localeCompare(other.on))
}

/** News needs no action and is never late. */
const news: readonly What[] = ['refresh', 'new-term']

const isPassedNews = ({ stages: [{ what, on }] }: Schedule, now: PlainDate) => news.includes(what) && on < now

/** Returns the last stage reached, else the first, on the day that it looks ahead to. */
function stageReached({ stages, deadline }: Schedule, now: PlainDate): Pick<Stage, 'what' | 'on'> {
  const { what, on } = stages.findLast((stage) => stage.on <= now) ?? stages[0]
  return { what, on: deadline && deadline > on ? deadline : on }
}
