import { z } from 'zod'

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

/** Whether two orders are for the same to be deleted. */
export const isSameOrder = (one: Deletion, other: Deletion): boolean =>
  one.what === 'person' && other.what === 'person' ? one.person === other.person : one.what === other.what
