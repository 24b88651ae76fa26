import assert from 'node:assert/strict'
import sinon from 'sinon'
import { startConnector } from '../../support/connector/fake-connector.ts'
import { openBench } from './proactive-bench.ts'

describe('replies to a channel that is down', () => {
  it('wait in any number of conversations, without a word on standard error', async () => {
    const warned = sinon.spy()
    process.on('warning', warned)
    const connector = await startConnector({ personality: 'teams' })
    connector.fail('send', { status: 503 }, Number.POSITIVE_INFINITY)
    const bench = openBench({ connector })
    const replies = Array.from({ length: 30 }, (_, index) => {
      const { unasked, ...reply } = bench.reminder(`m${index}`, `c${index}`)
      return reply
    })
    const sent = bench.send(...replies)
    await connector.waitForRequest(() => connector.requests.length > replies.length)
    await bench.close()
    await sent
    await connector.close()
    process.off('warning', warned)
    assert.deepEqual(warned.args, [])
  })
})
