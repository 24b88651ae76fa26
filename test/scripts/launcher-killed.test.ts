import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { isPortTaken } from '../../scripts/start/answering.ts'
import { npmStart } from '../browser/npm-start.ts'

describe('npm start that is killed, so that it can end nothing any more', function () {
  this.timeout(120_000)

  it('leaves neither the bot nor the chat behind, and their ports are free', async () => {
    const started = await npmStart()
    assert.ok((await isPortTaken(started.port)) && (await isPortTaken(started.chatPort)))
    await started.kill9()
    while ((await isPortTaken(started.port)) || (await isPortTaken(started.chatPort))) await pause(50)
    await started.end()
  })
})
