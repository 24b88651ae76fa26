import { z } from 'zod'

/** Who may have their data, and the key that opens them: what stands behind the # of the link. */
export interface Ticket {
  readonly tenant: string
  readonly person: string
  readonly key: string
}

/** Milliseconds for which one is good. */
export const ticketTime = 15 * 60_000

const ticketSchema = z.tuple([z.string(), z.string(), z.string()])

export const writeTicket = ({ tenant, person, key }: Ticket): string =>
  Buffer.from(JSON.stringify([tenant, person, key])).toString('base64url')

/** Undefined for what is none. */
export function readTicket(text: string): Ticket | undefined {
  try {
    const [tenant, person, key] = ticketSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    )
    return { tenant, person, key }
  } catch {
    return undefined
  }
}
