import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BotProcess, startBot } from '../support/bot/bot-process.ts'
import { ChatClient } from '../support/client/chat-client.ts'
import { type FakeConnector, startConnector } from '../support/connector/fake-connector.ts'

describe('a bot whose data folder is taken away', function () {
  this.timeout(240_000)
  let root: string
  let folder: string
  let connector: FakeConnector
  let bot: BotProcess
  let person: ChatClient

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'lost-folder-'))
    folder = join(root, 'data')
    await mkdir(folder)
    connector = await startConnector({ personality: 'teams' })
    bot = await startBot({ env: { DATA_DIR: folder }, timeoutMs: 100_000 })
    person = new ChatClient({ connector, botUrl: bot.messagesUrl })
    await person.join()
    await person.waitForReply(({ card }) => card !== undefined)
  })
  after(async () => {
    await bot?.kill9()
    await connector.close()
    await rm(root, { recursive: true, force: true })
  })

  const ready = async () => (await fetch(`${bot.url}/readyz`, { headers: { connection: 'close' } })).status
  const hears = async (text: string) => {
    await person.say(text)
    const { activity } = await person.waitForReply(({ kind }) => kind === 'message')
    return String(activity.text ?? 'a card')
  }
  const withRetries = /my records/

  it('is not ready at once, asks people to try again, and says in the log what to do', async () => {
    await rename(folder, join(root, 'elsewhere'))
    assert.equal(await ready(), 503)
    assert.match(await hears('my rewards'), withRetries)
    assert.match(
      bot.stdout,
      /"the data folder [^"]+\(DATA_DIR\) was deleted, moved or replaced[^"]+put it back/,
    )
  })

  it('is ready again, with what it knew, once the folder is put back', async () => {
    await rename(join(root, 'elsewhere'), folder)
    assert.equal(await ready(), 200)
    assert.equal(await hears('my rewards'), 'a card')
  })

  it('does not touch what takes the place of a deleted folder, nor look healthy there', async () => {
    await rm(folder, { recursive: true })
    await mkdir(folder)
    assert.equal(await ready(), 503)
    assert.match(await hears('help'), withRetries)
    assert.deepEqual(await readdir(folder), [])
    const next = await startBot({ env: { DATA_DIR: folder }, timeoutMs: 100_000 })
    assert.deepEqual([await ready(), (await fetch(`${next.url}/readyz`)).status], [503, 200])
    assert.equal(await bot.stop(), 0)
    assert.equal((await fetch(`${next.url}/readyz`)).status, 200)
    await next.kill9()
  })
})
