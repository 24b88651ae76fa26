import { z } from 'zod'
import { StoreError } from '../../store/ports.ts'
import type { StoreKey } from './keys.ts'

const headerSchema = z.object({
  /** Original ids of the key, which may contain their hashes. */
  of: z.array(z.string()),
  version: z.number(),
  /** Instant of expiry in milliseconds. */
  expires: z.number().optional(),
})

/** Value of the database: a JSON header line, then the text. */
export type Entry = z.infer<typeof headerSchema> & { readonly text: string }

/** Serializes an entry. */
export function seal({ text, ...header }: Entry): string {
  return `${JSON.stringify(header)}\n${text}`
}

/** Parses a stored value. Throws StoreError 'corrupt'. */
export function unseal(value: string, key: StoreKey): Entry {
  const end = value.indexOf('\n')
  return { ...parseHeader(value.slice(0, end), key), text: value.slice(end + 1) }
}

/** Tells whether an entry has not expired at `now` (milliseconds). */
export function isLive(entry: Entry, now: number): boolean {
  return entry.expires === undefined || entry.expires > now
}

function parseHeader(line: string, key: StoreKey): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new StoreError('corrupt', `the entry ${JSON.stringify(key)} has no readable header`, { cause })
  }
}
