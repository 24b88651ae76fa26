import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { createEmbeddedLimits } from '../../../src/adapters/embedded/limits.ts'
import type { Rule } from '../../../src/adapters/limits/rules.ts'
import { type Limits, StoreError } from '../../../src/store/ports.ts'
import type { Fault } from '../../support/connector/connector-fault.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { mostIn } from '../../support/stretch.ts'
import { type BenchOptions, openBench } from './proactive-bench.ts'

const sentMessages = 'reminders_sent_total{what="message"}'
const dropped = (reason: string) => `reminders_dropped_total{reason="${reason}"}`

/** Answers of Teams for closed conversations: by code, by words, in older and unusual forms. */
const endings: readonly (readonly [number, unknown])[] = [
  ...[
    'BotDisabledByAdmin',
    'BotNotInConversationRoster',
    'ConversationBlockedByUser',
    'ForbiddenOperationException',
    'MessageWritesBlocked',
  ].map((code) => [403, { error: { code, message: 'x' } }] as const),
  [403, { error: { message: 'User blocked the conversation with the bot.' } }],
  [403, { error: { code: 'Forbidden', message: "Bot isn't installed in user's personal scope" } }],
  [403, { message: 'The tenant admin disabled this bot' }],
  [403, { errorCode: 209, message: '{"subCode":"MessageWritesBlocked","details":"Thread is blocked"}' }],
  [403, { error: 'BotNotInConversationRoster' }],
  [404, { error: { code: 'BotNotInConversationRoster' } }],
  [400, { error: { code: 'ConversationBlockedByUser' } }],
]

