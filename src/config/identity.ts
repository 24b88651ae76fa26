import { z } from 'zod'
import type { ConfigFault, Environment } from './config-fault.ts'
import { privateKeySchema } from './private-key.ts'
export const clouds = ['public', 'us-government', 'china'] as const
/** Which of Microsoft's clouds the bot is registered in. */
export type Cloud = (typeof clouds)[number]

/** How the bot proves to Microsoft Entra ID that it is the app. */
type Proof =
  | { readonly kind: 'password'; readonly password: string }
  /** The SHA-1 thumbprint in hexadecimal, and the certificate's RSA key as PEM. */
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  /** By a managed identity that the app's registration trusts. */
  | { readonly kind: 'federated'; readonly clientId: string }
  /** The app is a managed identity itself. */
  | { readonly kind: 'managed-identity' }

/** A registration of type SingleTenant or UserAssignedMSI. Ids are in lower case, as tokens have them. */
export type Registration = Proof & {
  readonly appId: string
  readonly tenantId: string
  readonly cloud: Cloud
}

/** Who the bot is for the Bot Framework service; 'none' means that it runs without authentication. */
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

/** The Bot Framework's own names, as its tools write them; the type stands for the way to prove it too. */
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
  ...['MicrosoftAppId', 'MicrosoftAppType', 'MicrosoftAppTenantId', 'MicrosoftAppPassword'],
  ...['MicrosoftAppClientId', 'CertificateThumbprint', 'CertificatePrivateKey'],
]

/** The identity that the environment describes, or what is wrong with it. None of its settings: none. */
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

/** Undefined for other types: without one the SDK would take the app for a multi-tenant one. */
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
