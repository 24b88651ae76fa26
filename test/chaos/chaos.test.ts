import assert from 'node:assert/strict'
import { needRedis } from '../support/redis-server.ts'
import { type ChaosReport, chaos } from './run.ts'
import { promises } from './verdict.ts'

const conversations = 40

/** `npm run chaos -- --conversations 1000` is the same on a larger scale. */
describe('forty conversations with two bots that are killed every second, and a Redis that is killed twice', function () {
  this.timeout(180_000)
  let report: ChaosReport

  before(async function () {
    needRedis(this)
    report = await chaos({ seed: 3, conversations, seconds: 8, atOnce: 40 })
  })

  it('all come to their receipt', () => {
    assert.equal(report.done, conversations, report.stuck.join('\n'))
  })

  it('were under fire', () => {
    assert.ok(report.kills > 0)
    assert.equal(report.redisKills, 2)
  })

  for (const [promise, isKept] of Object.entries(promises))
    it(`keep the promise: ${promise}`, () => {
      assert.ok(isKept(report), JSON.stringify(report, undefined, 1))
    })
})
