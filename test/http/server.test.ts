import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import sinon from 'sinon'
import { type RunningServer, type ServerParts, startServer } from '../../src/http/server.ts'
import { createLog } from '../../src/process/log.ts'

const json = { 'Content-Type': 'application/json' }

describe('the server', () => {
  let server: RunningServer
  let logged: string
  const handleActivity = sinon.stub<
    Parameters<ServerParts['handleActivity']>,
    ReturnType<ServerParts['handleActivity']>
  >()
  const ready = sinon.stub<[], Promise<boolean>>()
  const metrics = async () => ({ type: 'text/plain', text: 'counted 1\n' })

  const start = (parts: Partial<ServerParts> = {}) => {
    const write = (line: string) => {
      logged += line
    }
    const config = { host: '127.0.0.1', port: 0 }
    return startServer({
      config,
      log: createLog('info', { write }),
      handleActivity,
      ready,
      metrics,
      ...parts,
    })
  }
  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`
  const post = (body: string, headers: Record<string, string> = json) =>
    fetch(at('/api/messages'), { method: 'POST', body, headers })

  beforeEach(async () => {
    logged = ''
    handleActivity.reset()
    handleActivity.resolves({ status: 200 })
    ready.reset()
    ready.resolves(true)
    server = await start()
  })

  afterEach(() => server.close())

  it('shows what is counted, as text', async () => {
    const answer = await fetch(at('/metrics'))
    assert.deepEqual([answer.status, await answer.text()], [200, 'counted 1\n'])
    assert.equal(answer.headers.get('content-type'), 'text/plain')
  })

  describe('for activities', () => {
    it('hands on the parsed body and the Authorization header', async () => {
      await post('{"type":"message"}', { ...json, Authorization: 'Bearer x' })
      sinon.assert.calledOnceWithExactly(handleActivity, { type: 'message' }, 'Bearer x')
    })

    it('hands on that there is no Authorization header', async () => {
      await post('[1]')
      sinon.assert.calledOnceWithExactly(handleActivity, [1], undefined)
    })

    it('hands on several Authorization headers together, so that none is taken for the only one', async () => {
      const headers = [...Object.entries({ ...json, Host: 'x', Connection: 'close' }).flat()]
      for (const value of ['Bearer x', 'Bearer y']) headers.push('Authorization', value)
      const sent = request(at('/api/messages'), { method: 'POST', headers }).end('{}')
      const [answer]: IncomingMessage[] = await once(sent, 'response')
      answer?.resume()
      sinon.assert.calledOnceWithExactly(handleActivity, {}, 'Bearer x, Bearer y')
    })

    it('reads the body as UTF-8', async () => {
      await post('{"text":"été 🎉"}', { 'Content-Type': 'Application/JSON; charset=utf-8' })
      sinon.assert.calledOnceWithExactly(handleActivity, { text: 'été 🎉' }, undefined)
    })

    it('answers with the status and nothing more when there is nothing to say', async () => {
      handleActivity.resolves({ status: 202 })
      const answer = await post('{}')
      assert.deepEqual([answer.status, await answer.text()], [202, ''])
    })

    it('answers with the status and the body as JSON', async () => {
      handleActivity.resolves({ status: 201, body: { id: '1' } })
      const answer = await post('{}')
      assert.deepEqual([answer.status, await answer.json()], [201, { id: '1' }])
      assert.equal(answer.headers.get('content-type'), 'application/json')
    })

    it('forbids caching and sniffing of answers', async () => {
      const { headers } = await post('{}')
      const found = ['cache-control', 'x-content-type-options'].map((name) => headers.get(name))
      assert.deepEqual(found, ['no-store', 'nosniff'])
    })

    it('answers HEAD, which the Bot Framework asks to see whether the bot is there', async () => {
      assert.equal((await fetch(at('/api/messages'), { method: 'HEAD' })).status, 200)
    })

    it('refuses other methods', async () => {
      assert.equal((await fetch(at('/api/messages'))).status, 405)
    })

    for (const body of ['', '{', 'text', '{"a":1}x']) {
      it(`refuses what is not JSON, in JSON: ${JSON.stringify(body)}`, async () => {
        const answer = await post(body)
        assert.equal(answer.status, 400)
        assert.deepEqual(await answer.json(), { code: 'InvalidContent', message: 'the body is not JSON' })
        sinon.assert.notCalled(handleActivity)
      })
    }

    it('refuses bytes that are not UTF-8, as all of them would become the same character', async () => {
      const body = Buffer.from('{"conversation":{"id":"caf\u00e9"}}', 'latin1')
      const sent = await fetch(at('/api/messages'), { method: 'POST', body, headers: json })
      assert.equal(sent.status, 400)
      sinon.assert.notCalled(handleActivity)
    })

    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      it(`refuses another type: ${type}`, async () => {
        assert.equal((await post('{}', { 'Content-Type': type })).status, 415)
        sinon.assert.notCalled(handleActivity)
      })
    }

    it('refuses a compressed body, which could be any size', async () => {
      assert.equal((await post('{}', { ...json, 'Content-Encoding': 'gzip' })).status, 415)
    })

    it('takes a body of 256 KB', async () => {
      assert.equal((await post(JSON.stringify('x'.repeat(256 * 1024 - 2)))).status, 200)
    })

    it('refuses one byte more', async () => {
      const answer = await post(JSON.stringify('x'.repeat(256 * 1024 - 1)))
      assert.equal(answer.status, 413)
      sinon.assert.notCalled(handleActivity)
    })

    it('refuses a body that is too large without announcing it', async () => {
      const sent = request(at('/api/messages'), { method: 'POST', headers: json })
      for (let part = 0; part < 40; part += 1) sent.write('x'.repeat(64 * 1024))
      sent.end()
      const [answer]: IncomingMessage[] = await once(sent, 'response')
      assert.equal(answer?.statusCode, 413)
      answer?.resume()
    })

    it('gives up a body that does not arrive', async () => {
      await server.close()
      server = await start({ limits: { arrival: 20 } })
      const sent = request(at('/api/messages'), {
        method: 'POST',
        headers: { ...json, 'Content-Length': 10 },
      })
      sent.write('{')
      const [answer]: IncomingMessage[] = await once(sent, 'response')
      assert.deepEqual([answer?.statusCode, answer?.headers.connection], [408, 'close'])
      sent.destroy()
    })

    /** Sends a piece every ten milliseconds, for ever; resolves when it is cut. A reset may swallow the answer. */
    const drip = async (head: string, piece: string) => {
      const socket = connect(server.port, '127.0.0.1')
      let answer = ''
      socket.setEncoding('utf8').on('data', (got) => {
        answer += got
      })
      socket.on('error', () => undefined).write(head)
      const dripping = setInterval(() => socket.write(piece), 10)
      await new Promise((resolve) => socket.once('close', resolve))
      clearInterval(dripping)
      assert.match(answer, /^(HTTP\/1.1 408 |$)/)
    }

    it('cuts off headers that come in drops', async function () {
      this.timeout(5000)
      await server.close()
      server = await start({ limits: { headers: 60, checkInterval: 20 } })
      await drip('POST /api/messages HTTP/1.1\r\nHost: x\r\n', 'X-Drop: 1\r\n')
      sinon.assert.notCalled(handleActivity)
    })

    it('cuts off a request that never ends, though its headers came in time', async function () {
      this.timeout(5000)
      await server.close()
      server = await start({ limits: { headers: 60, request: 60, checkInterval: 20 } })
      const head = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n'
      await drip(`${head}Content-Type: application/json\r\n\r\n`, 'x')
      sinon.assert.notCalled(handleActivity)
    })

    it('survives a client that breaks off', async () => {
      const socket = connect(server.port, '127.0.0.1')
      socket.write(
        'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      )
      await once(socket, 'connect')
      socket.destroy()
      assert.equal((await post('{}')).status, 200)
    })

    it('answers 500 without details when the turn fails, and logs them', async () => {
      handleActivity.rejects(new Error('broken inside'))
      const answer = await post('{}')
      assert.equal(answer.status, 500)
      assert.deepEqual(await answer.json(), { code: 'InternalServer', message: 'something went wrong' })
      assert.match(logged, /broken inside/)
    })
  })

  describe('for operators', () => {
    it('is healthy as soon as it serves', async () => {
      const answer = await fetch(at('/healthz'))
      assert.deepEqual([answer.status, await answer.json()], [200, { status: 'ok' }])
    })

    it('is ready when its parts are', async () => {
      assert.equal((await fetch(at('/readyz'))).status, 200)
    })

    it('is not ready when its parts are not', async () => {
      ready.resolves(false)
      assert.equal((await fetch(at('/readyz'))).status, 503)
    })

    it('is not ready when asking its parts fails, and logs why', async () => {
      ready.rejects(new Error('store is gone'))
      assert.equal((await fetch(at('/readyz'))).status, 503)
      assert.match(logged, /store is gone/)
    })

    it('does not find other paths', async () => {
      assert.equal((await fetch(at('/'))).status, 404)
    })

    it('does not start on a port that is taken', async () => {
      await assert.rejects(start({ config: { host: '127.0.0.1', port: server.port } }), {
        code: 'EADDRINUSE',
      })
    })

    it('listens on all interfaces when no host is named', async () => {
      await server.close()
      server = await start({ config: { host: undefined, port: 0 } })
      assert.equal((await fetch(`http://[::1]:${server.port}/healthz`)).status, 200)
      assert.equal((await fetch(at('/healthz'))).status, 200)
    })
  })

  describe('when it closes', () => {
    it('takes no new connections', async () => {
      await server.close()
      await assert.rejects(fetch(at('/healthz')))
    })

    /** Resolves, when a turn has begun, to the function that ends it. */
    const turnBegun = () =>
      new Promise<() => void>((begun) => {
        handleActivity.callsFake(() => new Promise((resolve) => begun(() => resolve({ status: 201 }))))
      })

    it('lets a running request end', async () => {
      const begun = turnBegun()
      const answer = post('{}')
      const endTurn = await begun
      const closed = server.close()
      endTurn()
      assert.equal((await answer).status, 201)
      await closed
    })

    it('does not wait for connections that are only kept alive', async () => {
      const agent = new Agent({ keepAlive: true })
      const sent = request(at('/healthz'), { agent }).end()
      const [answer]: IncomingMessage[] = await once(sent, 'response')
      if (answer) await text(answer)
      await assert.doesNotReject(server.close())
      agent.destroy()
    })

    it('cuts off a request that does not end in time', async () => {
      await server.close()
      server = await start({ limits: { drain: 30 } })
      const begun = turnBegun()
      const answer = assert.rejects(post('{}'))
      await begun
      await server.close()
      await answer
    })
  })
})
