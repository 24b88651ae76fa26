import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { startBot } from '../support/bot/bot-process.ts'
import { ChatClient } from '../support/client/chat-client.ts'
import { startConnector } from '../support/connector/fake-connector.ts'

const forgets = `data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2',()=>void Promise.reject(new Error('nobody caught this')))",
)}`

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a process with an uncaught error', () => {
  it('ends at once, though it is writing, and says why', async function () {
    this.timeout(60_000)
    const connector = await startConnector({ personality: 'teams' })
    const command = ['--import', forgets, '--import', 'tsx', 'bot/main.ts', '--no-chat']
    const bot = await startBot({ command, env: { LOG_LEVEL: 'silent' }, timeoutMs: 50_000 })
    try {
      const pid = bot.pid ?? assert.fail()
      const people = Array.from(
        { length: 20 },
        () => new ChatClient({ connector, botUrl: bot.messagesUrl, patienceMs: 5_000 }),
      )
      const busy = people.map(async (person) => {
        while (isThere(pid) && !(await person.say('technical help')).error);
      })
      await connector.waitForRequest('send', 20_000)
      process.kill(pid, 'SIGUSR2')
      for (let tries = 0; tries < 500 && isThere(pid); tries += 1) await pause(20)
      assert.ok(!isThere(pid))
      assert.match(bot.stderr, /nobody caught this/)
      await Promise.all(busy)
    } finally {
      await bot.kill9()
      await connector.close()
    }
  })
})
