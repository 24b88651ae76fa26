import { z } from 'zod'

/**
 * Chains an entry to all entries before it: `link` hashes the previous link and the entry's digest; the digest hashes
 * the salt and the entry's content.
 */
export const sealSchema = z.object({
  /** Counts from 1 without gaps. Older entries may have no seal. */
  number: z.int().positive(),
  /** Prevents guessing the digest's input. Removed on pseudonymisation. */
  salt: z.string().optional(),
  /** Digest of the entry as recorded; present after pseudonymisation. */
  digest: z.string().optional(),
  link: z.string(),
})
export type Seal = z.infer<typeof sealSchema>

/** End of a log: number and link of the last entry. */
export const chainHeadSchema = sealSchema.pick({ number: true, link: true })
export type ChainHead = z.infer<typeof chainHeadSchema>
