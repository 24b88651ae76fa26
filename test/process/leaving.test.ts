import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import {
  type ActivityAnswer,
  type RunningServer,
  type ServerParts,
  startServer,
} from '../../src/http/server.ts'
import { createLog } from '../../src/process/log.ts'

const post = (body = '{}') =>
  `POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: bot\r\n\r\n`

/** A connection that a client keeps alive. */
class Line {
  readonly socket: Socket
  readonly closed: Promise<unknown>
  got = ''

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1')
    this.closed = once(this.socket, 'close')
    this.socket.setEncoding('utf8').on('data', (text) => {
      this.got += text
    })
  }

  /** Sends this, and resolves to the head of the next answer. */
  async ask(text: string): Promise<string> {
    const before = this.got.length
    this.socket.write(text)
    while (!this.got.slice(before).includes('\r\n\r\n')) await once(this.socket, 'data')
    return this.got.slice(before)
  }
}

describe('a server that was asked to end', () => {
  let server: RunningServer
  let answerTo: () => Promise<ActivityAnswer>
  const lines: Line[] = []
  const line = () => {
    const made = new Line(server.port)
    lines.push(made)
    return made
  }

  beforeEach(async () => {
    answerTo = async () => ({ status: 200 })
    const parts: ServerParts = {
      config: { host: '127.0.0.1', port: 0 },
      log: createLog('silent'),
      handleActivity: () => answerTo(),
      ready: async () => true,
      metrics: async () => ({ type: 'text/plain', text: '' }),
    }
    server = await startServer(parts)
  })
  afterEach(async () => {
    for (const { socket } of lines.splice(0)) socket.destroy()
    await server.close()
  })

  it('is not ready any more at once, but healthy, and takes activities on new connections', async () => {
    const left = server.leave(300)
    assert.match(await line().ask(get('/readyz')), /^HTTP\/1\.1 503 /)
    assert.match(await line().ask(get('/healthz')), /^HTTP\/1\.1 200 /)
    assert.match(await line().ask(post()), /^HTTP\/1\.1 200 /)
    await left
  })

  it('tells who keeps a connection alive to take another next time, in each answer', async () => {
    const kept = line()
    assert.doesNotMatch(await kept.ask(post()), /connection: close/i)
    const left = server.leave(100)
    assert.match(await kept.ask(post()), /^HTTP\/1\.1 200 [\s\S]*connection: close/i)
    await kept.closed
    for (const path of ['/readyz', '/healthz', '/metrics', '/unknown'])
      assert.match(await line().ask(get(path)), /connection: close/i, path)
    await left
  })

  it('tells so in the answer to an activity that came before', async () => {
    const begun = new Promise<() => void>((begin) => {
      answerTo = () => new Promise((end) => begin(() => end({ status: 201 })))
    })
    const kept = line()
    const answer = kept.ask(post())
    const endTurn = await begun
    const left = server.leave(50)
    endTurn()
    assert.match(await answer, /^HTTP\/1\.1 201 [\s\S]*connection: close/i)
    await left
  })

  it('answers what is sent into a kept connection after it closed its port', async () => {
    const kept = line()
    await kept.ask(get('/healthz'))
    await server.leave(1000)
    const closed = server.close()
    assert.match(await kept.ask(post()), /^HTTP\/1\.1 200 [\s\S]*connection: close/i)
    await closed
  })

  it('waits neither for connections that are only kept alive nor for those that never sent a byte', async () => {
    const [silent, kept] = [line(), line()]
    await Promise.all([once(silent.socket, 'connect'), kept.ask(get('/healthz'))])
    await server.leave(20)
    await server.close()
    await Promise.all([silent.closed, kept.closed])
    assert.equal(silent.got, '')
  })
})
