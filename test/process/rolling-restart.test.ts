import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type BotProcess, startBot } from '../support/bot/bot-process.ts'

/** Passes each connection on to a bot whose /readyz was green at the last look. */
class Balancer {
  readonly #bots: readonly BotProcess[]
  readonly #ready = new Set<BotProcess>()
  readonly #server: Server
  readonly #looking: NodeJS.Timeout

  constructor(bots: readonly BotProcess[]) {
    this.#bots = bots
    this.#server = createServer((client) => this.#pass(client))
    this.#looking = setInterval(() => void this.look(), 500)
  }

  get port(): number {
    return z.object({ port: z.number() }).parse(this.#server.address()).port
  }

  async open(): Promise<void> {
    await this.look()
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  async look(): Promise<void> {
    await Promise.all(
      this.#bots.map(async (bot) => {
        if (await isReady(bot)) this.#ready.add(bot)
        else this.#ready.delete(bot)
      }),
    )
  }

  close(): void {
    clearInterval(this.#looking)
    this.#server.close()
  }

  #pass(client: Socket): void {
    const [bot] = [...this.#ready].sort(() => Math.random() - 0.5)
    if (!bot) return void client.destroy()
    const upstream = connect(bot.port, '127.0.0.1')
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.pipe(other).on('error', () => one.destroy())
  }
}

async function isReady(bot: BotProcess): Promise<boolean> {
  try {
    return (await fetch(`${bot.url}/readyz`, { headers: { connection: 'close' } })).ok
  } catch {
    return false
  }
}

describe('two bots behind a balancer', function () {
  this.timeout(180_000)
  let bots: BotProcess[]
  let balancer: Balancer

  before(async () => {
    const options = { env: { DRAIN_SECONDS: '3', LOG_LEVEL: 'silent' }, timeoutMs: 60_000 }
    bots = await Promise.all([startBot(options), startBot(options)])
    balancer = new Balancer(bots)
    await balancer.open()
  })
  after(async () => {
    balancer?.close()
    for (const bot of bots ?? []) {
      await bot.kill9()
      await rm(bot.dataDir, { recursive: true, force: true })
    }
  })

  const activity = (id: string) =>
    JSON.stringify({
      type: 'typing',
      id,
      channelId: 'emulator',
      serviceUrl: 'http://127.0.0.1:1/',
      conversation: { id: `c-${id}` },
      from: { id: 'p' },
      recipient: { id: 'bot' },
    })

  const say = (agent: Agent, id: string) =>
    new Promise<string>((resolve) => {
      const headers = { 'content-type': 'application/json' }
      const outgoing = request(
        { port: balancer.port, path: '/api/messages', method: 'POST', headers, agent },
        (response) => void text(response).then(() => resolve(String(response.statusCode))),
      )
      outgoing.on('error', (error) => resolve(`${id}: ${error.message}`)).end(activity(id))
    })

  it('are restarted one after the other, and no activity on connections that are kept alive is refused', async () => {
    let isOver = false
    const answers = new Map<string, number>()
    const people = Array.from({ length: 6 }, async (_, person) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let count = 0; !isOver; count += 1) {
        const answer = await say(agent, `${person}-${count}`)
        answers.set(answer, (answers.get(answer) ?? 0) + 1)
        await pause(40 + person * 20)
      }
      agent.destroy()
    })
    for (const bot of bots) {
      assert.equal(await bot.stop(), 0)
      await bot.start()
      while (!(await isReady(bot))) await pause(50)
      await balancer.look()
    }
    isOver = true
    await Promise.all(people)
    assert.deepEqual([...answers.keys()], ['200'])
  })

  it('end at once at the second signal', async () => {
    const [bot] = bots
    const ended = bot?.stop()
    while (bot && (await isReady(bot))) await pause(20)
    process.kill(bot?.pid ?? 0, 'SIGTERM')
    // By a signal, so it has no exit code.
    assert.equal(await ended, null)
  })
})
