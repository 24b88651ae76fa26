import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Running, start } from '../../../bot/main.ts'
import { readConfig } from '../../../src/config/config.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import type { Colleague, Store } from '../../../src/store/ports.ts'
import { ChatClient } from '../client/chat-client.ts'
import type { ChatOptions } from '../client/chat-scene.ts'
import { type FakeConnector, type Personality, startConnector } from '../connector/fake-connector.ts'
import { keepInRewards } from '../past/company-in-rewards.ts'
import { Talk } from './talk.ts'

export interface BotOptions {
  readonly personality?: Personality
  /** The company's directory, where one is connected. */
  readonly people?: readonly Colleague[]
  /** Store in place of a folder. */
  readonly redisUrl?: string
  /** Nothing is known of the company; by default it is in Marketplace Rewards. */
  readonly isUnknown?: boolean
  /** Rate limit per person; none by default. */
  readonly messagesPerMinute?: number
}

/** The whole bot as it runs: restify, LMDB in a folder of its own, and a client's connector on loopback. */
export class RunningBot {
  readonly connector: FakeConnector
  readonly dataDir: string
  readonly #options: BotOptions
  #running: Running

  constructor(connector: FakeConnector, dataDir: string, running: Running, options: BotOptions) {
    this.connector = connector
    this.dataDir = dataDir
    this.#running = running
    this.#options = options
  }

  get store(): Store {
    return this.#running.store
  }

  get url(): string {
    return `http://127.0.0.1:${this.#running.port}/api/messages`
  }

  /** A person who has just opened the chat, and read the welcome. */
  async talk(person: Omit<ChatOptions, 'connector' | 'botUrl'> = {}): Promise<Talk> {
    const client = new ChatClient({ connector: this.connector, botUrl: this.url, ...person })
    if (!this.#options.isUnknown) await keepInRewards(this.store, client.scene.tenantId ?? 'local')
    const talk = new Talk(client)
    await talk.begin()
    return talk
  }

  /** The company's log. Emulator knows no tenant: its company is 'local'. */
  async log(tenant = 'local'): Promise<LoggedEvent[]> {
    const events: LoggedEvent[] = []
    for await (const event of this.store.events(tenant)) events.push(event)
    return events
  }

  /** Ends the bot cleanly and starts it again on the same data. */
  async restart(meanwhile: () => unknown = () => undefined): Promise<void> {
    const { port } = this.#running
    await this.#running.stop()
    await meanwhile()
    this.#running = await startOn(this.dataDir, this.#options, port)
  }

  async stop(): Promise<void> {
    await this.#running.stop()
    await this.connector.close()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}

export async function startBot(options: BotOptions = {}): Promise<RunningBot> {
  const connector = await startConnector({ personality: options.personality ?? 'emulator' })
  const dataDir = await mkdtemp(join(tmpdir(), 'rewards-guide-'))
  const running = await startOn(dataDir, options)
  return new RunningBot(connector, dataDir, running, options)
}

function startOn(dataDir: string, options: BotOptions, port = 0): Promise<Running> {
  const { people, redisUrl, messagesPerMinute = 0 } = options
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.BOTLOG ?? 'silent',
    MESSAGES_PER_MINUTE: String(messagesPerMinute),
  }
  const config = readConfig({ ...env, ...(redisUrl && { REDIS_URL: redisUrl }) }, ['--no-chat'])
  return start(
    config,
    people && { isConnected: true, people: async () => people, role: async () => undefined },
  )
}
