import assert from 'node:assert/strict'
import sinon from 'sinon'
import { KeyedQueue } from '../../../bot/turn/keyed-queue.ts'
import { StoreError } from '../../../src/store/ports.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'

describe('a turn', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot()
    talk = await bot.talk()
  })
  afterEach(async () => {
    sinon.restore()
    await bot.stop()
  })

  it('that loses ten races is answered all the same, once', async () => {
    const commit = sinon.stub(bot.store, 'commit').callThrough()
    for (let lost = 0; lost < 10; lost += 1) commit.onCall(lost).resolves('conflict')
    assert.equal((await talk.say('help')).heading, 'What can I do for you?')
    assert.equal(commit.callCount, 11)
    assert.equal((await talk.say('language')).heading, 'Language')
  })

  const unavailable = new StoreError('unavailable', 'Redis does not serve: gone')

  it('that finds no store is answered with the request to try again, and the next one works', async () => {
    sinon.stub(bot.store, 'open').callThrough().onCall(0).rejects(unavailable)
    assert.match(await talk.sayFor('help'), /Try again in a moment/)
    assert.equal((await talk.say('help')).heading, 'What can I do for you?')
  })

  it('that lacks a key is answered so, too: a process with newer keys may get the next one', async () => {
    sinon.stub(bot.store, 'open').rejects(new StoreError('unknown-key', 'the company of x is encrypted'))
    assert.match(await talk.sayFor('help'), /Try again in a moment/)
  })

  it('whose commit finds no store says nothing else', async () => {
    sinon.stub(bot.store, 'commit').callThrough().onCall(0).rejects(unavailable)
    const before = talk.client.conversation.messages.length
    await talk.sayFor('help')
    assert.equal(talk.client.conversation.messages.length, before + 1)
  })

  it('that finds what it cannot read is answered with a reference for the operator', async () => {
    sinon.stub(bot.store, 'open').rejects(new StoreError('corrupt', 'the company of x is unreadable'))
    assert.match(await talk.sayFor('help'), /\*\*Something went wrong\*\*[\s\S]*reference: \*\*\w{8}\*\*/)
  })

  it('that finds no store leaves its receipts to the next', async () => {
    // Else the store would hear of them at once.
    sinon.stub(bot.store, 'acknowledge').rejects(unavailable)
    const open = sinon.stub(bot.store, 'open').callThrough()
    open.onCall(1).rejects(unavailable)
    await talk.say('help')
    await talk.sayFor('help')
    const [, lost = []] = open.args[1] ?? []
    await talk.say('help')
    const [, kept = []] = open.args[2] ?? []
    assert.ok(lost.length > 0)
    assert.deepEqual(kept.slice(0, lost.length), lost)
  })
})

describe('a waiting line', () => {
  const line = new KeyedQueue()

  it('lets one in after the other, in the order in which they came', async () => {
    const seen: string[] = []
    const job = (name: string) => async () => {
      seen.push(`${name} in`)
      await Promise.resolve()
      seen.push(`${name} out`)
    }
    await Promise.all([line.wait('x', job('a')), line.wait('x', job('b')), line.wait('x', job('c'))])
    assert.deepEqual(seen, ['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
  })

  it('goes on after one that failed, which learns of it alone', async () => {
    const failing = line.wait('x', () => Promise.reject(new Error('mine')))
    const next = line.wait('x', async () => 'fine')
    await assert.rejects(failing, /mine/)
    assert.equal(await next, 'fine')
  })

  it('does not wait for other names', async () => {
    let open = () => {}
    const first = line.wait(
      'x',
      () =>
        new Promise<void>((resolve) => {
          open = resolve
        }),
    )
    assert.equal(await line.wait('y', async () => 'through'), 'through')
    open()
    await first
  })
})
