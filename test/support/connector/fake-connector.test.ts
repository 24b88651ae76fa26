import assert from 'node:assert/strict'
import { call } from '../bot/scripted-bot.ts'
import { type ConnectorBench, codeOf, play, text } from './connector-bench.ts'
import { startConnector } from './fake-connector.ts'

describe('a fake connector', () => {
  let bench: ConnectorBench

  afterEach(() => bench.connector.close())

  describe('as any client', () => {
    beforeEach(async () => {
      bench = await play('playground')
    })

    it('takes a reply to an unknown activity', async () => {
      const answer = await call('POST', bench.there('/activities/5f0c-unknown'), text('late'))
      assert.equal(answer.status, 201)
    })

    it('keeps the messages of a conversation in order', async () => {
      await bench.send(text('one'))
      await bench.send(text('two'))
      assert.deepEqual(
        bench.conversation.messages.map(({ shown }) => shown.text),
        ['one', 'two'],
      )
    })

    it('records each request with its headers, body and answer', async () => {
      await bench.send(text('one'))
      const [request] = bench.connector.requests
      assert.equal(request?.headers['content-type'], 'application/json; charset=utf-8')
      assert.deepEqual(request?.body, text('one'))
      assert.deepEqual(request?.answer, { status: 201, body: { id: bench.conversation.messages[0]?.id } })
    })

    it('tells of an arrival when it comes', async () => {
      const arrival = new Promise<string | undefined>((resolve) => {
        bench.conversation.once('arrival', ({ activity }) => resolve(activity.text))
      })
      await bench.send(text('now'))
      assert.equal(await arrival, 'now')
    })

    it('forgets its conversations like a tool that was started again', async () => {
      bench.connector.forget()
      assert.equal((await bench.send(text('x'))).status, 404)
    })

    it('starts again on the port that it had', async () => {
      const { port } = bench.connector
      await bench.connector.close()
      bench.connector = await startConnector({ personality: 'playground', port })
      assert.equal(bench.connector.port, port)
    })
  })

  describe('with planned failures', () => {
    beforeEach(async () => {
      bench = await play('teams')
    })

    it('answers with the status, headers and body given, and does nothing', async () => {
      bench.connector.fail('send', {
        status: 429,
        headers: { 'retry-after': '2' },
        body: { error: { code: 'Throttled' } },
      })
      const response = await fetch(bench.there('/activities'), {
        method: 'POST',
        body: JSON.stringify(text('x')),
      })
      assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '2'])
      assert.equal(codeOf({ body: await response.text() }), 'Throttled')
      assert.equal(bench.conversation.messages.length, 0)
    })

    it('fails as often as planned', async () => {
      bench.connector.fail('send', { status: 503 }, 2)
      const statuses = [
        await bench.send(text('1')),
        await bench.send(text('2')),
        await bench.send(text('3')),
      ].map(({ status }) => status)
      assert.deepEqual(statuses, [503, 503, 201])
    })

    it('leaves requests alone that do not match', async () => {
      bench.connector.fail('update', { status: 500 })
      bench.connector.fail(/never said/, { status: 500 })
      assert.equal((await bench.send(text('hello'))).status, 201)
    })

    it('cuts the socket before anything is done', async () => {
      bench.connector.fail('send', 'reset')
      await assert.rejects(bench.send(text('x')))
      assert.equal(bench.conversation.messages.length, 0)
    })

    it('cuts the socket after the message was taken', async () => {
      bench.connector.fail('send', 'lose-answer')
      await assert.rejects(bench.send(text('x')))
      assert.equal(bench.conversation.messages.length, 1)
    })

    it('takes a message and still answers with an error', async () => {
      bench.connector.fail('send', { status: 502, isApplied: true })
      assert.equal((await bench.send(text('x'))).status, 502)
      assert.equal(bench.conversation.messages.length, 1)
    })

    it('never answers', async () => {
      bench.connector.fail('any', 'hang')
      const answer = bench.send(text('x')).then(
        () => 'answered',
        () => 'cut',
      )
      await bench.connector.waitForRequest('send')
      await bench.connector.close()
      assert.equal(await answer, 'cut')
    })

    it('answers late, as usual', async () => {
      bench.connector.fail('send', { delayMs: 5 })
      assert.equal((await bench.send(text('x'))).status, 201)
    })

    it('takes back the faults that did not happen', async () => {
      bench.connector.fail('any', { status: 500 }, 99)
      bench.connector.recover()
      assert.equal((await bench.send(text('x'))).status, 201)
    })

    it('says which requests it saw when the awaited one does not come', async () => {
      await bench.send(text('x'))
      await assert.rejects(
        bench.connector.waitForRequest('delete', 5),
        /No such request within 5 ms[\s\S]*POST \/amer/,
      )
    })
  })
})
