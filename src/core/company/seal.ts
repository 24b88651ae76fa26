import { z } from 'zod'

/**
 * What ties an entry to all before it: `link` is the hash of the link before and the entry's digest, which is the hash
 * of the salt and of everything else that the entry says.
 */
export const sealSchema = z.object({
  /** From 1 on, without a gap. Older entries of the log, if any, have no seal. */
  number: z.int().positive(),
  /** Keeps anybody from guessing what a digest was made of. Gone once the entry was pseudonymised. */
  salt: z.string().optional(),
  /** Of the entry as it was recorded; there once it was pseudonymised. */
  digest: z.string().optional(),
  link: z.string(),
})
export type Seal = z.infer<typeof sealSchema>

/** Where a log ends: the number and the link of its last entry. */
export const chainHeadSchema = sealSchema.pick({ number: true, link: true })
export type ChainHead = z.infer<typeof chainHeadSchema>
