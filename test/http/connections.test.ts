import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { mostOpenFiles } from '../../src/http/open-files.ts'
import { type RunningServer, type ServerLimits, startServer } from '../../src/http/server.ts'
import { createLog } from '../../src/process/log.ts'

describe('the connections of the server', () => {
  let server: RunningServer
  let logged: string[]
  const open: Socket[] = []

  const start = async (limits: Partial<ServerLimits>) => {
    logged = []
    server = await startServer({
      config: { host: '127.0.0.1', port: 0 },
      log: createLog('info', { write: (line) => logged.push(line) }),
      handleActivity: async () => ({ status: 200 }),
      ready: async () => true,
      metrics: async () => ({ type: 'text/plain', text: '' }),
      limits,
    })
  }
  const dial = (sends = '') => {
    const socket = connect(server.port, '127.0.0.1').on('error', () => undefined)
    open.push(socket)
    if (sends) socket.write(sends)
    return socket.resume()
  }
  const health = async () =>
    (await fetch(`http://127.0.0.1:${server.port}/healthz`, { headers: { connection: 'close' } })).status

  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy()
    await server.close()
  })

  const beginnings: Readonly<Record<string, string>> = {
    'never sends a byte': '',
    'sends one byte': 'P',
    'sends blank lines': '\r\n\r\n',
    'sends a first line': 'POST /api/messages HTTP/1.1\r\n',
    'keeps quiet in its second request': 'GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\nG',
  }
  for (const [name, sends] of Object.entries(beginnings))
    it(`are cut when one ${name}, once the time for its headers is over`, async () => {
      await start({ headers: 100, checkInterval: 20 })
      await once(dial(sends), 'close')
      assert.equal(await health(), 200)
    })

  const asked = async () => {
    const socket = dial('GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\n')
    await once(socket, 'data')
    return socket
  }

  it('are bounded: further ones are closed at once, with one line in the log for all, and there is room again', async () => {
    await start({ connections: 3 })
    const first = [await asked(), await asked(), await asked()]
    const further = Array.from({ length: 20 }, () => dial())
    await Promise.all(further.map((socket) => once(socket, 'close')))
    assert.ok(first.every(({ closed }) => !closed))
    assert.equal(logged.length, 1)
    assert.match(logged[0] ?? '', /"refused":1,"most":3,.*too many connections \(MAX_CONNECTIONS\)/)
    const gone = first.map((socket) => once(socket, 'close'))
    for (const socket of first) socket.destroy()
    await Promise.all(gone)
    let status: number | undefined
    // The server hears of their end a moment later.
    while (status === undefined) status = await health().catch(() => undefined)
    assert.equal(status, 200)
  })

  it('leave room for who asks for something, however many there are that never do', async () => {
    await start({ connections: 3 })
    const kept = await asked()
    const silent = Array.from({ length: 50 }, () => dial())
    await Promise.all(silent.map((socket) => once(socket, 'connect')))
    for (let count = 0; count < 5; count += 1) assert.equal(await health(), 200)
    assert.equal(kept.closed, false)
    assert.equal(logged.length, 1)
  })
})

describe('the files that a process may have open', () => {
  it('are as many as the operating system says', () => {
    if (process.platform === 'win32') return void assert.equal(mostOpenFiles(), Number.POSITIVE_INFINITY)
    const script = "import('./src/http/open-files.ts').then((it) => console.log(it.mostOpenFiles()))"
    const command = `ulimit -n 250; exec '${process.execPath}' --import tsx --input-type=module -e "${script}"`
    assert.equal(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' }).trim(), '250')
  })
})
