import { z } from 'zod'
import type { Incoming } from '../activity/activity.ts'
import type { Channel } from './channel.ts'

/** The channel's are a tenth of this. */
const longest = 8192
const signedToken = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/

/** Algorithms by which the channel may sign. */
export const algorithms = ['RS256', 'RS384', 'RS512']

const headerSchema = z.object({
  alg: z.enum(algorithms),
  kid: z.string().min(1),
  typ: z.string().regex(/^jwt$/i).optional(),
  // Says that a reader must refuse what it does not understand.
  crit: z.undefined().optional(),
})

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  serviceurl: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  // Never in the channel's tokens: a tenant, and the app that got the token, as in those of Emulator and skills.
  tid: z.undefined().optional(),
  appid: z.undefined().optional(),
  azp: z.undefined().optional(),
})

/** Whose tokens, for whom and for which activity. */
export interface Expected extends Pick<Channel, 'issuer'> {
  readonly appId: string
  readonly activity: Incoming
}

/** What a token lacks, by the name of its header or claim, before anybody knows whether it is genuine; else undefined. */
export function lackOf(authorization: string, expected: Expected): string | undefined {
  if (authorization.length > longest) return 'length'
  const [, header, claims] = signedToken.exec(authorization) ?? []
  if (header === undefined || claims === undefined) return 'form'
  return faultIn(headerSchema, decoded(header)) ?? lackOfClaims(decoded(claims), expected)
}

/** The name of the key by which a token without lack is signed. */
export function kidOf(token: string): string {
  return headerSchema.parse(decoded(token.split('.', 1)[0] ?? '')).kid
}

function lackOfClaims(claims: unknown, { issuer, appId, activity }: Expected): string | undefined {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success) return conversationKeysOf(parsed.error)
  const { iss, aud, serviceurl } = parsed.data
  if (iss !== issuer) return 'iss'
  if (aud !== appId) return 'aud'
  return serviceurl === activity.serviceUrl ? undefined : 'serviceurl'
}

function faultIn(schema: z.ZodType, value: unknown): string | undefined {
  const { error } = schema.safeParse(value)
  return error && conversationKeysOf(error)
}

const conversationKeysOf = ({ issues: [issue] }: z.ZodError) => issue?.path.join('.') || 'form'

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
