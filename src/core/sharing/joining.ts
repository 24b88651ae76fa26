import { z } from 'zod'
import { memberSchema } from '../people/authorized-people.ts'

/** A company has a handful of tenants: all of them find room on a card. */
export const mostGuests = 5

/** Milliseconds for which a code is good. */
export const invitationTime = 60 * 60_000

/** Codes that are good at a time; each newer one ends the oldest. The document has room for people, not for codes. */
export const mostInvitations = 20

/** A code that lets one tenant join. */
export const invitationSchema = z.object({
  /** SHA-256 of the code's secret. */
  key: z.string(),
  /** Instant in milliseconds at which it ends. */
  until: z.number(),
})

/** A tenant whose people see and work on this company. */
export const guestSchema = z.object({
  tenant: z.string(),
  /** The code that it came by. */
  invitation: z.string(),
  /** Instant in milliseconds. */
  since: z.number(),
  /** Who redeemed the code. */
  by: memberSchema,
})
export type Guest = z.infer<typeof guestSchema>

/** The company that a tenant's people see and work on in place of their own. */
export const hostSchema = z.object({ tenant: z.string(), invitation: z.string() })
export type Host = z.infer<typeof hostSchema>

/** What a company knows of others that share it. */
interface Sharing {
  readonly tenant: string
  readonly guests?: readonly Guest[] | undefined
  readonly host?: Host | undefined
}

/** The tenant as a guest of the company: only when both sides say so, each by the same code. */
export function guestOf(host: Sharing | undefined, guest: Sharing): Guest | undefined {
  if (!host || guest.host?.tenant !== host.tenant || host.host !== undefined) return undefined
  const { invitation } = guest.host
  return host.guests?.find((each) => each.tenant === guest.tenant && each.invitation === invitation)
}
