import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Running } from '../../bot/main.ts'
import { openArchive } from '../../scripts/archive/open-archive.ts'
import { closeKept, openKept } from '../../scripts/archive/open-kept.ts'
import type { OpenedStore } from '../../src/adapters/open-store.ts'
import type { Archive } from '../../src/archive/record.ts'
import { readClock } from '../../src/time/time-lapse.ts'
import { type FakeConnector, startConnector } from '../support/connector/fake-connector.ts'
import { type RedisServer, startRedis } from '../support/redis/redis-server.ts'
import { linesIn, recordsIn } from './archived-records.ts'
import { configOf, type Place, startBot, testKeys } from './bot-place.ts'
import { unpackLmdb } from './lmdb-file.ts'
import { unpackRedis } from './redis-keys.ts'
import { readScenario, type Scenario } from './scenario.ts'

/** A folder for each recording, named after its day. */
export const recordings = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => /^\d{4}-\d{2}-\d{2}$/.test(entry.name))
  .map(({ name }) => ({ name, stores: new URL(`${name}/`, import.meta.url) }))

export type Kind = 'lmdb' | 'redis' | 'encrypted'

/**
 * Real duration of the bot's day. It runs a little fast, because only then a start computes the delays of BullMQ's jobs anew:
 * they were computed on the day of the recording.
 */
const day = '23h'
const dayMs = 23 * 3_600_000

/** A recorded store, restored, with a connector in place of the recorded one. */
export class OldStore {
  readonly connector: FakeConnector
  readonly scenario: Scenario
  /** Lines of the archive that was written beside it. */
  readonly lines: readonly string[]
  readonly #place: Place
  readonly #redis: RedisServer | undefined

  private constructor(
    connector: FakeConnector,
    { scenario, lines }: { scenario: Scenario; lines: readonly string[] },
    place: Place,
    redis: RedisServer | undefined,
  ) {
    this.connector = connector
    this.scenario = scenario
    this.lines = lines
    this.#place = place
    this.#redis = redis
  }

  /** Restores a store from the folder of its recording; the bot's clock stands at the end of the recording. */
  static async restore(kind: Kind, stores: URL): Promise<OldStore> {
    const folder = await mkdtemp(join(tmpdir(), 'old-store-'))
    const connector = await startConnector({ personality: 'teams' })
    const redis = kind === 'redis' ? await startRedis() : undefined
    const scenario = scenarioIn(stores, kind)
    // An encrypted text keeps the recorded port.
    const port = { from: scenario.port, to: kind === 'encrypted' ? scenario.port : connector.port }
    const file = fileURLToPath(new URL(`${kind}.gz`, stores))
    if (redis) await redis.ask((client) => unpackRedis(file, client, port))
    else await unpackLmdb(file, folder, port)
    const place = { folder, redisUrl: redis?.url, keys: kind === 'encrypted' ? testKeys : undefined }
    const lines = linesIn(new URL(`${kind}.export.gz`, stores), port)
    const store = new OldStore(connector, { scenario, lines }, place, redis)
    await store.setClock(scenario.at)
    return store
  }

  /** Sets the bot's clock for the next process that opens the store, in milliseconds. */
  async setClock(instant: number): Promise<void> {
    const anchor = { real: Date.now(), bot: instant, day: dayMs }
    await writeFile(join(this.#place.folder, 'time-lapse.json'), JSON.stringify(anchor))
  }

  /** Reads the store as an archive, while nothing else has it open. */
  async useArchive<T>(use: (archive: Archive) => Promise<T>): Promise<T> {
    const archive = await openArchive(configOf(this.#place))
    try {
      return await use(archive)
    } finally {
      await archive.close()
    }
  }

  /** Opens store and wake-ups, without a bot. */
  async useKept<T>(use: (kept: OpenedStore) => Promise<T>): Promise<T> {
    const kept = await openKept(configOf(this.#place), await readClock(this.#place.folder))
    try {
      return await use(kept)
    } finally {
      await closeKept(kept)
    }
  }

  /** Names of the companies, as the archive beside the store has them. */
  get companies(): string[] {
    return recordsIn(this.lines).flatMap(({ kind, document }) =>
      kind === 'company' && typeof document?.tenant === 'string' ? [document.tenant] : [],
    )
  }

  startBot(port: number): Promise<Running> {
    return startBot(this.#place, { port, day })
  }

  async discard(): Promise<void> {
    await this.connector.close()
    await this.#redis?.stop()
    await rm(this.#place.folder, { recursive: true, force: true })
  }
}

/** Facts about one store in the folder of a recording. */
export const scenarioIn = (stores: URL, kind: Kind): Scenario =>
  readScenario(new URL(`${kind}.chats.gz`, stores))
