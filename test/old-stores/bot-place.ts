import { type Running, start } from '../../bot/main.ts'
import { type Config, readConfig } from '../../src/config/config.ts'

/** Location of a bot's data: a folder, or a Redis instead. */
export interface Place {
  readonly folder: string
  readonly redisUrl?: string | undefined
  /** Value of the setting `ENCRYPTION_KEYS`. */
  readonly keys?: string | undefined
}

/** Options of one start. */
interface Start {
  /** Default: any free port. */
  readonly port?: number
  /** Real duration of the bot's day in a time-lapse, such as `23h`. */
  readonly day?: string
}

/** Settings of a bot, or of a command, that uses this data. */
export function configOf({ folder, redisUrl, keys }: Place, { port = 0, day }: Start = {}): Config {
  const env = {
    PORT: String(port),
    DATA_DIR: folder,
    REDIS_URL: redisUrl,
    ENCRYPTION_KEYS: keys,
    LOG_LEVEL: process.env.BOTLOG ?? 'silent',
    MESSAGES_PER_MINUTE: '0',
  }
  return readConfig(env, ['--no-chat', ...(day === undefined ? [] : ['--day', day])])
}

/** Starts the whole bot in this process, on existing or new data. */
export const startBot = (place: Place, how?: Start): Promise<Running> => start(configOf(place, how))

export const messagesUrl = ({ port }: Pick<Running, 'port'>) => `http://127.0.0.1:${port}/api/messages`

/** Key of the encrypted store, as the setting `ENCRYPTION_KEYS` takes it. */
export const testKeys = `k1:${Buffer.alloc(32, 1).toString('base64')}`
