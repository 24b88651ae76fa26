import assert from 'node:assert/strict'
import type { Fault } from '../../support/connector/connector-fault.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { type BenchOptions, openBench } from './proactive-bench.ts'

const forEver = Number.POSITIVE_INFINITY
const lost = (reason: string) => `replies_lost_total{reason="${reason}"}`

describe('a reply', () => {
  let connector: FakeConnector
  let bench: ReturnType<typeof openBench>

  beforeEach(async () => {
    connector = await startConnector({ personality: 'teams' })
    for (const id of ['chat', 'other'])
      connector.world.open({ id, kind: 'personal', bot: { id: 'bot' }, people: [{ id: 'ann' }] })
    bench = openBench({ connector })
  })
  afterEach(async () => {
    await bench.close()
    await connector.close()
  })

  const reopen = async (options: Partial<BenchOptions>) => {
    await bench.close()
    bench = openBench({ connector, ...options })
  }
  const shown = (id = 'chat') => connector.conversation(id).messages.map(({ shown }) => shown.text)
  /** The update of a message that the person sees. */
  const update = async (id = 'update') => {
    await bench.send(bench.reply('card', 'chat'))
    connector.requests.length = 0
    const [message] = connector.conversation('chat').messages
    return bench.reply(id, 'chat', { replaces: { delivery: 'card', activityId: message?.id ?? '' } })
  }
  const methods = () => connector.requests.map(({ method }) => method)

  describe('survives', () => {
    const faults: Readonly<Record<string, Fault>> = {
      ...Object.fromEntries(
        [401, 403, 404, 412, 429, 500, 502, 503, 504].map((status) => [`${status}`, { status }]),
      ),
      'a chat that is not found': { status: 404, body: { error: { code: 'ConversationNotFound' } } },
      'a connection that breaks': 'reset',
      'an answer that is lost': 'lose-answer',
      'no answer in time': 'hang',
      408: { status: 408 },
    }
    for (const [name, fault] of Object.entries(faults))
      it(`${name}, and comes before the next one`, async () => {
        connector.fail('send', fault)
        await bench.send(bench.reply('1', 'chat'), bench.reply('2', 'chat'))
        const texts = shown().filter((text, index, all) => all.indexOf(text) === index)
        assert.deepEqual(
          [texts, bench.acknowledged],
          [
            ['1', '2'],
            ['1', '2'],
          ],
        )
        assert.deepEqual([bench.hasLost(), await bench.count('replies_retried_total')], [false, 1])
      })

    it('that the message was deleted which it answers', async () => {
      connector.fail(/activities\/gone/, { status: 404 }, forEver)
      await bench.send(bench.reply('1', 'chat', { replyTo: 'gone' }))
      assert.deepEqual(shown(), ['1'])
    })

    it('a pause for which the channel asks', async () => {
      connector.fail('send', { status: 429, headers: { 'retry-after': '0.2' } })
      await bench.send(bench.reply('1', 'chat'))
      const [first = 0, second = 0] = connector.requests.map(({ at }) => at)
      assert.ok(second - first >= 190, `only ${second - first} ms later`)
    })
  })

  describe('is dropped, counted and reported', () => {
    const givenUp = async (reason: string) => {
      assert.deepEqual([bench.acknowledged, bench.hasLost()], [['1'], true])
      assert.equal(await bench.count(lost(reason)), 1)
    }

    for (const status of [500, 404, 401, 503])
      it(`when it has failed for a minute: ${status}`, async () => {
        const committed = Date.now()
        await reopen({ wallClock: () => committed + 70_000 })
        connector.fail('send', { status }, forEver)
        await bench.send(bench.reply('1', 'chat', { at: committed }))
        assert.equal(connector.requests.length, 3)
        await givenUp('expired')
      })

    for (const status of [400, 405, 413, 501])
      it(`at once when the channel will never take it: ${status}`, async () => {
        connector.fail('send', { status })
        await bench.send(bench.reply('1', 'chat'))
        assert.equal(connector.requests.length, 1)
        await givenUp('refused')
      })

    it('after three attempts that may all be there', async () => {
      connector.fail('send', 'lose-answer', forEver)
      await bench.send(bench.reply('1', 'chat'))
      assert.deepEqual(shown(), ['1', '1', '1'])
      await givenUp('ambiguous')
    })

    it('but stays while the loss cannot be recorded, without being sent again', async () => {
      await reopen({ isBroken: true })
      connector.fail('send', { status: 413 })
      await bench.send(bench.reply('1', 'chat'))
      await bench.dispatcher.catchUp()
      await bench.dispatcher.idle()
      assert.deepEqual([connector.requests.length, bench.acknowledged], [1, []])
      assert.equal(await bench.count(lost('refused')), 1)
    })
  })

  it('is not reported where the person has blocked the bot', async () => {
    connector.fail('send', { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } })
    await bench.send(bench.reply('1', 'chat'))
    assert.deepEqual([bench.acknowledged, bench.hasLost()], [['1'], false])
  })

  describe('that fails always', () => {
    for (const fault of ['hang', 'reset', { status: 500 }, { status: 404 }, { status: 503 }] as const)
      it(`lets the next ones pass after a moment: ${JSON.stringify(fault)}`, async () => {
        await reopen({ replies: { pauses: [60_000], unclear: [60_000] } })
        connector.fail(/"text":"1"/, fault, forEver)
        bench.dispatcher.send([bench.reply('1', 'chat'), bench.reply('2', 'chat'), bench.reply('3', 'chat')])
        await connector.waitForRequest(/"text":"3"/, 10_000)
        await bench.close()
        assert.deepEqual(shown(), ['2', '3'])
        assert.deepEqual(bench.held, ['chat'])
      })

    it('holds up nothing in other chats', async () => {
      connector.fail(/"text":"1"/, 'hang', forEver)
      bench.dispatcher.send([bench.reply('1', 'chat'), bench.reply('2', 'other')])
      await connector.waitForRequest(/"text":"2"/)
      await connector.waitForRequest(/"text":"1"/)
      assert.equal(connector.requests.length, 2)
    })
  })

  it('that waits is sent before a new one, once the channel is there again', async () => {
    await reopen({ replies: { pauses: [20_000] } })
    connector.fail('send', { status: 503 })
    bench.dispatcher.send([bench.reply('1', 'chat')])
    await connector.waitForRequest('send')
    await bench.dispatcher.settled([bench.reply('1', 'chat')])
    await bench.send(bench.reply('2', 'chat'))
    assert.deepEqual(shown(), ['1', '2'])
  })

  describe('that is the update of a card', () => {
    for (const status of [404, 412, 500, 503])
      it(`ends after three attempts: ${status}`, async () => {
        const delivery = await update()
        connector.fail('update', { status }, forEver)
        await bench.send(delivery)
        assert.deepEqual(
          [methods(), bench.acknowledged],
          [
            ['PUT', 'PUT', 'PUT'],
            ['card', 'update'],
          ],
        )
        assert.equal(await bench.count('card_updates_failed_total{of="reply"}'), 1)
        assert.equal(bench.hasLost(), false)
      })

    it('ends at once where the person has deleted the card', async () => {
      const delivery = await update()
      connector.fail('update', { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } })
      await bench.send(delivery)
      assert.deepEqual(methods(), ['PUT'])
    })

    for (const fault of ['hang', 'reset', { status: 500 }] as const)
      it(`holds up no message, before or behind it: ${JSON.stringify(fault)}`, async () => {
        const delivery = await update()
        connector.fail('update', fault, forEver)
        bench.dispatcher.send([delivery, bench.reply('2', 'chat')])
        await connector.waitForRequest('update')
        bench.dispatcher.send([bench.reply('3', 'chat')])
        await connector.waitForRequest(/"text":"3"/)
        assert.equal(methods()[0], 'POST')
        await bench.dispatcher.idle()
        assert.deepEqual(shown(), ['card', '2', '3'])
      })

    it('comes after the message whose place it takes', async () => {
      connector.fail('send', { status: 503 })
      await bench.send(
        bench.reply('card', 'chat'),
        bench.reply('update', 'chat', { replaces: { delivery: 'card' } }),
      )
      assert.deepEqual([methods(), shown()], [['POST', 'POST', 'PUT'], ['update']])
    })
  })

  describe('that another process left behind', () => {
    it('is noted before it is sent again, and sent', async () => {
      bench.dispatcher.takeOver([bench.reply('1', 'chat')])
      await bench.dispatcher.idle()
      assert.deepEqual([shown(), bench.amended.map(({ id, again }) => [id, again])], [['1'], [['1', true]]])
    })

    it('is as it was where the channel has certainly not taken it', async () => {
      connector.fail('send', { status: 503 })
      bench.dispatcher.takeOver([bench.reply('1', 'chat')])
      await bench.dispatcher.idle()
      assert.deepEqual(
        bench.amended.map(({ again }) => again),
        [true, undefined, true],
      )
      assert.deepEqual(shown(), ['1'])
    })

    it('is not sent a third time, and is reported', async () => {
      bench.dispatcher.takeOver([bench.reply('1', 'chat', { again: true })])
      await bench.dispatcher.idle()
      assert.deepEqual([connector.requests.length, bench.acknowledged, bench.hasLost()], [0, ['1'], true])
      assert.equal(await bench.count(lost('ambiguous')), 1)
    })
  })
})
