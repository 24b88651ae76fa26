import { z } from 'zod'
import { memberSchema } from '../people/authorized-people.ts'

/** Maximum number of guests; all fit on a card. */
export const mostGuests = 5

/** Milliseconds for which a code is valid. */
export const invitationTime = 60 * 60_000

/** Maximum number of valid codes; a new one replaces the oldest. Bounds the size of the document. */
export const mostInvitations = 20

/** Code that admits one tenant. */
export const invitationSchema = z.object({
  /** SHA-256 of the code's secret. */
  key: z.string(),
  /** End as instant in milliseconds. */
  until: z.number(),
})

/** Tenant whose people also work on this company. */
export const guestSchema = z.object({
  tenant: z.string(),
  /** Key of the redeemed code. */
  invitation: z.string(),
  /** Instant in milliseconds. */
  since: z.number(),
  /** Person who redeemed the code. */
  by: memberSchema,
})
export type Guest = z.infer<typeof guestSchema>

/** Company on which a tenant's people work instead of their own. */
export const hostSchema = z.object({ tenant: z.string(), invitation: z.string() })
export type Host = z.infer<typeof hostSchema>

/** Links between companies. */
interface Sharing {
  readonly tenant: string
  readonly guests?: readonly Guest[] | undefined
  readonly host?: Host | undefined
}

/** Returns the guest entry if both companies list each other with the same code. */
export function guestOf(host: Sharing | undefined, guest: Sharing): Guest | undefined {
  if (!host || guest.host?.tenant !== host.tenant || host.host !== undefined) return undefined
  const { invitation } = guest.host
  return host.guests?.find((each) => each.tenant === guest.tenant && each.invitation === invitation)
}
