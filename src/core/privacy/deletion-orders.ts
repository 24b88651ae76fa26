import type { Roster } from '../reminders/roster.ts'
import { type Deletion, isSameOrder } from './deletion.ts'

/** The roster with an order in place of an earlier one of the same. */
export function withOrder(roster: Roster, order: Deletion): Roster {
  const { deletions = [] } = roster
  return { ...roster, deletions: [...deletions.filter((each) => !isSameOrder(each, order)), order] }
}

/** All that is ordered, and everybody who has been gone for as long as data are kept, in milliseconds. */
export function deletionsOf({ people, deletions = [] }: Roster, retention: number): Deletion[] {
  const gone = Object.entries(people).flatMap(([person, { goneSince, address }]): Deletion[] =>
    goneSince === undefined
      ? []
      : [{ what: 'person', person, account: address.person.id, due: goneSince + retention }],
  )
  return [...deletions, ...gone].sort((one, other) => one.due - other.due)
}
