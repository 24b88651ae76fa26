import { z } from 'zod'

/** Address of a Redis server. */
export interface RedisNode {
  readonly host: string
  readonly port: number
}

/** Location and access of Redis, parsed from REDIS_URL. */
export interface RedisLocation {
  readonly kind: 'single' | 'sentinel' | 'cluster'
  /** The server, the sentinels, or some nodes of the cluster. */
  readonly nodes: readonly RedisNode[]
  readonly tls: boolean
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly database: number
  /** Name of the master for the sentinels. */
  readonly master?: string | undefined
  readonly sentinelUser?: string | undefined
  readonly sentinelPassword?: string | undefined
  /** Uses tokens of Microsoft Entra ID instead of a password. */
  readonly entra: boolean
  /** One address for several shards, as in Azure's clustering policy "Enterprise". */
  readonly sharded: boolean
}

const expected =
  'redis://, rediss:// (TLS), redis+sentinel://host,host/master or redis+cluster://host,host' +
  ' with user:password@ before the host, special characters in them percent-encoded'

const urlShape =
  /^(?<secure>rediss|redis)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<login>[^/?]*)@)?(?<hosts>[^/?@]+)(?:\/(?<path>[^?]*))?(?:\?(?<query>.*))?$/

const yes = z.enum(['true', 'false'], { error: 'true or false' }).transform((text) => text === 'true')
const querySchema = z.strictObject({
  cluster: yes.default(false),
  sharded: yes.default(false),
  auth: z.literal('entra', { error: 'entra, or no auth at all' }).optional(),
  sentinelUser: z.string().optional(),
  sentinelPassword: z.string().optional(),
})

class Unreadable extends Error {}

/** REDIS_URL. Errors do not quote the URL, which may contain a password. */
export const redisUrlSchema = z.string().transform((text, context): RedisLocation => {
  try {
    return readRedisUrl(text.trim())
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
})

function readRedisUrl(text: string): RedisLocation {
  const { secure, kind: scheme, login, hosts = '', path = '', query = '' } = urlShape.exec(text)?.groups ?? {}
  if (hosts === '') throw new Unreadable(expected)
  const options = readQuery(query)
  const kind = scheme === 'sentinel' ? scheme : scheme === 'cluster' || options.cluster ? 'cluster' : 'single'
  const location: RedisLocation = {
    kind,
    nodes: hosts.split(',').map((host) => readNode(host, kind === 'sentinel' ? 26_379 : 6379)),
    tls: secure === 'rediss',
    ...readLogin(login),
    ...readPath(path, kind),
    sentinelUser: options.sentinelUser,
    sentinelPassword: options.sentinelPassword,
    entra: options.auth === 'entra',
    sharded: options.sharded,
  }
  refuseContradictions(location)
  return location
}

function readQuery(query: string): z.infer<typeof querySchema> {
  const parsed = querySchema.safeParse(Object.fromEntries(new URLSearchParams(query)))
  if (parsed.success) return parsed.data
  throw new Unreadable(
    parsed.error.issues
      .map(({ path, message, ...issue }) =>
        issue.code === 'unrecognized_keys'
          ? `no parameter ${issue.keys.join(', ')} in the URL`
          : `${path.join('.')} in the URL to be ${message}`,
      )
      .join('; '),
  )
}

function readNode(text: string, defaultPort: number): RedisNode {
  const {
    host,
    bare,
    port = String(defaultPort),
  } = /^(?:\[(?<host>[\da-fA-F:.]+)\]|(?<bare>[^:[\]]+))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups ?? {}
  const name = host ?? bare
  if (!name || Number(port) > 65_535 || port === '0') throw new Unreadable(expected)
  return { host: name, port: Number(port) }
}

function readLogin(login = ''): Pick<RedisLocation, 'user' | 'password'> {
  const [user = '', ...rest] = login.split(':')
  const password = rest.join(':')
  return { ...(user && { user: decoded(user) }), ...(password && { password: decoded(password) }) }
}

/** Returns the hosts, with the master's name for sentinels; no password. */
export function addressOf({ nodes, master }: RedisLocation): string {
  return `${nodes.map(({ host, port }) => `${host}:${port}`).join(', ')}${master ? ` (${master})` : ''}`
}

/** Reads the database from `/2`; for sentinels after the master's name: `/mymaster/2`. */
function readPath(path: string, kind: RedisLocation['kind']): Pick<RedisLocation, 'database' | 'master'> {
  const parts = path.split('/').filter((part) => part !== '')
  const master = kind === 'sentinel' ? decoded(parts.shift() ?? '') : undefined
  const [database = '0', ...rest] = parts
  if (master === '') throw new Unreadable("the master's name after the sentinels, as in /mymaster")
  if (!/^\d{1,5}$/.test(database) || rest.length > 0)
    throw new Unreadable('a database number after the host, or nothing')
  return { database: Number(database), ...(master && { master }) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Unreadable(expected)
  }
}

function refuseContradictions({ kind, nodes, database, entra, tls, user, password }: RedisLocation): void {
  if (kind === 'single' && nodes.length > 1)
    throw new Unreadable('one host, or redis+cluster:// or redis+sentinel://')
  if (kind === 'cluster' && database !== 0) throw new Unreadable('no database number: a cluster has one')
  if (!entra) return
  if (!tls) throw new Unreadable('rediss:// with auth=entra: a token must not travel in the clear')
  if (user === undefined || password !== undefined) {
    throw new Unreadable("the identity's object id as user, and no password, with auth=entra")
  }
}
