import { ConfigError } from '../src/config/config.ts'
import { askedToStop } from './asked-to-stop.ts'
import { isPortTaken, untilAnswering } from './start/answering.ts'
import { type Child, type Ended, startChild } from './start/child.ts'
import { greeting } from './start/greeting.ts'
import { playgroundSpec } from './start/playground.ts'
import { readSettings, type Settings } from './start/settings.ts'

/** Starts the bot and, unless disabled, the chat; resolves to the exit code once both have ended. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const settings = readSettings(process.env, args)
    await refuseTakenPorts(settings)
    return await run(settings, args)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    return 1
  }
}

async function refuseTakenPorts({ chat, port, chatPort }: Settings): Promise<void> {
  const wanted = chat ? { PORT: port, CHAT_PORT: chatPort } : { PORT: port }
  for (const [name, taken] of Object.entries(wanted)) {
    if (!(await isPortTaken(taken))) continue
    throw new ConfigError(
      `Port ${taken} is in use by another program. Choose another: ${name}=${taken + 1} npm start`,
    )
  }
}

async function run(settings: Settings, args: readonly string[]): Promise<number> {
  const asked = askedToStop()
  const bot = startChild({
    name: 'The bot',
    args: ['--import', 'tsx', 'bot/main.ts', ...args],
    // A person waits for the end, and no other bot takes over.
    env: { DRAIN_SECONDS: process.env.DRAIN_SECONDS ?? '0' },
    quiet: false,
  })
  const children = [bot]
  const serving = serve(settings, bot, children, asked.stop)
  const first = await Promise.race([asked.stopped, bot.ended, serving])
  return stopAll(children, first, asked.hurry)
}

/** Resolves when a child ends that should keep running. */
async function serve(settings: Settings, bot: Child, children: Child[], stop: AbortSignal): Promise<Ended> {
  const over = endOf(bot, stop)
  if (!(await answering(`http://127.0.0.1:${settings.port}/healthz`, over))) return bot.ended
  if (settings.chat) children.push(startChild(playgroundSpec(settings)))
  const last = children.at(-1) ?? bot
  if (settings.chat && !(await answering(`http://127.0.0.1:${settings.chatPort}/`, endOf(last, over))))
    return last.ended
  console.log(greeting(settings))
  return last.ended
}

function endOf(child: Child, outer: AbortSignal): AbortSignal {
  const over = new AbortController()
  void child.ended.then(() => over.abort())
  return AbortSignal.any([over.signal, outer])
}

async function answering(url: string, over: AbortSignal): Promise<boolean> {
  try {
    await untilAnswering(url, over)
    return true
  } catch (error) {
    if (over.aborted) return false
    throw error
  }
}

/** Stops the bot first, as its last messages need the chat. */
async function stopAll(
  children: readonly Child[],
  first: Ended | 'asked',
  hurry: AbortSignal,
): Promise<number> {
  const [bot] = children
  const ended: Ended[] = []
  for (const child of children) ended.push(await child.stop(hurry))
  if (first !== 'asked') return report(first)
  const failed = bot && ended[0]?.code !== 0 ? ended[0] : undefined
  return failed ? report(failed) : 0
}

function report({ name, code, signal, lastLines }: Ended): number {
  for (const line of lastLines) console.error(`  ${line}`)
  console.error(`${name} ended ${signal ? `by ${signal}` : `with exit code ${code}`}.`)
  return code || 1
}
