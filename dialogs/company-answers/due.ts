import { outlook } from '../../src/core/reminders/due-actions.ts'
import { addDays } from '../../src/core/time/calendar.ts'
import type { CardContent } from '../engine/render.ts'
import { type Task, tasksOf } from '../pages/my-rewards/due-words.ts'
import { rewardTasks } from '../pages/my-rewards/tasks.ts'
import { comingTopics } from '../reminders/coming-topics.ts'
import { recipientIn } from '../reminders/open-topic.ts'
import type { Row } from '../wording/benefit-words.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { type Asked, answered } from './answered.ts'
import { estimateOf } from './tier.ts'

/** Days of a month ahead. */
const monthDays = 30

/** Lists what there is to do, late things first. */
export function due(world: Asked): CardContent {
  const notes = new Footnotes(world)
  const tasks = lateFirst(rewardTasks(world, estimateOf(world), notes))
  const [first] = tasks
  if (!first) return nothingDue(world)
  return answered(world, 'due', {
    values: { task: first.text, number: tasks.length },
    rows: tasks,
    leads: ['my-rewards', 'reminders'],
    notes,
  })
}

const lateFirst = (tasks: readonly Task[]): Task[] => [
  ...tasks.filter(({ overdue }) => overdue),
  ...tasks.filter(({ overdue }) => !overdue),
]

function nothingDue(world: Asked): CardContent {
  const notes = new Footnotes(world)
  const rows = tasksOf(world, outlook(world.company, world.program, world.today).slice(0, 1), notes)
  return answered(world, 'due.none', { rows, leads: ['my-rewards', 'reminders'], notes })
}

/** Lists what is due within a month, with what is late. */
export function dueThisMonth(world: Asked): CardContent {
  const { company, program, today, translations } = world
  const until = addDays(today, monthDays)
  const actions = outlook(company, program, today).filter(({ on }) => on <= until)
  if (actions.length === 0) return nothingDue(world)
  const notes = new Footnotes(world)
  const rows = tasksOf(world, actions, notes)
  return answered(world, 'due-this-month', {
    values: { number: rows.length, date: translations.date(until) },
    rows,
    leads: ['my-rewards', 'reminders'],
    notes,
  })
}

/** Lists what this person is reminded of. */
export function dueForMe(world: Asked): CardContent {
  const topics: Row[] = comingTopics(world)
  const [first] = topics
  const leads = ['reminders', 'company.due']
  const { silent, follows } = recipientIn(world)
  if (!first) return answered(world, 'due-for-me.none', { leads })
  return answered(world, silent ? 'due-for-me.silent' : `due-for-me.${follows ? 'followed' : 'own'}`, {
    values: { task: first.text },
    rows: topics,
    leads,
  })
}
