import assert from 'node:assert/strict'
import type { Call } from './channel.ts'
import { judge, unkept } from './verdict.ts'

const call = (some: Partial<Call> = {}): Call => ({
  at: 0,
  answered: 10,
  process: 1,
  conversation: 'a|0',
  message: 'm',
  fate: 'taken',
  ...some,
})
const chat = (conversation = 'a|0', reminders = 1) => ({ tenant: 'a', conversation, reminders })
const broken = (calls: readonly Call[], chats = [chat()], killed = new Map<number, number>()) =>
  unkept(judge(calls, chats, killed))

describe('the verdict on a storm', () => {
  it('finds nothing wrong where every message arrived once', () => {
    const calls = [
      call(),
      call({ conversation: 'a|1', fate: 'busy' }),
      call({ conversation: 'a|1', at: 900 }),
    ]
    assert.deepEqual(broken(calls, [chat(), chat('a|1')]), [])
  })

  it('finds what was lost without a reason', () => {
    assert.deepEqual(broken([call()], [chat('a|0', 2)]), ['lost in a|0'])
    for (const fate of ['bad-gateway', 'not-found', 'unauthorized'] as const)
      assert.deepEqual(broken([call({ fate })]), ['lost in a|0'])
  })

  for (const fate of ['reset', 'gone'] as const)
    it(`takes a reason for an answer: ${fate}`, () => assert.deepEqual(broken([call({ fate })]), []))

  it('takes a bot that gave up waiting for a reason, but not one that was killed', () => {
    const calls = [call({ fate: 'unread' })]
    assert.deepEqual(broken(calls), [])
    assert.deepEqual(broken(calls, [chat()], new Map([[1, 5]])), ['lost in a|0'])
  })

  it('finds what arrived twice, also without a response to the first', () => {
    assert.deepEqual(broken([call({ fate: 'lost-answer' }), call({ at: 5000, process: 2 })]), [
      'sent twice: a|0 m',
    ])
  })

  it('finds what was said twice, in other words', () => {
    assert.deepEqual(broken([call(), call({ at: 5000, message: 'n' })]), ['told twice in a|0'])
  })

  it('bears what arrived twice because its process was killed in between', () => {
    const calls = [call(), call({ at: 5000, process: 2 })]
    assert.deepEqual(broken(calls, [chat()], new Map([[1, 3000]])), [])
    assert.equal(broken(calls, [chat()], new Map([[1, 6000]])).length, 1)
  })

  it('finds more than the channel takes, throttled or not, in any stretch of time', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        call({ at: 700 + index * 20, conversation: `a|${index}`, message: `${index}` }),
      )
    const chats = (count: number) => Array.from({ length: count }, (_, index) => chat(`a|${index}`))
    assert.deepEqual(broken(many(40), chats(40)), [])
    assert.deepEqual(broken(many(41), chats(41)), ['over the limit: tenant in 1 s'])
    const inOneChat = many(9).map((one) => ({ ...one, at: one.at * 8, conversation: 'a|0' }))
    assert.deepEqual(broken(inOneChat, [chat('a|0', 9)]), ['over the limit: conversation in 2 s'])
  })

  it('finds calls in spite of a pause, but not those that were on their way', () => {
    const throttled = call({ fate: 'throttled', answered: 100 })
    const later = (at: number) => call({ at, conversation: 'a|1' })
    const chats = [chat(), chat('a|1')]
    assert.deepEqual(broken([throttled, later(400), call({ at: 2200 })], chats), [])
    assert.deepEqual(broken([throttled, later(1500), call({ at: 2200 })], chats), [
      'a call 1400 ms after the channel asked for a pause',
    ])
  })
})
