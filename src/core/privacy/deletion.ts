import { z } from 'zod'

/** Order to delete data from the instant `due` on, in milliseconds. */
export const deletionSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('person'),
    person: z.string(),
    /** Id of the person in the channel. */
    account: z.string(),
    due: z.number(),
  }),
  z.object({ what: z.literal('company'), due: z.number() }),
  /** Remaining log of a deleted company, without people. */
  z.object({ what: z.literal('log'), due: z.number() }),
])
export type Deletion = z.infer<typeof deletionSchema>

/** Milliseconds for messages already on their way to arrive. */
const respite = 30_000

/** Returns the instant, in milliseconds, of a deletion ordered at `now`. */
export const dueSoon = (now: number): number => now + respite

/** Tells whether two orders concern the same subject. */
export const isSameOrder = (one: Deletion, other: Deletion): boolean =>
  one.what === 'person' && other.what === 'person' ? one.person === other.person : one.what === other.what
