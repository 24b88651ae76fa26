import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SinonFakeTimers } from 'sinon'
import type { Running } from '../../../bot/main.ts'
import type { Store } from '../../../src/store/ports.ts'
import { ChatClient } from '../../support/client/chat-client.ts'
import type { ChatOptions } from '../../support/client/chat-scene.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { messagesUrl, type Place, startBot } from '../bot-place.ts'

/** Options of a person and their client. */
export type Person = Omit<ChatOptions, 'connector' | 'botUrl' | 'tenantId'>

/** Fills a store, under fake time. */
export class WritingBot {
  readonly place: Place
  readonly connector: FakeConnector
  readonly #time: SinonFakeTimers
  #running: Running

  private constructor(place: Place, connector: FakeConnector, time: SinonFakeTimers, running: Running) {
    this.place = place
    this.connector = connector
    this.#time = time
    this.#running = running
  }

  static async start(time: SinonFakeTimers, where: Omit<Place, 'folder'>): Promise<WritingBot> {
    const place = { ...where, folder: await mkdtemp(join(tmpdir(), 'old-store-')) }
    const connector = await startConnector({ personality: 'teams' })
    return new WritingBot(place, connector, time, await startBot(place))
  }

  get store(): Store {
    return this.#running.store
  }

  get url(): string {
    return messagesUrl(this.#running)
  }

  /** Creates the client of a person, who has not opened the chat yet. */
  client(tenantId: string, person: Person): ChatClient {
    return new ChatClient({ connector: this.connector, botUrl: this.url, tenantId, ...person })
  }

  /** Advances the time. */
  pause(milliseconds: number): void {
    this.#time.tick(milliseconds)
  }

  /** Stops the bot and starts it at another time, because a sleeping worker does not notice that a clock leaps. */
  async leapTo(instant: number): Promise<void> {
    const { port } = this.#running
    await this.#running.stop()
    this.#time.setSystemTime(instant)
    this.#running = await startBot(this.place, { port })
  }

  /** Stops the bot; its data stay. */
  stop(): Promise<void> {
    return this.#running.stop()
  }

  async discard(): Promise<void> {
    await this.connector.close()
    await rm(this.place.folder, { recursive: true })
  }
}
