import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts'
import type { CompanyEvent } from '../../src/core/company/company-event.ts'
import type { Store } from '../../src/store/ports.ts'
import { type BotProcess, startBot } from '../support/bot/bot-process.ts'
import { type FakeConnector, startConnector } from '../support/connector/fake-connector.ts'
import { recordsOf } from '../support/past/company-past.ts'
import { GuidedPerson } from './guided-person.ts'
import { livePast } from './past.ts'
import type { Script } from './scripts.ts'
import type { ScriptStep } from './voice.ts'

/** Time a person waits at an unchanged card. */
const patienceMs = 2000
/** Progress of a turn when the process dies, a little further each time. */
const laterMs = 8

/** Lets everybody do something at their step, at the same time. */
type All = (act: (person: GuidedPerson, step: ScriptStep) => Promise<void>) => Promise<unknown>

interface Member {
  readonly script: Script
  readonly tenant: string
  readonly person: GuidedPerson
}

/**
 * People of as many companies, each in a guide of their own, all at the same step: so one kill at each step is one for every guide.
 * The bot is a process of its own, and starts again each time on the same data and the same port.
 */
export class Crowd {
  readonly connector: FakeConnector
  readonly bot: BotProcess
  readonly #members: readonly Member[]

  private constructor(connector: FakeConnector, bot: BotProcess, scripts: readonly Script[]) {
    this.connector = connector
    this.bot = bot
    this.#members = scripts.map((script) => {
      const tenant = tenantOf(script)
      const person = new GuidedPerson(connector, bot.messagesUrl, script, { tenantId: tenant })
      return { script, tenant, person }
    })
  }

  /** The companies have their past, and everybody has read the welcome. */
  static async of(scripts: readonly Script[], command: readonly string[]): Promise<Crowd> {
    const folder = await mkdtemp(join(tmpdir(), 'killed-bot-'))
    await withStore(folder, async (store) => {
      for (const script of scripts) await livePast(store, script, tenantOf(script))
    })
    const env = { DATA_DIR: folder, LOG_LEVEL: 'silent' }
    const bot = await startBot({ command, env, timeoutMs: 60_000 })
    const crowd = new Crowd(await startConnector({ personality: 'teams' }), bot, scripts)
    await Promise.all(crowd.#members.map(({ person }) => person.arrives()))
    return crowd
  }

  /** The process is gone once everything is accepted. Who is `waiting` has no answer yet, and the others have. */
  async isKilledAtEachAnswer(isWaiting: (script: Script) => boolean): Promise<void> {
    const waiting = this.#members.filter(({ script }) => isWaiting(script)).map(({ person }) => person)
    const places = waiting.map(({ client }) => encodeURIComponent(client.conversation.id))
    await this.#eachStep(async (all) => {
      this.connector.fail(
        ({ path }) => places.some((place) => path.includes(place)),
        'hang',
        Number.POSITIVE_INFINITY,
      )
      await all(async (person, step) => {
        await person.does(step)
        if (!waiting.includes(person)) await person.sees(step)
      })
      this.connector.recover()
      await this.#dies()
      await all((person, step) => (waiting.includes(person) ? person.sees(step) : Promise.resolve()))
    })
  }

  /** The process dies during the turn; the person repeats the action. */
  async isKilledInEachTurn(): Promise<void> {
    await this.#eachStep(async (all, round) => {
      const done = all((person, step) => person.does(step))
      await delay(round * laterMs)
      await this.#dies()
      await done
      await all((person, step) => person.sees(step, patienceMs).catch(() => untilCommitted(person, step)))
    })
  }

  /** Stored data of the script's company after its past, without the process. */
  async recorded(): Promise<Map<Script, CompanyEvent['type'][]>> {
    await this.bot.kill9()
    return withStore(this.bot.dataDir, async (store) => {
      const logs = this.#members.map(
        async ({ script, tenant }) =>
          [script, (await typesIn(store, tenant)).slice(recordsOf(script.past))] as const,
      )
      return new Map(await Promise.all(logs))
    })
  }

  async end(): Promise<void> {
    await this.bot.kill9()
    await this.connector.close()
    await rm(this.bot.dataDir, { recursive: true, force: true })
  }

  async #eachStep(round: (all: All, at: number) => Promise<void>): Promise<void> {
    const longest = Math.max(...this.#members.map(({ script }) => script.steps.length))
    for (let at = 0; at < longest; at += 1) {
      const here = this.#members.flatMap(({ person, script }) =>
        script.steps.slice(at, at + 1).map((step) => ({ person, step })),
      )
      await round((act) => Promise.all(here.map(({ person, step }) => act(person, step))), at)
    }
  }

  async #dies(): Promise<void> {
    await this.bot.kill9()
    await this.bot.start()
  }
}

const tenantOf = ({ guide, language }: Script) => `${guide}.${language}`

async function untilCommitted(person: GuidedPerson, step: ScriptStep): Promise<void> {
  await person.does(step)
  await person.sees(step)
}

async function typesIn(store: Store, tenant: string): Promise<CompanyEvent['type'][]> {
  const types: CompanyEvent['type'][] = []
  for await (const { event } of store.events(tenant)) types.push(event.type)
  return types
}

async function withStore<T>(folder: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openEmbeddedStore(folder, Date.now)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
