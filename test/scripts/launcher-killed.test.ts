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
    const taken = async () => [await isPortTaken(started.port), await isPortTaken(started.chatPort)]
    for (let tries = 0; tries < 600 && (await taken()).includes(true); tries += 1) await pause(50)
    assert.deepEqual(await taken(), [false, false])
    await started.end()
  })
})
