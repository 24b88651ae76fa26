import { type DueAction, due } from '../../../src/core/reminders/due-actions.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Row } from '../../wording/benefit-words.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import { topicSources } from '../../wording/topic-sources.ts'
import { subjectName, topicText } from '../../wording/topic-words.ts'
import { type Lead, leadOf } from './leads.ts'

/** A task with the guide that settles it; overdue after its day. */
export interface Task extends Row {
  readonly overdue: boolean
  /** Day on which it is due. */
  readonly on?: string
  /** Numbers of its sources, at the end of its note. */
  readonly mark?: string
  readonly lead: Lead
}

/** Lists what is due, as tasks. */
export const dueTasks = (world: CompanyView & Localization, notes: Footnotes): Task[] =>
  tasksOf(world, due(world.company, world.program, world.today), notes)

/** Dated actions in the person's language with their sources; equal ones of a day are combined. */
export function tasksOf(
  world: CompanyView & Localization,
  all: readonly DueAction[],
  notes: Footnotes,
): Task[] {
  const keys = [...new Set(all.map(keyOf))]
  return keys.flatMap((key) => {
    const same = all.filter((each) => keyOf(each) === key)
    const [first] = same
    if (!first) return []
    const sources = same.flatMap(({ what, subject }) => topicSources(world, what, subject))
    const task = taskOf(world, first, same)
    const mark = notes.mark(sources)
    return [{ ...task, note: `${task.note}${mark}`, mark }]
  })
}

const keyOf = ({ what, on }: DueAction) => `${what} ${on}`

function taskOf(
  world: CompanyView & Localization,
  { what, on, overdue }: DueAction,
  same: readonly DueAction[],
): Task {
  const { translations } = world
  const subjects = same.map(({ subject }) => subjectName(world, what, subject))
  return {
    text: topicText(world, what, subjects, overdue),
    note: translations.t(`my-rewards.${overdue ? 'since' : 'by'}`, { date: translations.date(on) }),
    overdue,
    on,
    lead: leadOf(what, same),
  }
}
