import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BotProcess, startBot } from './bot-process.ts'

const program = `
import { createServer } from 'node:http'
import { appendFileSync, readFileSync } from 'node:fs'
appendFileSync(process.env.DATA_DIR + '/starts', 'x')
const starts = readFileSync(process.env.DATA_DIR + '/starts', 'utf8').length
const server = createServer((request, response) => {
  response.writeHead(request.url === '/healthz' ? 200 : 404).end(String(starts))
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log(process.env.GREETING + ' listening on http://127.0.0.1:' + server.address().port)
})
process.on('SIGTERM', () => { console.error('bye'); server.close(() => process.exit(3)); server.closeAllConnections() })
`

describe('a bot in a process of its own', () => {
  let directory: string
  let bot: BotProcess

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bot-process-'))
    await writeFile(join(directory, 'bot.mjs'), program)
    const env = { GREETING: 'hello', DATA_DIR: directory }
    bot = await startBot({ command: [join(directory, 'bot.mjs')], env })
  })

  afterEach(async () => {
    await bot.kill9()
    await rm(directory, { recursive: true })
  })

  const starts = async () => (await fetch(`${bot.url}/healthz`, { headers: { connection: 'close' } })).text()

  it('answers where it said that it listens', async () => {
    assert.equal(await starts(), '1')
  })

  it('tells what it printed', async () => {
    assert.match(bot.stdout, /^hello listening/)
    await bot.stop()
    assert.equal(bot.stderr, 'bye\n')
  })

  it('gives its exit code when it is stopped', async () => {
    assert.equal(await bot.stop(), 3)
  })

  it('is gone after kill -9, without a word', async () => {
    await bot.kill9()
    await assert.rejects(fetch(bot.url))
    assert.equal(bot.stderr, '')
  })

  it('starts again after a kill on the same port with the same data', async () => {
    const { port } = bot
    await bot.kill9()
    await bot.restart()
    assert.deepEqual([bot.port, await starts()], [port, '2'])
  })

  it('stops before it starts again', async () => {
    const { pid } = bot
    await bot.restart()
    assert.notEqual(bot.pid, pid)
    assert.equal(await starts(), '2')
  })

  it('has its own data directory when none is given', async () => {
    const other = await startBot({ command: [join(directory, 'bot.mjs')] })
    assert.ok(other.dataDir !== directory && existsSync(join(other.dataDir, 'starts')))
    await other.kill9()
    await rm(other.dataDir, { recursive: true })
  })

  it('shows what a bot printed that does not start', async () => {
    await writeFile(join(directory, 'broken.mjs'), 'throw new Error("no such setting")')
    await assert.rejects(
      startBot({ command: [join(directory, 'broken.mjs')] }),
      /ended before it listened[\s\S]*no such setting/,
    )
  })
})
