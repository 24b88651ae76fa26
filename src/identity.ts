import { z } from 'zod'
import type { ConfigFault, Environment } from './config.ts'

/** Who the bot is for the Bot Framework service; 'none' means that it runs without authentication. */
export type Identity =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'single-tenant'
      readonly appId: string
      readonly tenantId: string
      readonly password: string
    }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string }

const guid = (what: string) => z.guid({ error: `${what}, a GUID` })
const ids = {
  MicrosoftAppId: guid("the app's (client) id"),
  MicrosoftAppTenantId: guid("the id of the app's tenant"),
}

/** The Bot Framework's own names, as its tools write them. */
const identitySchema = z.discriminatedUnion(
  'MicrosoftAppType',
  [
    z.object({
      MicrosoftAppType: z.literal('singletenant'),
      ...ids,
      MicrosoftAppPassword: z.string({ error: "the app's secret, which type SingleTenant needs" }),
    }),
    z.object({
      MicrosoftAppType: z.literal('userassignedmsi'),
      ...ids,
      MicrosoftAppPassword: z
        .undefined({ error: 'to be unset: type UserAssignedMSI has no secret' })
        .optional(),
    }),
  ],
  { error: 'SingleTenant or UserAssignedMSI' },
)

const names = ['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'MicrosoftAppPassword'] as const

/** The identity that the environment describes, or what is wrong with it. No app id and nothing else: none. */
export function readIdentity(env: Environment): Identity | { readonly faults: readonly ConfigFault[] } {
  if (names.every((name) => env[name] === undefined)) return { kind: 'none' }
  const parsed = identitySchema.safeParse({ ...env, MicrosoftAppType: env.MicrosoftAppType?.toLowerCase() })
  if (!parsed.success) return { faults: parsed.error.issues.map(toFault) }
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId } = parsed.data
  if (parsed.data.MicrosoftAppType === 'userassignedmsi') return { kind: 'managed-identity', appId, tenantId }
  return { kind: 'single-tenant', appId, tenantId, password: parsed.data.MicrosoftAppPassword }
}

function toFault({ path, message }: z.core.$ZodIssue): ConfigFault {
  return { setting: path.join('.'), expected: message }
}