describe('a proactive message', () => {
  let connector: FakeConnector
  let bench: ReturnType<typeof openBench>

  beforeEach(async () => {
    connector = await startConnector({ personality: 'teams' })
    for (const id of ['chat', 'other']) openChat(id)
    bench = openBench({ connector })
  })
  afterEach(async () => {
    await bench.close()
    await connector.close()
  })

  const openChat = (id: string) =>
    connector.world.open({ id, kind: 'personal', bot: { id: 'bot' }, people: [{ id: 'ann' }] })
  const reopen = async (options: Partial<BenchOptions>) => {
    await bench.close()
    bench = openBench({ connector, ...options })
  }
  const shown = (id = 'chat') => connector.conversation(id).messages.map(({ shown }) => shown.text)
  /** The update of a message that the person sees. */
  const update = async () => {
    await bench.send(bench.reminder('card', 'chat'))
    connector.requests.length = 0
    const [message] = connector.conversation('chat').messages
    return bench.reminder('update', 'chat', {
      replaces: { delivery: 'card', activityId: message?.id ?? '' },
    })
  }

  it('is sent, counted and noted as sent', async () => {
    await bench.send(bench.reminder('1', 'chat'), bench.reminder('2', 'chat'))
    assert.deepEqual(
      [shown(), bench.acknowledged],
      [
        ['1', '2'],
        ['1', '2'],
      ],
    )
    assert.equal(await bench.count(sentMessages), 2)
  })

  describe('is tried again', () => {
    for (const status of [412, 502, 503, 504])
      it(`when the channel answers ${status}`, async () => {
        connector.fail('send', { status }, 2)
        await bench.send(bench.reminder('1', 'chat'))
        assert.deepEqual([shown(), bench.acknowledged], [['1'], ['1']])
        assert.equal(await bench.count('reminders_retried_total'), 2)
      })

    it('when there is no token yet', async () => {
      let asked = 0
      const authorise = async () => {
        asked += 1
        if (asked < 3) throw new Error('the login service is busy')
        return 'Bearer x'
      }
      await reopen({ authorise })
      await bench.send(bench.reminder('1', 'chat'))
      assert.deepEqual([shown(), connector.requests.length], [['1'], 1])
    })

    it('when nothing listened, so that it was certainly not sent', async () => {
      const { port } = connector
      const delivery = bench.reminder('1', 'chat')
      await connector.close()
      await bench.send(delivery)
      assert.deepEqual(bench.acknowledged, [])
      connector = await startConnector({ personality: 'teams', port })
      openChat('chat')
      await bench.dispatcher.catchUp()
      await bench.dispatcher.idle()
      assert.deepEqual([shown(), bench.acknowledged], [['1'], ['1']])
    })

    it('longer and longer, then not before the next look', async () => {
      connector.fail('send', { status: 503 }, 3)
      await bench.send(bench.reminder('1', 'chat'))
      assert.deepEqual([connector.requests.length, bench.acknowledged], [3, []])
      const [first = 0, second = 0, third = 0] = connector.requests.map(({ at }) => at)
      assert.ok(second - first >= 4 && third - second >= 9, 'there were no pauses')
      await bench.dispatcher.catchUp()
      await bench.dispatcher.idle()
      assert.deepEqual([shown(), bench.acknowledged], [['1'], ['1']])
    })

    it('no earlier than a channel that cannot serve tells', async () => {
      connector.fail('send', { status: 503, headers: { 'retry-after': '0.2' } })
      await bench.send(bench.reminder('1', 'chat'))
      const [first = 0, second = 0] = connector.requests.map(({ at }) => at)
      assert.ok(second - first >= 190, `only ${second - first} ms later`)
    })
  })

  describe('waits when the channel names no reason', () => {
    const mistakes: readonly (readonly [number, unknown])[] = [
      [404, { error: { code: 'ConversationNotFound', message: 'Conversation not found.' } }],
      [404, undefined],
      [404, 'Not Found'],
      [403, undefined],
      [403, { error: { code: 'NotEnoughPermissions' } }],
      [401, { message: 'Authorization has been denied for this request.' }],
      [401, { error: { code: 'BotNotRegistered' } }],
      // https://github.com/microsoft/BotFramework-Services/issues/339
      [400, { error: { code: 'BadArgument', message: 'Incoming request was redirected to the wrong geo!' } }],
    ]
    for (const [status, body] of mistakes)
      it(`and gets through later: ${status} ${JSON.stringify(body)}`, async () => {
        connector.fail('send', { status, body })
        await bench.send(bench.reminder('1', 'chat'))
        assert.deepEqual([connector.requests.length, bench.acknowledged, bench.gone], [1, [], []])
        await bench.send(bench.reply('2', 'chat'))
        assert.deepEqual([shown(), bench.gone], [['2', '1'], []])
        assert.equal(await bench.count(sentMessages), 1)
      })

    it('and holds up nothing behind it', async () => {
      connector.fail(/"text":"1"/, { status: 404 }, 9)
      await bench.send(bench.reminder('1', 'chat'), bench.reminder('2', 'chat'), bench.reminder('3', 'chat'))
      assert.deepEqual(
        [shown(), bench.acknowledged],
        [
          ['2', '3'],
          ['2', '3'],
        ],
      )
    })

    it('until the channel has said so for a day: then all that waits there is dropped', async () => {
      let isOver = false
      await reopen({ addresses: { refused: async () => isOver } })
      connector.fail('send', { status: 404 }, 3)
      await bench.send(bench.reminder('1', 'chat'), bench.reminder('2', 'chat'))
      isOver = true
      await bench.send(bench.reminder('3', 'chat'))
      assert.deepEqual([shown(), [...bench.acknowledged].sort()], [[], ['1', '2', '3']])
      assert.equal(await bench.count(dropped('gone')), 3)
    })

    it('and is given up for itself when it was refused for two days while others got through', async () => {
      const committed = Date.now()
      await reopen({ wallClock: () => committed + 48 * 3_600_000 })
      connector.fail('send', { status: 404 })
      await bench.send(bench.reminder('1', 'chat', { at: committed }))
      assert.deepEqual(bench.acknowledged, ['1'])
      assert.equal(await bench.count(dropped('refused')), 1)
    })
  })

  it('is given up when the channel could not serve it for two days', async () => {
    const committed = Date.now()
    await reopen({ wallClock: () => committed + 48 * 3_600_000 })
    connector.fail('send', { status: 503 }, 3)
    await bench.send(bench.reminder('1', 'chat', { at: committed }), bench.reminder('2', 'chat'))
    assert.deepEqual([shown(), bench.acknowledged], [['2'], ['1', '2']])
    assert.equal(await bench.count(dropped('expired')), 1)
  })

  describe('is sent no more', () => {
    const once = async () => {
      await bench.send(bench.reminder('1', 'chat'))
      assert.deepEqual([connector.requests.length, bench.acknowledged], [1, ['1']])
      assert.deepEqual(await bench.count(sentMessages), 0)
    }

    for (const status of [400, 405, 413, 500, 501])
      it(`when the channel answers ${status}`, async () => {
        connector.fail('send', { status })
        await once()
        assert.equal(await bench.count(dropped('refused')), 1)
        assert.deepEqual(bench.gone, [])
      })

    for (const [status, body] of endings)
      it(`when the channel says why with ${status}: ${JSON.stringify(body)}`, async () => {
        connector.fail('send', { status, body })
        await once()
        assert.equal(await bench.count(dropped('gone')), 1)
        assert.deepEqual(bench.gone, ['1'])
      })

    it('and neither is anything that waits behind it, when the channel says why', async () => {
      connector.fail('send', { status: 404 }, 2)
      await bench.send(bench.reminder('1', 'chat'), bench.reminder('2', 'chat'))
      connector.fail('send', { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } })
      await bench.send(bench.reminder('3', 'chat'))
      assert.deepEqual([...bench.acknowledged].sort(), ['1', '2', '3'])
      assert.equal(await bench.count(dropped('gone')), 3)
    })

    const unclear: Readonly<Record<string, Fault>> = {
      'the connection broke before an answer': 'reset',
      'the connection broke after it arrived': 'lose-answer',
      'no answer came in time': 'hang',
      'the channel answers 408': { status: 408 },
    }
    for (const [when, fault] of Object.entries(unclear))
      it(`when ${when}: it may have arrived`, async () => {
        connector.fail('send', fault)
        await once()
        assert.equal(await bench.count(dropped('ambiguous')), 1)
      })

    it('when the channel sends it elsewhere, and nothing goes there', async () => {
      const elsewhere = await startConnector({ personality: 'teams' })
      connector.fail('send', { status: 307, headers: { location: elsewhere.serviceUrl } })
      await once()
      assert.equal(await bench.count(dropped('refused')), 1)
      assert.equal(elsewhere.requests.length, 0)
      await elsewhere.close()
    })

    it('when its stored address is none of the channel, and no token is asked for', async () => {
      let asked = 0
      const authorise = async () => {
        asked += 1
        return 'Bearer x'
      }
      await reopen({ authorise })
      const { address } = bench.reminder('1', 'chat')
      const foreign = { ...address, serviceUrl: connector.serviceUrl.replace('localhost', '127.0.0.2') }
      await bench.send(bench.reminder('1', 'chat', { address: foreign }))
      assert.deepEqual([connector.requests.length, asked, bench.acknowledged], [0, 0, ['1']])
      assert.equal(await bench.count(dropped('foreign-host')), 1)
    })
  })

  it('counts as sent when the connection breaks in the middle of a good answer', async () => {
    connector.fail('send', 'half-answer')
    await bench.send(bench.reminder('1', 'chat'))
    assert.deepEqual([shown(), await bench.count(sentMessages)], [['1'], 1])
  })

  describe('as an update of a card', () => {
    for (const fault of ['reset', 'lose-answer', 'hang'] as const)
      it(`is sent again after an unclear failure (${fault}): twice shows the same`, async () => {
        const delivery = await update()
        connector.fail('update', fault)
        await bench.send(delivery)
        assert.deepEqual([connector.requests.length, shown()], [2, ['update']])
        assert.equal(await bench.count('reminders_sent_total{what="update"}'), 1)
      })

    it('says nothing about the chat when the message is gone', async () => {
      const delivery = await update()
      connector.fail('update', { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } })
      await bench.send(delivery)
      assert.deepEqual([connector.requests.length, bench.gone], [1, []])
      assert.equal(await bench.count('card_updates_failed_total{of="reminder"}'), 1)
    })

    it('tells that the chat is gone when the channel says so', async () => {
      const delivery = await update()
      connector.fail('update', { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } })
      await bench.send(delivery)
      assert.deepEqual(bench.gone, ['update'])
    })

    for (const status of [401, 403, 404, 412, 500, 503])
      it(`is given up after three attempts when the channel goes on answering ${status}`, async () => {
        const delivery = await update()
        connector.fail('update', { status }, 9)
        await bench.send(delivery)
        assert.deepEqual([connector.requests.length, bench.acknowledged], [3, ['card', 'update']])
        assert.equal(await bench.count('card_updates_failed_total{of="reminder"}'), 1)
        assert.deepEqual(bench.gone, [])
      })

    it('of a message that never got through takes that away: what it says is over', async () => {
      connector.fail('send', { status: 404 })
      await bench.send(bench.reminder('card', 'chat'))
      await bench.send(bench.reminder('update', 'chat', { replaces: { delivery: 'card' } }))
      assert.deepEqual([shown(), [...bench.acknowledged].sort()], [[], ['card', 'update']])
      assert.equal(await bench.count(dropped('outdated')), 1)
    })
  })

  describe('when the channel is too busy', () => {
    const pauses: [tenant: string, milliseconds: number][] = []
    let passed = 0
    /** Each pause is over at once. */
    const pause = async (tenant: string, milliseconds: number) => {
      pauses.push([tenant, milliseconds])
      passed += milliseconds
    }
    beforeEach(async () => {
      pauses.length = 0
      await reopen({ limits: { pause }, wallClock: () => Date.now() + passed })
    })
    const pausesAfter = async (headers: Readonly<Record<string, string>>) => {
      connector.fail('send', { status: 429, headers })
      await bench.send(bench.reminder('1', 'chat'))
      assert.deepEqual([shown(), bench.acknowledged, pauses.length], [['1'], ['1'], 1])
      assert.equal(await bench.count('reminders_throttled_total{by="channel"}'), 1)
      return pauses[0]?.[1] ?? 0
    }

    it('pauses its company for as many seconds as the channel says', async () => {
      assert.equal(await pausesAfter({ 'retry-after': '7' }), 7000)
      assert.equal(pauses[0]?.[0], 't1')
    })

    it('pauses its company until the date that the channel says', async () => {
      const pause = await pausesAfter({ 'retry-after': new Date(Date.now() + 30_000).toUTCString() })
      assert.ok(pause > 28_000 && pause <= 30_000, `${pause} ms`)
    })

    it('pauses its company for a while when the channel does not say how long', async () => {
      assert.equal(await pausesAfter({}), 50)
    })

    it('is tried again however often that happens', async () => {
      connector.fail('send', { status: 429 }, 8)
      await bench.send(bench.reminder('1', 'chat'))
      assert.deepEqual([shown(), connector.requests.length], [['1'], 9])
    })

    it('holds up nothing of another company', async () => {
      const limits = createEmbeddedLimits()
      const paused = new EventEmitter()
      const pause: Limits['pause'] = async (...what) => {
        await limits.pause(...what)
        paused.emit('now')
      }
      await reopen({ limits: { ...limits, pause } })
      connector.fail('send', { status: 429, headers: { 'retry-after': '1' } })
      const isPaused = once(paused, 'now')
      bench.dispatcher.send([bench.reminder('1', 'chat')])
      await isPaused
      const others = Array.from({ length: 5 }, (_, index) => {
        openChat(`o${index}`)
        return bench.reminder(`o${index}`, `o${index}`, { tenant: 't2' })
      })
      await bench.send(...others, bench.reminder('2', 'other'))
      const texts = connector.requests.map(({ rawBody }) => /"text":"(\w+)"/.exec(rawBody)?.[1])
      assert.deepEqual(texts.slice(0, 6).sort(), ['1', 'o0', 'o1', 'o2', 'o3', 'o4'])
      assert.deepEqual(texts.slice(6).sort(), ['1', '2'])
      const [first, ...rest] = connector.requests.map(({ at }) => at - (connector.requests[0]?.at ?? 0))
      assert.equal(first, 0)
      assert.ok(
        rest.slice(5).every((at) => at >= 990),
        `${rest}`,
      )
    })
  })

  describe('waits', () => {
    it('for capacity, and reserves it anew for each attempt', async () => {
      const waits = [20, 0, 30, 0]
      const taken: unknown[] = []
      const take: BenchOptions['limits'] = {
        take: async (keys) => {
          taken.push(keys)
          return waits.shift() ?? 0
        },
      }
      await reopen({ limits: take })
      connector.fail('send', { status: 503 })
      await bench.send(bench.reminder('1', 'chat'))
      assert.deepEqual([shown(), connector.requests.length], [['1'], 2])
      assert.deepEqual(taken, Array(4).fill({ tenant: 't1', conversation: 'chat' }))
      assert.equal(await bench.count('reminders_throttled_total{by="limits"}'), 2)
    })

    it('in the outbox while the limits are unavailable', async () => {
      let isBroken = true
      const take = async () => {
        if (isBroken) throw new StoreError('unavailable', 'Redis does not serve')
        return 0
      }
      await reopen({ limits: { take } })
      await bench.send(bench.reminder('1', 'chat'))
      assert.deepEqual([connector.requests.length, bench.acknowledged], [0, []])
      isBroken = false
      await bench.dispatcher.catchUp()
      await bench.dispatcher.idle()
      assert.deepEqual([shown(), bench.acknowledged], [['1'], ['1']])
    })

    it('no longer when the bot ends, and stays in the outbox', async () => {
      await reopen({ limits: { take: async () => 600_000 } })
      bench.dispatcher.send([bench.reminder('1', 'chat')])
      bench.hurry()
      await bench.dispatcher.idle()
      assert.deepEqual([connector.requests.length, bench.acknowledged], [0, []])
    })

    it('without holding up replies in the same chat', async () => {
      await reopen({ limits: { take: async () => 600_000 } })
      const { unasked: _, ...reply } = bench.reminder('reply', 'chat')
      const arrived = once(connector.conversation('chat'), 'arrival')
      bench.dispatcher.send([bench.reminder('1', 'chat'), reply])
      await arrived
      assert.deepEqual(shown(), ['reply'])
    })
  })

  it('is sent by at most 100 calls at a time, and the others wait for their turn', async () => {
    let begun = 0
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const take = async () => {
      begun += 1
      await gate
      return 0
    }
    await reopen({ limits: { take } })
    const ids = Array.from({ length: 120 }, (_, index) => `c${index}`)
    for (const id of ids) openChat(id)
    bench.dispatcher.send(ids.map((id) => bench.reminder(id, id)))
    await new Promise(setImmediate)
    const first = begun
    bench.hurry()
    open()
    await bench.dispatcher.idle()
    assert.deepEqual([first, begun], [100, 120])
  })

  it('keeps to the limits as the channel sees them', async () => {
    const rules: readonly Rule[] = [{ of: 'tenant', most: 9, seconds: 1 }]
    await reopen({ limits: createEmbeddedLimits(rules) })
    const all = Array.from({ length: 8 }, (_, index) => {
      openChat(`c${index}`)
      return bench.reminder(`${index}`, `c${index}`)
    })
    await bench.send(...all)
    const instants = connector.requests.map(({ at }) => at)
    assert.equal(instants.length, 8)
    assert.ok(mostIn(1000, instants) <= 9)
    assert.ok(Math.max(...instants) - Math.min(...instants) > 1900, 'three a second take two seconds')
  })
})
