import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BotProcess, startBot } from '../support/bot-process.ts'
import { ChatClient } from '../support/chat-client.ts'
import { type FakeConnector, startConnector } from '../support/fake-connector.ts'
import { type Aftermath, aftermath } from './after.ts'
import { judgeLog } from './bot-log.ts'
import { ChannelWatch } from './channel-watch.ts'
import { Crowd } from './crowd.ts'
import { Line } from './line.ts'
import { probe, type Sample } from './memory.ts'
import { Loot } from './seeds.ts'
import { shoot } from './shooting.ts'
import { prepareVictim, type Victim } from './victim.ts'

export interface FuzzOptions {
  readonly seed: number
  readonly count: number
  /** Posts at the same time. */
  readonly atOnce: number
  readonly say?: (line: string) => void
}

export interface FuzzReport extends Aftermath {
  /** Answers that no activity may get, with the activity. */
  readonly wrongAnswers: readonly string[]
  /** What the bot's log tells of things that broke. */
  readonly logFaults: readonly string[]
  readonly stderr: string
  /** Activities whose people were told that something went wrong. */
  readonly brokenTurns: readonly string[]
  readonly channelFaults: readonly string[]
  readonly exitCode: number | null
  /** Whether somebody new is helped afterwards. */
  readonly helps: boolean
  readonly memory: readonly Sample[]
  readonly figures: Readonly<Record<string, unknown>>
}

interface Stage {
  readonly options: FuzzOptions
  readonly folder: string
  readonly connectors: readonly [FakeConnector, FakeConnector]
  readonly loot: Loot
  readonly victim: Victim
}

/** Posts mutated activities of many people to a bot, and looks at everything that comes of it. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzzed-bot-'))
  const teams = await startConnector({ personality: 'teams' })
  const emulator = await startConnector({ personality: 'emulator' })
  try {
    const loot = new Loot()
    const victim = await prepareVictim(folder, teams, loot)
    return await underFire({ options, folder, connectors: [teams, emulator], loot, victim })
  } finally {
    await teams.close()
    await emulator.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const command = ['--expose-gc', '--import', probe, '--import', 'tsx', 'src/main.ts', '--no-chat']

async function underFire(stage: Stage): Promise<FuzzReport> {
  const env = { DATA_DIR: stage.folder, LOG_LEVEL: 'warn' }
  const bot = await startBot({ command, env, timeoutMs: 60_000 })
  const line = new Line(bot.port)
  try {
    return await judged(stage, bot, line)
  } finally {
    line.close()
    await bot.kill9()
  }
}

async function judged(stage: Stage, bot: BotProcess, line: Line): Promise<FuzzReport> {
  const { options, folder, connectors, loot, victim } = stage
  const watch = new ChannelWatch(connectors, victim.conversation)
  const crowd = new Crowd(connectors, options.seed, loot, victim)
  const shooting = await shoot({ options, bot, crowd, line, watch })
  const helps = await isHelpful(bot, connectors[0], watch)
  crowd.tenants.add(newcomers)
  const exitCode = await bot.stop()
  const { faults: logFaults, warnings } = judgeLog(bot.stdout)
  const { channelFaults, brokenTurns, counts } = watch
  const { wrongAnswers, memory, figures } = shooting
  return {
    ...(await aftermath(folder, crowd.tenants, victim)),
    ...{ wrongAnswers, memory, logFaults, channelFaults, brokenTurns, exitCode, helps },
    stderr: bot.stderr,
    figures: { ...figures, ...counts, warnings },
  }
}

const newcomers = 'newcomers'

function isHelpful(bot: BotProcess, connector: FakeConnector, watch: ChannelWatch): Promise<boolean> {
  const client = new ChatClient({ connector, botUrl: bot.messagesUrl, tenantId: newcomers })
  watch.expectAll(client.conversation.id)
  return client
    .say('help')
    .then(() => client.waitForReply(({ card }) => card?.heading === 'What can I do for you?'))
    .then(
      () => true,
      () => false,
    )
}
