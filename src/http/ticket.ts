import { z } from 'zod'

/** Person and key of a download, in the link's fragment. */
export interface Ticket {
  readonly tenant: string
  readonly person: string
  readonly key: string
}

/** Milliseconds for which a ticket is valid. */
export const ticketTime = 15 * 60_000

const ticketSchema = z.tuple([z.string(), z.string(), z.string()])

/** Encodes a ticket for a URL. */
export const writeTicket = ({ tenant, person, key }: Ticket): string =>
  Buffer.from(JSON.stringify([tenant, person, key])).toString('base64url')

/** Decodes a ticket; undefined if invalid. */
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
