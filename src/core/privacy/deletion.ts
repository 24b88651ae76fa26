import { z } from 'zod'
import type { Roster } from '../reminders/roster.ts'

/** What is to be deleted, and from which instant on, in milliseconds. */
export const deletionSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('person'),
    person: z.string(),
    /** The channel's own id of the person. */
    account: z.string(),
    due: z.number(),
  }),
  z.object({ what: z.literal('company'), due: z.number() }),
  /** What is left of a company that was deleted: its log without people. */
  z.object({ what: z.literal('log'), due: z.number() }),
])
export type Deletion = z.infer<typeof deletionSchema>

/** Messages that are on their way arrive first; milliseconds. */
const respite = 30_000

export const dueSoon = (now: number): number => now + respite

/** The roster with an order in place of an earlier one of the same. */
export function withOrder(roster: Roster, order: Deletion): Roster {
  const { deletions = [] } = roster
  return { ...roster, deletions: [...deletions.filter((each) => !isSameOrder(each, order)), order] }
}

/** Whether two orders are for the same to be deleted. */
export const isSameOrder = (one: Deletion, other: Deletion): boolean =>
  one.what === 'person' && other.what === 'person' ? one.person === other.person : one.what === other.what

/** All that is ordered, and everybody who has been gone for as long as data are kept, in milliseconds. */
export function deletionsOf({ people, deletions = [] }: Roster, retention: number): Deletion[] {
  const gone = Object.entries(people).flatMap(([person, { goneSince, address }]): Deletion[] =>
    goneSince === undefined
      ? []
      : [{ what: 'person', person, account: address.person.id, due: goneSince + retention }],
  )
  return [...deletions, ...gone].sort((one, other) => one.due - other.due)
}
