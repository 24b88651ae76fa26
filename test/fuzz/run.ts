import type { BotProcess } from '../support/bot/bot-process.ts'
import { ChatClient } from '../support/client/chat-client.ts'
import { Crowd } from './cast/crowd.ts'
import { prepareNeighbour } from './cast/neighbour.ts'
import { openStage, type Stage } from './cast/stage.ts'
import { prepareVictim, type Victim } from './cast/victim.ts'
import { Line } from './input/line.ts'
import { Loot } from './input/seeds.ts'
import { shoot } from './input/shooting.ts'
import type { Plant } from './plants/index.ts'
import { type Aftermath, aftermath } from './watch/after.ts'
import { judgeLog } from './watch/bot-log.ts'
import { ChannelWatch } from './watch/channel-watch.ts'
import { markerOf } from './watch/marker.ts'
import type { Sample } from './watch/memory.ts'
import { PrivacyWatch } from './watch/privacy-watch.ts'
import { SharedPlaces } from './watch/shared-places.ts'

export interface FuzzOptions {
  readonly seed: number
  readonly count: number
  /** Posts at the same time. */
  readonly atOnce: number
  /** The bot runs on a real Redis and with a registration, so that tokens are checked. */
  readonly isRegistered?: boolean
  /** A hole that the bot gets. */
  readonly plant?: Plant
  readonly say?: (line: string) => void
}

export interface FuzzReport extends Aftermath {
  /** Answers that no activity may get, with the activity. */
  readonly wrongAnswers: readonly string[]
  /** Failures in the bot's log. */
  readonly logFaults: readonly string[]
  readonly stderr: string
  /** Activities answered with an error reply. */
  readonly brokenTurns: readonly string[]
  readonly channelFaults: readonly string[]
  /** Words of a company where they do not belong. */
  readonly privacyFaults: readonly string[]
  readonly exitCode: number | null
  /** Tests that a new person gets help afterwards. */
  readonly helps: boolean
  readonly memory: readonly Sample[]
  readonly figures: Readonly<Record<string, unknown>>
}

/** People besides the crowd. */
interface Cast {
  readonly loot: Loot
  readonly victim: Victim
  readonly neighbour: string
}

/** Posts mutated activities of many people to a bot, and looks at everything that comes of it. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const stage = await openStage(options.isRegistered ?? false, options.plant)
  try {
    const loot = new Loot()
    const victim = await prepareVictim(stage, loot)
    const neighbour = await prepareNeighbour(stage.grounds.env)
    return await underFire(options, stage, { loot, victim, neighbour })
  } finally {
    await stage.grounds.close()
  }
}

async function underFire(options: FuzzOptions, stage: Stage, cast: Cast): Promise<FuzzReport> {
  const bot = await stage.startBot()
  const line = new Line(bot.port)
  try {
    return await judged(options, stage, cast, bot, line)
  } finally {
    line.close()
    await bot.kill9()
  }
}

async function judged(
  options: FuzzOptions,
  stage: Stage,
  cast: Cast,
  bot: BotProcess,
  line: Line,
): Promise<FuzzReport> {
  const { env, connectors, tokens } = stage.grounds
  const { victim, neighbour } = cast
  const shared = new SharedPlaces()
  const privacy = new PrivacyWatch(shared)
  privacy.tell(neighbour, markerOf(neighbour))
  const watch = new ChannelWatch(connectors, victim.conversation, privacy)
  const crowd = new Crowd({ ...cast, connectors, tokens, shared, seed: options.seed })
  const { wrongAnswers, memory, figures } = await shoot({ options, bot, crowd, line, watch, tokens })
  const helps = await isHelpful(bot, stage, watch)
  crowd.tenants.add(newcomers)
  const exitCode = await bot.stop()
  const { faults: logFaults, warnings } = judgeLog(bot.stdout)
  const { channelFaults, brokenTurns, counts } = watch
  return {
    ...(await aftermath(env, new Set([...crowd.tenants, neighbour]), victim, shared)),
    wrongAnswers,
    memory,
    logFaults,
    channelFaults,
    brokenTurns,
    exitCode,
    helps,
    privacyFaults: privacy.faults,
    stderr: bot.stderr,
    figures: { ...figures, ...counts, brokenTurns: brokenTurns.length, warnings },
  }
}

const newcomers = 'newcomers'

function isHelpful(
  { messagesUrl }: BotProcess,
  { grounds: { connectors, tokens } }: Stage,
  watch: ChannelWatch,
): Promise<boolean> {
  const who = { tenantId: newcomers, authorization: tokens?.genuine }
  const client = new ChatClient({ connector: connectors[0], botUrl: messagesUrl, ...who })
  watch.expectAll(client.conversation.id)
  return client
    .say('help')
    .then(() => client.waitForReply(({ card }) => card?.heading === 'What can I do for you?'))
    .then(
      () => true,
      () => false,
    )
}
