import { resolve } from 'node:path'

export interface Settings {
  /** Whether Microsoft's Agents Playground is started too. */
  chat: boolean
  chatPort: number
  port: number
  /** Where the data is kept, as a person is told. */
  data: string
  /** The folder that the Playground's log goes to. */
  dataDir: string
  /** Whether the Bot Framework signs what it posts to the bot; the Playground does not. */
  authenticated: boolean
  /** What goes on to the bot. */
  botArgs: readonly string[]
}

/** Throws a RangeError with a sentence for the person when a port is no port. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const dataDir = resolve(env.DATA_DIR || '.data')
  const authenticated = Boolean(env.MicrosoftAppId)
  return {
    chat: !args.includes('--no-chat') && !authenticated && env.NODE_ENV !== 'production',
    chatPort: readPort('CHAT_PORT', env.CHAT_PORT || '56150'),
    port: readPort('PORT', env.PORT || '3978'),
    data: env.REDIS_URL ? withoutPassword(env.REDIS_URL) : dataDir,
    dataDir,
    authenticated,
    botArgs: args.filter((arg) => arg !== '--no-chat'),
  }
}

function readPort(name: string, value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new RangeError(`${name} is ${JSON.stringify(value)}, which is no port: use a number from 1 to 65535.`)
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//')
}
