import { rm } from 'node:fs/promises'
import { untilAnswering } from '../../scripts/start/answering.ts'
import { type Child, startChild } from '../../scripts/start/child.ts'
import { playgroundSpec } from '../../scripts/start/playground.ts'
import { type BotProcess, startBot } from '../support/bot/bot-process.ts'
import { freePort } from './npm-start.ts'

/** The bot and the Playground as `npm start` runs them, but not bound to each other: the chat outlives the bot. */
export class KillableBot {
  readonly chatUrl: string
  readonly #bot: BotProcess
  readonly #playground: Child

  constructor(bot: BotProcess, playground: Child, chatUrl: string) {
    this.#bot = bot
    this.#playground = playground
    this.chatUrl = chatUrl
  }

  static async start(): Promise<KillableBot> {
    const bot = await startBot({ env: { LOG_LEVEL: 'silent' } })
    const chatPort = await freePort()
    const settings = {
      chat: true,
      chatPort,
      port: bot.port,
      dataDir: bot.dataDir,
      store: bot.dataDir,
      authenticated: false,
    }
    const playground = startChild(playgroundSpec(settings))
    const chatUrl = `http://localhost:${chatPort}`
    await untilAnswering(chatUrl, AbortSignal.timeout(60_000))
    return new KillableBot(bot, playground, chatUrl)
  }

  /** Like a machine that loses its power for a moment. */
  async killAndStart(): Promise<void> {
    await this.#bot.kill9()
    await this.#bot.start()
  }

  async end(): Promise<void> {
    await this.#bot.stop()
    await this.#playground.stop(new AbortController().signal)
    await rm(this.#bot.dataDir, { recursive: true, force: true })
  }
}
