import { type BotProcess, startBot } from '../../support/bot/bot-process.ts'
import type { Grounds } from '../grounds/grounds.ts'
import { openPlainGrounds } from '../grounds/plain.ts'
import { openRegisteredGrounds } from '../grounds/registered.ts'
import { importsOf, type Plant } from '../plants/index.ts'
import { probe } from '../watch/memory.ts'

/** Grounds, and the bot that runs on them: as it is, or with a hole. */
export interface Stage {
  readonly grounds: Grounds
  startBot(): Promise<BotProcess>
}

export async function openStage(isRegistered: boolean, plant?: Plant): Promise<Stage> {
  const grounds = await (isRegistered ? openRegisteredGrounds() : openPlainGrounds())
  const planted = plant ? ['--import', importsOf(plant)] : []
  const command = ['--expose-gc', '--import', probe, '--import', 'tsx', ...planted, ...grounds.entry]
  const env = { ...grounds.env, LOG_LEVEL: 'warn' }
  return { grounds, startBot: () => startBot({ command, env, timeoutMs: 60_000 }) }
}
