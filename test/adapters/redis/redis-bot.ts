import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Running, start } from '../../../bot/main.ts'
import { readConfig } from '../../../src/config/config.ts'

/** The whole bot as it runs, with its state in Redis. */
export interface RedisBot extends Running {
  /** URL for activities. */
  readonly url: string
  /** Status of /readyz. */
  readyStatus(): Promise<number>
}

export async function startRedisBot(redisUrl: string): Promise<RedisBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'redis-bot-'))
  const fixed = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', MESSAGES_PER_MINUTE: '0' }
  const env = { ...fixed, REDIS_URL: redisUrl }
  const running = await start(readConfig(env, ['--no-chat']))
  const at = `http://127.0.0.1:${running.port}`
  return {
    ...running,
    url: `${at}/api/messages`,
    readyStatus: async () => (await fetch(`${at}/readyz`)).status,
    stop: async () => {
      await running.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
