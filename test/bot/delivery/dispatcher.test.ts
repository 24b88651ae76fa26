import assert from 'node:assert/strict'
import sinon from 'sinon'
import { Dispatcher } from '../../../bot/delivery/dispatcher.ts'
import type { Sent } from '../../../bot/delivery/message-sender.ts'
import { TakenOverMessages } from '../../../bot/delivery/taken-over-messages.ts'
import type { Delivery } from '../../../src/core/conversation/conversation.ts'
import { createLog } from '../../../src/process/log.ts'
import { createMetrics } from '../../../src/process/metrics.ts'
import type { Store } from '../../../src/store/ports.ts'
import { delivery } from '../../adapters/contract/subject.ts'

const second = 1000

describe('the dispatcher', () => {
  let clock: sinon.SinonFakeTimers
  let answer: Sent
  let abandoned: Delivery[]
  let dispatcher: Dispatcher
  let ending: AbortController
  /** Milliseconds that the channel takes. */
  let latency: number
  const post = sinon.spy(async (_delivery: Delivery) => {
    const said = answer
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
    return said
  })
  const lease = sinon.spy((_places: unknown) => Promise.resolve())
  const acknowledge = sinon.spy((_place: unknown, _receipts: unknown) => Promise.resolve())
  const release = sinon.spy((_places: unknown) => Promise.resolve())
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
    lease,
    release,
    amend: refuse,
    check: refuse,
    close: refuse,
  }
  const posted = () => post.args.map(([{ id }]) => id)
  const settle = () => clock.tickAsync(0)

  beforeEach(async () => {
    clock = sinon.useFakeTimers({
      toFake: ['Date', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'],
    })
    for (const spy of [post, lease, acknowledge, release]) spy.resetHistory()
    answer = { kind: 'sent', activityId: 'x' }
    abandoned = []
    latency = 0
    ending = new AbortController()
    const senders = {
      reply: post,
      update: post,
      proactive: post,
      takenOver: new TakenOverMessages(),
      hurry: ending.signal,
    }
    const log = createLog('silent')
    dispatcher = new Dispatcher({ store, senders, counts: createMetrics(), newId: () => 'id', log })
    await dispatcher.start()
  })
  afterEach(async () => {
    ending.abort()
    await dispatcher.idle()
    clock.restore()
  })

  it('checks every half minute for abandoned messages', async () => {
    abandoned = [delivery('1'), delivery('2')]
    await clock.tickAsync(29 * second)
    assert.deepEqual(posted(), [])
    await clock.tickAsync(second)
    assert.deepEqual(posted(), ['1', '2'])
  })

  it('tries again then what it could not send', async () => {
    answer = { kind: 'failed', status: 503 }
    dispatcher.send([delivery('1')])
    await settle()
    answer = { kind: 'sent' }
    await clock.tickAsync(30 * second)
    assert.deepEqual(posted(), ['1', '1'])
  })

  it('tries a reply again when its pause is over, and those behind it after that', async () => {
    answer = { kind: 'failed', status: 503, after: second }
    dispatcher.send([delivery('1'), delivery('2')])
    await clock.tickAsync(second - 1)
    assert.deepEqual(posted(), ['1'])
    answer = { kind: 'sent' }
    await clock.tickAsync(1)
    assert.deepEqual(posted(), ['1', '1', '2'])
  })

  it('lets others pass a reply that has failed for three seconds', async () => {
    answer = { kind: 'failed', status: 500, after: 10 * second }
    dispatcher.send([delivery('1'), delivery('2')])
    await settle()
    answer = { kind: 'sent' }
    await clock.tickAsync(3 * second - 1)
    assert.deepEqual(posted(), ['1'])
    await clock.tickAsync(1)
    assert.deepEqual(posted(), ['1', '2'])
  })

  it('tries what is older first whenever it tries a reply', async () => {
    answer = { kind: 'failed', status: 503, after: 20 * second, isEager: true }
    dispatcher.send([delivery('1'), delivery('2')])
    await clock.tickAsync(5 * second)
    assert.deepEqual(posted(), ['1', '1', '2'])
    answer = { kind: 'sent' }
    dispatcher.send([delivery('3')])
    await settle()
    assert.deepEqual(posted().slice(3), ['1', '2', '3'])
  })

  it('sends updates after the messages that came with them', async () => {
    const update = { ...delivery('update'), replaces: { delivery: '0', activityId: 'x' } }
    dispatcher.send([update, delivery('1'), delivery('2')])
    await settle()
    assert.deepEqual(posted(), ['1', '2', 'update'])
  })

  it('says three times in time that it still cares for what it could not send', async () => {
    answer = { kind: 'failed', status: 503 }
    dispatcher.send([delivery('1', 'c9')])
    await clock.tickAsync(15 * second)
    assert.deepEqual(
      lease.args,
      Array.from({ length: 3 }, () => [[{ tenant: 't1', conversation: 'c9', messages: 1 }]]),
    )
  })

  it('sends replies while proactive messages wait, each in order', async () => {
    latency = 10 * second
    dispatcher.send([
      { ...delivery('1'), unasked: true },
      { ...delivery('2'), unasked: true },
    ])
    latency = 0
    dispatcher.send([delivery('3'), delivery('4')])
    await settle()
    assert.deepEqual(posted(), ['1', '3', '4'])
    await clock.tickAsync(10 * second)
    assert.deepEqual(posted(), ['1', '3', '4', '2'])
  })

  describe('tells that messages have settled', () => {
    const outcome = (...ids: string[]) => {
      const state = { isSettled: false }
      void dispatcher.settled(ids.map((id) => delivery(id, id))).then(() => {
        state.isSettled = true
      })
      return state
    }

    it('when all are sent', async () => {
      latency = second
      dispatcher.send([delivery('1', '1'), delivery('2', '2')])
      const first = outcome('1', '2')
      await clock.tickAsync(second - 1)
      assert.equal(first.isSettled, false)
      await clock.tickAsync(1)
      assert.equal(first.isSettled, true)
    })

    it('when they are given up for now', async () => {
      answer = { kind: 'failed', status: 503 }
      dispatcher.send([delivery('1', '1')])
      const first = outcome('1')
      await settle()
      assert.equal(first.isSettled, true)
    })

    it('when they were sent before, or are not ours', async () => {
      const first = outcome('9')
      await settle()
      assert.equal(first.isSettled, true)
    })

    it('when they have to wait long', async () => {
      latency = 60 * second
      dispatcher.send([delivery('1', '1')])
      const first = outcome('1')
      await clock.tickAsync(6 * second)
      assert.equal(first.isSettled, true)
      await clock.tickAsync(60 * second)
    })
  })

  it('says nothing when nothing waits', async () => {
    await clock.tickAsync(25 * second)
    assert.equal(lease.callCount, 0)
  })

  it('tells the store at once that a reply is sent, when nothing else of its chat is', async () => {
    dispatcher.send([delivery('1')])
    await settle()
    assert.deepEqual(acknowledge.args, [
      [{ tenant: 't1', conversation: 'c1' }, [{ delivery: '1', activityId: 'x' }]],
    ])
  })

  it('tells the store once of what is sent together, but does not wait for long', async () => {
    latency = 600
    dispatcher.send([delivery('1'), delivery('2'), delivery('3')])
    await clock.tickAsync(1_599)
    assert.equal(acknowledge.callCount, 0)
    await clock.tickAsync(1)
    assert.equal(acknowledge.callCount, 1)
    await clock.tickAsync(second)
    assert.equal(acknowledge.callCount, 2)
  })

  it('leaves to others what it could not send, when it ends in order', async () => {
    answer = { kind: 'failed', status: 503 }
    dispatcher.send([delivery('1', 'c9')])
    await settle()
    answer = { kind: 'sent' }
    dispatcher.send([delivery('2', 'c8')])
    await dispatcher.idle()
    assert.deepEqual(release.args, [[[{ tenant: 't1', conversation: 'c9', messages: 1 }]]])
  })

  it('tells the store at once of proactive messages', async () => {
    dispatcher.send([{ ...delivery('1'), unasked: true }])
    await settle()
    assert.deepEqual(acknowledge.args, [
      [{ tenant: 't1', conversation: 'c1' }, [{ delivery: '1', activityId: 'x' }]],
    ])
  })

  it('does not send again what it is sending, nor what the store does not know to be sent', async () => {
    dispatcher.send([delivery('1')])
    abandoned = [delivery('1')]
    await dispatcher.catchUp()
    await settle()
    await dispatcher.catchUp()
    await settle()
    assert.deepEqual(posted(), ['1'])
  })

  it('does not queue twice what the store lists as abandoned', async () => {
    latency = second
    dispatcher.send([delivery('1')])
    abandoned = [delivery('1')]
    await dispatcher.catchUp()
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
    const keys = { tenant: 't1', conversation: 'c1' }
    dispatcher.giveBackReceipts(keys, [{ delivery: '1' }])
    assert.deepEqual(dispatcher.takeReceipts(keys), [{ delivery: '1' }])
  })
})
