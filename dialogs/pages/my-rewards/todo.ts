import type { Estimate } from '../../../src/core/eligibility/eligibility.ts'
import { daysBetween } from '../../../src/core/time/calendar.ts'
import type { ButtonIntent } from '../../engine/button-intent.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Drafts } from '../../engine/world/drafts.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { Speaker } from '../../engine/world/speaker.ts'
import type { Footnotes } from '../../wording/footnotes.ts'
import type { Task } from './due-words.ts'
import { intentTo } from './leads.ts'
import { rewardTasks } from './tasks.ts'

/** Tasks that the card shows before it is unfolded. */
const mostShown = 3

/** A row: what to do, by when, and the button that opens its guide. */
interface Row {
  readonly text: string
  readonly note: string
  readonly guide: string
  readonly button: { readonly title: string; readonly data: ButtonIntent }
}

type TodoWorld = CompanyView & Speaker & Localization & Drafts

/** What is to do: late tasks, unfinished guides, then the others; an undated one not beside its unfinished guide. */
export function todoRows(world: TodoWorld, reckoned: Estimate | undefined, notes: Footnotes): Row[] {
  const begun = world.drafts.map(({ guide }) => guide)
  const tasks = rewardTasks(world, reckoned, notes).filter(
    ({ on, lead }) => on !== undefined || !begun.includes(lead.guide),
  )
  const rows = (overdue: boolean) =>
    tasks.filter((task) => task.overdue === overdue).map((task) => taskRow(world, task))
  return [...rows(true), ...draftRows(world), ...rows(false)]
}

/** Data of the template: the first rows, and the heading that unfolds the others. */
export function todoView({ translations }: Localization, rows: readonly Row[]) {
  const todo = rows.map(({ text, note, button }, index) => ({
    text,
    note,
    button: {
      ...button,
      tooltip: `${button.title}: ${text}`,
      style: index === 0 ? 'positive' : 'default',
    },
    isShown: index < mostShown,
    isFirst: index === 0,
  }))
  const hidden = rows.slice(mostShown)
  const ids = hidden.map((_, index) => `todo-${mostShown + index}`)
  return { todo, more: { ids, title: translations.t('my-rewards.todo.more', { count: hidden.length }) } }
}

function taskRow(world: CompanyView & Localization, task: Task): Row {
  const { text, overdue, lead } = task
  const { translations } = world
  const data = intentTo(lead)
  return {
    text: overdue ? `⚠ ${text}` : text,
    note: noteOf(world, task),
    guide: lead.guide,
    button: { title: translations.t(`my-rewards.do.${lead.guide}`), data },
  }
}

/** Says how long a late task has been due; of others until when. */
function noteOf({ translations, today }: CompanyView & Localization, task: Task): string {
  const { note, overdue, on, mark = '' } = task
  if (!overdue || on === undefined) return note
  const days = translations.inDays(daysBetween(today, on))
  return `${translations.t('my-rewards.overdue', { days })}${mark}`
}

/** Guides that were left, last one first; skips those that no longer exist. */
function draftRows({ translations, drafts }: Localization & Drafts): Row[] {
  return drafts
    .filter(({ guide }) => translations.has(`${guide}.name`))
    .map(({ guide, leftAt }) => ({
      text: translations.t('my-rewards.due.halfway', { subjects: translations.t(`${guide}.name`) }),
      note: translations.t('my-rewards.left', { date: translations.date(leftAt) }),
      guide,
      button: { title: translations.t('my-rewards.do.resume'), data: { do: 'continue', guide } },
    }))
}
