import { z } from 'zod'
import type { ConfigFault, Environment } from './config-fault.ts'
import { privateKeySchema } from './private-key.ts'
export const clouds = ['public', 'us-government', 'china'] as const
/** Microsoft cloud in which the bot is registered. */
export type Cloud = (typeof clouds)[number]

/** Credential of the app for Microsoft Entra ID. */
type Proof =
  | { readonly kind: 'password'; readonly password: string }
  /** SHA-1 thumbprint in hexadecimal, and the certificate's RSA key as PEM. */
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  /** Managed identity trusted by the app registration. */
  | { readonly kind: 'federated'; readonly clientId: string }
  /** The app is itself a managed identity. */
  | { readonly kind: 'managed-identity' }

/** Registration of type SingleTenant or UserAssignedMSI. Ids are in lower case, as in tokens. */
export type Registration = Proof & {
  readonly appId: string
  readonly tenantId: string
  readonly cloud: Cloud
}

/** Identity of the bot for the Bot Framework service; 'none' runs without authentication. */
export type Identity = { readonly kind: 'none' } | Registration

const guid = (what: string) => z.guid({ error: `${what}, a GUID` }).toLowerCase()
const ids = {
  MicrosoftAppId: guid("the app's (client) id"),
  MicrosoftAppTenantId: guid("the id of the app's tenant"),
}
const unset = (why: string) => z.undefined({ error: `to be unset: ${why}` }).optional()
const none = (why: string) => ({
  MicrosoftAppPassword: unset(why),
  MicrosoftAppClientId: unset(why),
  CertificateThumbprint: unset(why),
  CertificatePrivateKey: unset(why),
})
const anyProof =
  "the app's secret; or CertificateThumbprint and CertificatePrivateKey, or MicrosoftAppClientId, in its place"

/** Names as written by Bot Framework's tools; the type also selects the credential. */
const identitySchema = z.discriminatedUnion(
  'MicrosoftAppType',
  [
    z.object({
      MicrosoftAppType: z.literal('password'),
      ...ids,
      ...none('there is a MicrosoftAppPassword'),
      MicrosoftAppPassword: z.string({ error: anyProof }),
    }),
    z.object({
      MicrosoftAppType: z.literal('certificate'),
      ...ids,
      ...none('there is a certificate'),
      CertificateThumbprint: z
        .string({ error: "the certificate's SHA-1 thumbprint" })
        .transform((text) => text.replace(/[\s:]/g, ''))
        .pipe(
          z.string().regex(/^[\da-f]{40}$/i, "the certificate's SHA-1 thumbprint, 40 hexadecimal digits"),
        ),
      CertificatePrivateKey: privateKeySchema,
    }),
    z.object({
      MicrosoftAppType: z.literal('federated'),
      ...ids,
      ...none('there is a MicrosoftAppClientId'),
      MicrosoftAppClientId: guid('the client id of the managed identity that the app trusts'),
    }),
    z.object({
      MicrosoftAppType: z.literal('managed-identity'),
      ...ids,
      ...none('type UserAssignedMSI needs no secret, certificate or other identity'),
    }),
  ],
  { error: 'SingleTenant or UserAssignedMSI' },
)

const names = [
  'MicrosoftAppId',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'MicrosoftAppPassword',
  'MicrosoftAppClientId',
  'CertificateThumbprint',
  'CertificatePrivateKey',
]

/** Reads the identity from the environment, or its faults; 'none' if no setting is present. */
export function readIdentity(
  env: Environment,
  cloud: Cloud,
): Identity | { readonly faults: readonly ConfigFault[] } {
  if (names.every((name) => env[name] === undefined)) return { kind: 'none' }
  const parsed = identitySchema.safeParse({ ...env, MicrosoftAppType: proofIn(env) })
  if (!parsed.success) return { faults: parsed.error.issues.map(toFault) }
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId } = parsed.data
  return { appId, tenantId, cloud, ...proofOf(parsed.data) }
}

/** Returns the kind of credential; undefined for other types, as without one the SDK assumes a multi-tenant app. */
function proofIn(env: Environment): Proof['kind'] | undefined {
  const type = env.MicrosoftAppType?.trim().toLowerCase()
  if (type === 'userassignedmsi') return 'managed-identity'
  if (type !== 'singletenant') return undefined
  if ((env.CertificateThumbprint ?? env.CertificatePrivateKey) !== undefined) return 'certificate'
  return env.MicrosoftAppClientId === undefined ? 'password' : 'federated'
}

function proofOf(settings: z.infer<typeof identitySchema>): Proof {
  switch (settings.MicrosoftAppType) {
    case 'password':
      return { kind: 'password', password: settings.MicrosoftAppPassword }
    case 'certificate': {
      const { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey } = settings
      return { kind: 'certificate', thumbprint, privateKey }
    }
    case 'federated':
      return { kind: 'federated', clientId: settings.MicrosoftAppClientId }
    case 'managed-identity':
      return { kind: 'managed-identity' }
  }
}

function toFault({ path, message }: z.core.$ZodIssue): ConfigFault {
  return { setting: path.join('.'), expected: message }
}
