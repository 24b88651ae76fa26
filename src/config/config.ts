import { parseArgs } from 'node:util'
import { z } from 'zod'
import { encryptionKeysSchema } from '../encryption/keys.ts'
import type { ConfigFault, Environment } from './config-fault.ts'
import { clouds, type Identity, readIdentity } from './identity.ts'
import { type RedisLocation, redisUrlSchema } from './redis-url.ts'
import { connections, drain, pace, port, retention } from './whole-numbers.ts'

/** Missing or invalid settings, one line each: the setting's name and the expected value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'config'
}

const publicUrl = z
  .url({
    protocol: /^https?$/,
    error: 'the address at which browsers reach this bot, such as https://rewards.contoso.com',
  })
  .transform((url) => url.replace(/\/+$/, ''))
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const commaSeparated = z.string().transform((text) =>
  text
    .toLowerCase()
    .split(',')
    .map((part) => part.trim()),
)

/** Host name; `*.` stands for all hosts below a name of at least two parts. */
const hostName = /^(\*\.(?=[^.]+\.))?[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/
const hostNames = commaSeparated.pipe(
  z.array(
    z
      .string()
      .regex(hostName, 'names of hosts such as bot.contoso.com or *.contoso.com, with commas between'),
  ),
)
const tenants = commaSeparated.pipe(z.array(z.guid({ error: 'ids of tenants, GUIDs with commas between' })))

const environmentSchema = z.object({
  ALLOWED_TENANTS: tenants.default([]),
  BOT_CLOUD: z.enum(clouds, { error: `one of ${clouds.join(', ')}` }).default('public'),
  PORT: port.default(3978),
  CHAT_PORT: port.default(56_150),
  DATA_DIR: z.string().default('.data'),
  DRAIN_SECONDS: drain.optional(),
  ENCRYPTION_KEYS: encryptionKeysSchema.default([]),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(', ')}` }).default('info'),
  MAX_CONNECTIONS: connections.optional(),
  MESSAGES_PER_MINUTE: pace.default(60),
  NODE_ENV: z.string().optional(),
  PROGRAM: z.string().optional(),
  REDIS_URL: redisUrlSchema.optional(),
  SERVICE_HOSTS: hostNames.default([]),
  RETENTION_DAYS: retention.default(365),
  PUBLIC_URL: publicUrl.optional(),
})
type Settings = z.infer<typeof environmentSchema>

/**
 * Reads all settings of the process, the only access to the environment. `argv` excludes node and the script. Throws
 * ConfigError.
 */
export function readConfig(env: Environment, argv: readonly string[]) {
  const given = withoutEmpty(env)
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) throw configError(parsed.error.issues.map(toFault))
  const { NODE_ENV, REDIS_URL, BOT_CLOUD } = parsed.data
  const identity = readIdentity(given, BOT_CLOUD)
  if ('faults' in identity) throw configError(identity.faults)
  const production = NODE_ENV === 'production'
  const { day, chat } = readArguments(argv)
  if (production) refuseInProduction({ identity, redis: REDIS_URL, day })
  return { ...settingsIn(parsed.data), ...settingsFor(identity, parsed.data), production, day, chat }
}

/** Selects the settings that depend on no other. */
function settingsIn(settings: Settings) {
  return {
    port: settings.PORT,
    /** Port of the chat client on a developer's machine. */
    chatPort: settings.CHAT_PORT,
    dataDir: settings.DATA_DIR,
    /** Location of the data, instead of `dataDir`. */
    redis: settings.REDIS_URL,
    /** Encryption keys, the one for new texts first; undefined: no encryption. */
    encryptionKeys: settings.ENCRYPTION_KEYS,
    logLevel: settings.LOG_LEVEL,
    /** Tenants allowed to use the bot, in lower case; undefined: all. */
    allowedTenants: settings.ALLOWED_TENANTS,
    /** Additional service hosts of the channel. */
    serviceHosts: settings.SERVICE_HOSTS,
    /** Activities per minute and person; 0: unlimited. */
    messagesPerMinute: settings.MESSAGES_PER_MINUTE,
    /** Maximum connections; undefined: derived from the process's limit of open files. */
    maxConnections: settings.MAX_CONNECTIONS,
    /** Public base URL for links; undefined if not set. */
    publicUrl: settings.PUBLIC_URL,
    /** Days of retention for data of people who left and for logs of deleted companies. */
    retentionDays: settings.RETENTION_DAYS,
    /** Program version of new companies. */
    program: settings.PROGRAM,
  }
}

/** Computes the settings that depend on the bot's identity. */
function settingsFor(identity: Identity, { DRAIN_SECONDS, REDIS_URL }: Settings) {
  const isUnregistered = identity.kind === 'none'
  return {
    /** Identity of the bot in the channel. */
    identity,
    /** Without authentication only this machine may connect; undefined means all interfaces. */
    host: isUnregistered ? '127.0.0.1' : undefined,
    /** Milliseconds of serving on after a request to stop. */
    drain: 1000 * (DRAIN_SECONDS ?? (isUnregistered && !REDIS_URL ? 1 : 5)),
  }
}

/** Settings of the process. */
export type Config = ReturnType<typeof readConfig>

/** Treats an empty variable as unset, as compose files and shells set it. */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
}

function toFault({ path: [setting], message }: z.core.$ZodIssue): ConfigFault {
  return { setting: String(setting), expected: message }
}

function configError(faults: readonly ConfigFault[]): ConfigError {
  return new ConfigError(faults.map(({ setting, expected }) => `${setting}: expected ${expected}`).join('\n'))
}

interface Risks {
  readonly identity: Identity
  readonly redis: RedisLocation | undefined
  readonly day: number | undefined
}

/** Refuses settings that are safe only on a developer's machine. */
function refuseInProduction({ identity, redis, day }: Risks): void {
  const faults: ConfigFault[] = []
  const refuse = (setting: string, expected: string) => faults.push({ setting, expected })
  if (identity.kind === 'none')
    refuse('MicrosoftAppId', 'an app id, as NODE_ENV=production needs authentication')
  if (redis && travelsInTheClear(redis))
    refuse('REDIS_URL', 'TLS (rediss://) to another host, as NODE_ENV=production needs it')
  if (day !== undefined) refuse('--day', 'not to be used with NODE_ENV=production')
  if (faults.length > 0) throw configError(faults)
}

function travelsInTheClear({ tls, nodes }: RedisLocation): boolean {
  return !tls && !nodes.every(({ host }) => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host))
}

interface Arguments {
  /** Real milliseconds per day of the bot, in a time-lapse. */
  readonly day: number | undefined
  /** Starts the chat client as well, on `chatPort`. */
  readonly chat: boolean
}

function readArguments(argv: readonly string[]): Arguments {
  const { values } = parseKnown(argv)
  return { day: values.day === undefined ? undefined : parseDuration(values.day), chat: !values['no-chat'] }
}

function parseKnown(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { day: { type: 'string' }, 'no-chat': { type: 'boolean' } },
    })
  } catch (cause) {
    const why = cause instanceof Error ? ` (${cause.message})` : ''
    throw new ConfigError(`arguments: expected --day <time> and --no-chat only${why}`, { cause })
  }
}

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
const durationSchema = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h)$/)
  .transform((text) => {
    const unit = z.enum(['ms', 's', 'm', 'h']).parse(text.replace(/^[\d.]+/, ''))
    return Number.parseFloat(text) * units[unit]
  })
  .refine((milliseconds) => milliseconds >= 1 && milliseconds <= 24 * units.h)

function parseDuration(text: string): number {
  const parsed = durationSchema.safeParse(text)
  if (parsed.success) return parsed.data
  throw configError([{ setting: '--day', expected: 'a time such as 500ms, 5s or 2m, at most 24h' }])
}
