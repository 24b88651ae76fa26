import sinon from 'sinon'
import { createEmbeddedLimits } from '../../../src/adapters/embedded/limits.ts'
import { describeLimits } from '../limits-contract.ts'

describeLimits('memory', async () => {
  const clock = sinon.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  return {
    open: async (rules) => createEmbeddedLimits(rules),
    pass: async (milliseconds) => {
      await clock.tickAsync(milliseconds)
    },
    discard: async () => clock.restore(),
  }
})
