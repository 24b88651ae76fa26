import { type Due, due } from '../../src/core/due.ts'
import { benefitTitle, type Row } from '../shared/benefit-words.ts'
import type { World } from '../world.ts'

/** Something to do; overdue when its day has passed. */
export interface Task extends Row {
  readonly overdue: boolean
}

/** What is due, in the person's words; what is the same of several benefits on one day is said once. */
export function dueTasks(world: World): Task[] {
  const all = due(world.company, world.program, world.today)
  const keys = [...new Set(all.map(keyOf))]
  return keys.flatMap((key) => {
    const same = all.filter((each) => keyOf(each) === key)
    const [first] = same
    return first ? [taskOf(world, first, same)] : []
  })
}

const keyOf = ({ what, on }: Due) => `${what} ${on}`

function taskOf(world: World, { what, on, overdue }: Due, same: readonly Due[]): Task {
  const { speech, company } = world
  const key = overdue && speech.has(`my-rewards.due.${what}-overdue`) ? `${what}-overdue` : what
  const subjects = speech.list(same.map((each) => subjectOf(world, each)))
  return {
    text: speech.t(`my-rewards.due.${key}`, { subjects, name: company.contact?.name }),
    note: speech.t(`my-rewards.${overdue ? 'since' : 'by'}`, { date: speech.date(on) }),
    overdue,
  }
}

function subjectOf(world: World, { what, subject }: Due): string {
  if (what === 'verify-tenant') return subject
  if (what === 'technical-answer') return requestTitle(world, subject)
  return benefitTitle(world, subject)
}

/** What a request to Microsoft is about, as the person called it. */
export const requestTitle = ({ company }: World, id: string): string =>
  company.requests.find((request) => request.id === id)?.title ?? id
