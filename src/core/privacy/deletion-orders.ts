import type { Roster } from '../reminders/roster.ts'
import { type Deletion, isSameOrder } from './deletion.ts'

/** Adds an order to the roster, replacing an earlier one for the same subject. */
export function withOrder(roster: Roster, order: Deletion): Roster {
  const { deletions = [] } = roster
  return { ...roster, deletions: [...deletions.filter((each) => !isSameOrder(each, order)), order] }
}

/** Lists all orders and the people gone for longer than `retention` (milliseconds), earliest first. */
export function deletionsOf({ people, deletions = [] }: Roster, retention: number): Deletion[] {
  const gone = Object.entries(people).flatMap(([person, { goneSince, address }]): Deletion[] =>
    goneSince === undefined
      ? []
      : [{ what: 'person', person, account: address.person.id, due: goneSince + retention }],
  )
  return [...deletions, ...gone].sort((one, other) => one.due - other.due)
}
