import { z } from 'zod'
import type { Incoming } from '../activity/activity.ts'
import type { Channel } from './channel.ts'

/** Characters accepted; the channel's tokens have a tenth of this. */
const longest = 8192
const signedToken = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/

/** Signature algorithms accepted. */
export const algorithms = ['RS256', 'RS384', 'RS512']

const headerSchema = z.object({
  alg: z.enum(algorithms),
  kid: z.string().min(1),
  typ: z.string().regex(/^jwt$/i).optional(),
  // `crit` requires rejecting unknown extensions.
  crit: z.undefined().optional(),
})

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  serviceurl: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  // Tenant and requesting app appear in tokens of the Emulator and of skills, never in the channel's.
  tid: z.undefined().optional(),
  appid: z.undefined().optional(),
  azp: z.undefined().optional(),
})

/** Expected issuer, audience and activity. */
export interface Expected extends Pick<Channel, 'issuer'> {
  readonly appId: string
  readonly activity: Incoming
}

/** Name of the first wrong header or claim, before the signature is checked; undefined if none. */
export function lackOf(authorization: string, expected: Expected): string | undefined {
  if (authorization.length > longest) return 'length'
  const [, header, claims] = signedToken.exec(authorization) ?? []
  if (header === undefined || claims === undefined) return 'form'
  return faultIn(headerSchema, decoded(header)) ?? lackOfClaims(decoded(claims), expected)
}

/** Key id of a token that `lackOf` accepted. */
export function kidOf(token: string): string {
  return headerSchema.parse(decoded(token.split('.', 1)[0] ?? '')).kid
}

function lackOfClaims(claims: unknown, { issuer, appId, activity }: Expected): string | undefined {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success) return claimOf(parsed.error)
  const { iss, aud, serviceurl } = parsed.data
  if (iss !== issuer) return 'iss'
  if (aud !== appId) return 'aud'
  return serviceurl === activity.serviceUrl ? undefined : 'serviceurl'
}

function faultIn(schema: z.ZodType, value: unknown): string | undefined {
  const { error } = schema.safeParse(value)
  return error && claimOf(error)
}

const claimOf = ({ issues: [issue] }: z.ZodError) => issue?.path.join('.') || 'form'

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
