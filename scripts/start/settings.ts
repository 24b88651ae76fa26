import { resolve } from 'node:path'
import { ConfigError, readConfig } from '../../src/config/config.ts'
import type { Environment } from '../../src/config/config-fault.ts'
import { addressOf } from '../../src/config/redis-url.ts'

/** Settings of the launcher. */
export interface Settings {
  /** Starts Microsoft's Agents Playground as well. */
  chat: boolean
  chatPort: number
  port: number
  /** Folder for data outside Redis. */
  dataDir: string
  /** Location of the data, with its setting. */
  store: string
  /** True if the Bot Framework signs its requests to the bot; the Playground does not. */
  authenticated: boolean
}

/** Reads the launcher's part of the bot's settings. Throws ConfigError. */
export function readSettings(env: Environment, args: readonly string[]): Settings {
  const { chat, chatPort, port, dataDir: folder, redis, identity } = readConfig(env, args)
  if (port === 0) throw new ConfigError('PORT: expected a port number from 1, to know where the bot serves')
  const authenticated = identity.kind !== 'none'
  const dataDir = resolve(folder)
  const store = redis ? `Redis at ${addressOf(redis)} (REDIS_URL)` : `${dataDir} (DATA_DIR)`
  return { chat: chat && !authenticated, chatPort, port, dataDir, store, authenticated }
}
