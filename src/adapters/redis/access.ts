import type { Log } from '../../process/log.ts'
import { StoreError } from '../../store/ports.ts'
import { type Client, isCluster } from './client.ts'

/** Access token with its expiry. */
export interface Token {
  readonly token: string
  /** Real milliseconds since the epoch. */
  readonly expires: number
}

/** Gets a token for Redis. */
export type TokenSource = () => Promise<Token>

/** Tokens used instead of a password. Redis closes a connection when its token expires. */
export interface Access {
  token(): string
  /** Renews the token of every connection, current and future, in time. */
  keepFresh(client: Client): void
  close(): void
}

/** Share of its lifetime after which a token is replaced. */
const useFor = 0.75
/** Milliseconds. */
const afterFailure = 10_000
const soonest = 1_000
const longestTimer = 2 ** 31 - 1

/** Gets the first token. Throws StoreError 'unavailable' without one. */
export async function openAccess(user: string, source: TokenSource, log: Log): Promise<Access> {
  let current = await firstToken(source)
  const clients: Client[] = []
  let timer: NodeJS.Timeout | undefined

  const later = (milliseconds: number) => {
    timer = setTimeout(() => void renew(), Math.min(milliseconds, longestTimer)).unref()
  }
  const renew = async () => {
    try {
      current = await source()
      await Promise.all(clients.map((client) => present(client, user, current.token)))
      later(waitFor(current))
    } catch (error) {
      log.error({ err: error }, 'no new token for Redis yet')
      later(afterFailure)
    }
  }
  return {
    token: () => current.token,
    keepFresh: (client) => {
      if (isCluster(client)) {
        client.on('+node', (node) => {
          node.options.password = current.token
        })
      }
      clients.push(client)
      if (timer === undefined) later(waitFor(current))
    },
    close: () => clearTimeout(timer),
  }
}

async function firstToken(source: TokenSource): Promise<Token> {
  try {
    return await source()
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message}` : ''
    throw new StoreError('unavailable', `Microsoft Entra ID gives no token for Redis${why}`, { cause })
  }
}

function waitFor({ expires }: Token): number {
  return Math.max((expires - Date.now()) * useFor, soonest)
}

/** Updates open connections, and the options of reconnects. */
async function present(client: Client, user: string, token: string): Promise<void> {
  const nodes = isCluster(client) ? client.nodes('all') : [client]
  for (const node of nodes) node.options.password = token
  await Promise.all(nodes.filter(({ status }) => status === 'ready').map((node) => node.auth(user, token)))
}
