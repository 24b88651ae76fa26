import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Certificate, makeCertificate } from '../../support/bot/certificate.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'

const child = fileURLToPath(new URL('tls-child.ts', import.meta.url))

describe('Redis over TLS', function () {
  this.timeout(20_000)
  let folder: string
  let server: RedisServer
  let terminator: Server

  before(async function () {
    needRedis(this)
    folder = await mkdtemp(join(tmpdir(), 'tls-'))
    server = await startRedis()
    terminator = await terminate(makeCertificate(folder), server.port)
  })
  after(async () => {
    terminator?.close()
    await server?.stop()
    if (folder) await rm(folder, { recursive: true })
  })

  /** A process of its own, as Node reads the authorities to trust only when it starts. */
  const open = async (scheme: string, trusted: boolean) => {
    const { port } = z.object({ port: z.number() }).parse(terminator.address())
    const env = { ...process.env, ...(trusted && { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') }) }
    const args = ['--import', 'tsx', child, `${scheme}://localhost:${port}`]
    return (await promisify(execFile)(process.execPath, args, { env })).stdout
  }

  it('serves where the certificate is trusted', async () => {
    assert.equal(await open('rediss', true), 'served')
  })

  it('is refused where it is not', async () => {
    assert.match(await open('rediss', false), /cannot be reached: self-signed certificate/)
  })
})

/** Takes TLS off, as the front of a managed Redis does. */
async function terminate(certificate: Certificate, port: number): Promise<Server> {
  const server = createServer(certificate, (secure) => {
    const plain = connect(port, '127.0.0.1')
    secure.pipe(plain).pipe(secure)
    secure.on('error', () => plain.destroy())
    plain.on('error', () => secure.destroy())
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return server
}
