import { resolve } from 'node:path'
import { ConfigError, type Environment, readConfig } from '../../src/config.ts'

export interface Settings {
  /** Whether Microsoft's Agents Playground is started too. */
  chat: boolean
  chatPort: number
  port: number
  /** The folder that the data is kept in. */
  dataDir: string
  /** Whether the Bot Framework signs what it posts to the bot; the Playground does not. */
  authenticated: boolean
}

/** What the launcher needs of the bot's own settings. Throws ConfigError. */
export function readSettings(env: Environment, args: readonly string[]): Settings {
  const { chat, chatPort, port, dataDir, identity } = readConfig(env, args)
  if (port === 0) throw new ConfigError('PORT: expected a port number from 1, to know where the bot serves')
  const authenticated = identity.kind !== 'none'
  return { chat: chat && !authenticated, chatPort, port, dataDir: resolve(dataDir), authenticated }
}
