import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { loadCards } from '../cards/render-template.ts'
import { createRender } from '../dialogs/engine/render.ts'
import { createUnderstanding } from '../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../dialogs/understanding/vocabulary.ts'
import { loadTranslations } from '../locales/index.ts'
import { openLimits } from '../src/adapters/open-limits.ts'
import { openStore } from '../src/adapters/open-store.ts'
import { noDirectory } from '../src/adapters/unconnected/directory.ts'
import { type Config, ConfigError, readConfig } from '../src/config/config.ts'
import { dayMs } from '../src/core/time/calendar.ts'
import { createDownload } from '../src/http/download.ts'
import { mostOpenFiles } from '../src/http/open-files.ts'
import { type RunningServer, startServer } from '../src/http/server.ts'
import { endAtOnce, endWhenAsked } from '../src/process/ending.ts'
import { createLog, type Log } from '../src/process/log.ts'
import { createMetrics, type Metrics } from '../src/process/metrics.ts'
import { loadPrograms, type Programs } from '../src/programs/index.ts'
import { type Directory, type Store, StoreError } from '../src/store/ports.ts'
import { openPacedClock } from '../src/time/time-lapse.ts'
import { zones } from '../src/time/time-zones.ts'
import type { Channel } from './authentication/channel.ts'
import { type Bot, type BotServices, createBot } from './index.ts'

export interface Running {
  readonly port: number
  readonly store: Store
  /** Reports not ready, and continues to serve for some milliseconds. */
  leave(milliseconds: number): Promise<void>
  /** Lets turns and replies finish, then closes everything in reverse order. */
  stop(): Promise<void>
}

/** Composes the bot and serves it. Throws ConfigError or StoreError before serving. */
export async function start(
  config: Config,
  directory: Directory = noDirectory,
  metrics: Metrics = createMetrics(),
  channel?: Channel,
): Promise<Running> {
  const programs = programsFrom(config)
  const log = createLog(config.logLevel)
  const kept = await openKept(config, log)
  const address = { url: config.publicUrl }
  const given = { directory, metrics, channel, programs, log }
  const bot = createBot({ ...settingsIn(config), ...kept, ...given, ...own(), publicUrl: () => address.url })
  const server = await serve(config, kept, bot, { log, metrics })
  // Without authentication only this machine can reach it.
  if (config.identity.kind === 'none') address.url ??= `http://127.0.0.1:${server.port}`
  await bot.start()
  return running(server, bot, kept, log)
}

/** Opens everything that lives as long as the bot, and its clock. */
async function openKept(config: Config, log: Log) {
  const time = await openPacedClock(config.dataDir, config.day)
  const opened = await openStore(config, time, { log })
  const limits = await openLimits(config, { clock: time.clock, log })
  return { ...opened, limits, clock: time.clock }
}

type Kept = Awaited<ReturnType<typeof openKept>>

const settingsIn = (config: Config) => ({
  retention: config.retentionDays * dayMs,
  identity: config.identity,
  allowedTenants: config.allowedTenants,
  serviceHosts: config.serviceHosts,
  messagesPerMinute: config.messagesPerMinute,
})

/** Services independent of settings. */
const own = () => ({ ...words(), zones, wallClock: Date.now, newId: randomUUID })

function serve(
  config: Config,
  { store, storedData, clock }: Kept,
  bot: Bot,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): Promise<RunningServer> {
  return startServer({
    config,
    log,
    handleActivity: bot.handle,
    ready: () => store.check().then(yes),
    metrics: metrics.text,
    download: createDownload({ store, storedData, clock, newId: randomUUID }),
    limits: { connections: config.maxConnections ?? mostConnections() },
  })
}

function running(server: RunningServer, bot: Bot, { store, limits }: Kept, log: Log): Running {
  const leave = async (milliseconds: number) => {
    log.info({ milliseconds }, 'asked to end: serving on, not ready for more')
    await server.leave(milliseconds)
  }
  const stop = async () => {
    await server.close()
    await bot.stop()
    await limits.close()
    await store.close()
  }
  return { port: server.port, store, leave, stop }
}

let spoken: Pick<BotServices, 'translationsFor' | 'render' | 'understanding'> | undefined

/** Language services, loaded once per process. */
function words() {
  spoken ??= {
    translationsFor: loadTranslations(),
    render: createRender(loadCards()),
    understanding: createUnderstanding(loadVocabularies()),
  }
  return spoken
}

/** Loads the programs; new companies get the configured version. Throws ConfigError if it is unknown. */
function programsFrom({ program }: Config): Programs {
  const programs = loadPrograms()
  const chosen = program === undefined ? programs.default : programs.byId.get(program)
  if (!chosen) throw new ConfigError(`PROGRAM: expected one of ${[...programs.byId.keys()].join(', ')}`)
  return { ...programs, default: chosen }
}

const yes = () => true

/** Half of the files that may be open; the rest is for channel, store and others. */
const mostConnections = () => Math.min(10_000, Math.floor(mostOpenFiles() / 2))

async function run(): Promise<void> {
  process.on('uncaughtException', die)
  const config = readConfig(process.env, process.argv.slice(2))
  const running = await start(config, noDirectory, createMetrics({ ofProcess: true }))
  process.stdout.write(`Rewards Guide is listening on http://127.0.0.1:${running.port}\n`)
  endWhenAsked(running, config.drain)
}

function die(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : typeof error}\n`)
  endAtOnce()
}

function fail(error: unknown): never {
  const isExpected = error instanceof ConfigError || error instanceof StoreError
  process.stderr.write(
    `${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run().catch(fail)
