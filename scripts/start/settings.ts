import { resolve } from 'node:path'
import { ConfigError, readConfig } from '../../src/config/config.ts'
import type { Environment } from '../../src/config/config-fault.ts'
import { addressOf } from '../../src/config/redis-url.ts'

export interface Settings {
  /** Whether Microsoft's Agents Playground is started too. */
  chat: boolean
  chatPort: number
  port: number
  /** The folder for what is not in Redis. */
  dataDir: string
  /** Where the data is kept, with the setting that says so. */
  store: string
  /** Whether the Bot Framework signs what it posts to the bot; the Playground does not. */
  authenticated: boolean
}

/** What the launcher needs of the bot's own settings. Throws ConfigError. */
export function readSettings(env: Environment, args: readonly string[]): Settings {
  const { chat, chatPort, port, dataDir: folder, redis, identity } = readConfig(env, args)
  if (port === 0) throw new ConfigError('PORT: expected a port number from 1, to know where the bot serves')
  const authenticated = identity.kind !== 'none'
  const dataDir = resolve(folder)
  const store = redis ? `Redis at ${addressOf(redis)} (REDIS_URL)` : `${dataDir} (DATA_DIR)`
  return { chat: chat && !authenticated, chatPort, port, dataDir, store, authenticated }
}
