import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { ConnectorClient, Sent } from '../../bot/connector-client.ts'
import { type Courier, createCourier } from '../../bot/courier.ts'
import type { Delivery } from '../../src/core/conversation.ts'
import { createLog } from '../../src/log.ts'
import type { Store } from '../../src/ports.ts'
import { delivery } from '../adapters/contract/subject.ts'

const second = 1000

describe('the courier', () => {
  let clock: sinon.SinonFakeTimers
  let answer: Sent
  let abandoned: Delivery[]
  let courier: Courier
  /** Milliseconds that the channel takes. */
  let latency: number
  const post = sinon.spy(async (_delivery: Delivery) => {
    const said = answer
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
    return said
  })
  const hold = sinon.spy((_places: unknown) => Promise.resolve())
  const acknowledge = sinon.spy((_place: unknown, _receipts: unknown) => Promise.resolve())
  const refuse = () => Promise.reject(new Error('not of the courier'))
  const store: Store = {
    open: refuse,
    commit: refuse,
    acknowledge,
    async *undelivered() {
      yield* abandoned
    },
    glance: refuse,
    async *events() {},
    hold,
    check: refuse,
    close: refuse,
  }
  const connector: ConnectorClient = { post, put: post, hurry: () => undefined, close: async () => undefined }
  const posted = () => post.args.map(([{ id }]) => id)
  const settle = () => clock.tickAsync(0)

  beforeEach(async () => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] })
    for (const spy of [post, hold, acknowledge]) spy.resetHistory()
    answer = { kind: 'sent', activityId: 'x' }
    abandoned = []
    latency = 0
    courier = createCourier(store, connector, createLog('silent'))
    await courier.start()
  })
  afterEach(async () => {
    await courier.idle()
    clock.restore()
  })

  it('looks every half minute for messages that nobody sends', async () => {
    abandoned = [delivery('1'), delivery('2')]
    await clock.tickAsync(29 * second)
    assert.deepEqual(posted(), [])
    await clock.tickAsync(second)
    assert.deepEqual(posted(), ['1', '2'])
  })

  it('tries again then what it could not send, in order with what came since', async () => {
    answer = { kind: 'failed', status: 503 }
    courier.send([delivery('1'), delivery('2')])
    await settle()
    answer = { kind: 'sent' }
    await clock.tickAsync(30 * second)
    assert.deepEqual(posted(), ['1', '1', '2'])
  })

  it('says three times in time that it still cares for what it could not send', async () => {
    answer = { kind: 'failed', status: 503 }
    courier.send([delivery('1', 'c9')])
    await clock.tickAsync(15 * second)
    assert.deepEqual(
      hold.args,
      Array.from({ length: 3 }, () => [[{ tenant: 't1', conversation: 'c9', messages: 1 }]]),
    )
  })

  it('says nothing when nothing waits', async () => {
    await clock.tickAsync(25 * second)
    assert.equal(hold.callCount, 0)
  })

  it('cares for what it sent until the store knows', async () => {
    courier.send([delivery('1')])
    await clock.tickAsync(3 * second)
    assert.deepEqual(acknowledge.args, [
      [{ tenant: 't1', conversation: 'c1' }, [{ delivery: '1', activityId: 'x' }]],
    ])
  })

  it('does not send again what it is sending, nor what the store does not know to be sent', async () => {
    courier.send([delivery('1')])
    abandoned = [delivery('1')]
    await courier.catchUp()
    await settle()
    await courier.catchUp()
    await settle()
    assert.deepEqual(posted(), ['1'])
  })

  it('does not queue twice what the store thinks abandoned', async () => {
    latency = second
    courier.send([delivery('1')])
    abandoned = [delivery('1')]
    await courier.catchUp()
    await clock.tickAsync(3 * second)
    assert.deepEqual(posted(), ['1'])
  })

  it('goes on when the store cannot be looked through', async () => {
    const broken = sinon.stub(store, 'undelivered').throws(new Error('away'))
    await clock.tickAsync(30 * second)
    broken.restore()
    abandoned = [delivery('1')]
    await clock.tickAsync(30 * second)
    assert.deepEqual(posted(), ['1'])
  })

  it('takes receipts back that did not reach the store', () => {
    const place = { tenant: 't1', conversation: 'c1' }
    courier.giveBackReceipts(place, [{ delivery: '1' }])
    assert.deepEqual(courier.takeReceipts(place), [{ delivery: '1' }])
  })
})
