import { z } from 'zod'
import { StoreError } from '../../store/ports.ts'
import type { StoreKey } from './keys.ts'

const headerSchema = z.object({
  /** The ids that the key was made of, as they came: the key may hold hashes of them. */
  of: z.array(z.string()),
  version: z.number(),
  /** Instant after which the entry counts as gone. */
  expires: z.number().optional(),
})

/** A value of the database: a line of JSON about it, then the text itself. */
export type Entry = z.infer<typeof headerSchema> & { readonly text: string }

export function seal({ text, ...header }: Entry): string {
  return `${JSON.stringify(header)}\n${text}`
}

/** Throws StoreError 'corrupt'. */
export function unseal(value: string, key: StoreKey): Entry {
  const end = value.indexOf('\n')
  return { ...parseHeader(value.slice(0, end), key), text: value.slice(end + 1) }
}

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
