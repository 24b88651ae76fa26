import assert from 'node:assert/strict'
import { call } from '../bot/scripted-bot.ts'
import { type ConnectorBench, card, codeOf, idOf, play, text } from './connector-bench.ts'

describe('the connector of Emulator', () => {
  let bench: ConnectorBench

  afterEach(() => bench.connector.close())

  beforeEach(async () => {
    bench = await play('emulator', '1cc6|livechat')
  })

  it('answers a message with 200 and a time-based uuid', async () => {
    const answer = await bench.send(text('x'))
    assert.equal(answer.status, 200)
    assert.match(idOf(answer), /^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('decodes %7C in the id of the conversation', async () => {
    await bench.send(text('x'))
    assert.match(bench.connector.requests[0]?.path ?? '', /%7C/)
  })

  it('gives text with a card one id, and typing one too', async () => {
    assert.match(idOf(await bench.send({ ...card(), text: 'look' })), /-/)
    assert.match(idOf(await bench.send({ type: 'typing', from: { id: 'bot' } })), /-/)
    assert.equal(bench.conversation.messages.length, 1)
  })

  it('refuses an activity without from', async () => {
    const answer = await bench.send({ type: 'message', text: 'x' })
    assert.deepEqual([answer.status, codeOf(answer)], [400, 'ServiceError'])
  })

  it('takes an empty message and an event', async () => {
    assert.equal((await bench.send({ type: 'message', from: { id: 'bot' } })).status, 200)
    assert.equal((await bench.send({ type: 'event', from: { id: 'bot' } })).status, 200)
  })

  it('takes a large message', async () => {
    assert.equal((await bench.send(text('x'.repeat(200_000)))).status, 200)
  })

  it('answers what is not JSON with a flat error', async () => {
    assert.equal(JSON.parse((await bench.send('{')).body).code, 'InvalidContent')
  })

  it('never answers for an unknown conversation', async () => {
    const answer = bench.send(text('x'), 'nowhere').then(
      () => 'answered',
      () => 'cut',
    )
    const request = await bench.connector.waitForRequest('send')
    await bench.connector.close()
    assert.deepEqual([await answer, request.answer], ['cut', 'hang'])
  })

  it('answers a bearer token with 401', async () => {
    const headers = { authorization: 'Bearer rubbish' }
    const response = await fetch(bench.there('/activities'), {
      method: 'POST',
      headers,
      body: JSON.stringify(text('x')),
    })
    assert.equal(response.status, 401)
  })

  it('merges an update into what it keeps, and shows the old message on', async () => {
    const id = idOf(await bench.send({ ...text('before'), summary: 'kept' }))
    assert.equal((await bench.put(id, { ...text('after'), id })).status, 200)
    const message = bench.conversation.message(id)
    assert.deepEqual(
      [message?.stored.text, message?.stored.summary, message?.shown.text],
      ['after', 'kept', 'before'],
    )
  })

  it('refuses an update whose body has another id', async () => {
    const id = idOf(await bench.send(text('x')))
    assert.equal(codeOf(await bench.put(id, { ...text('y'), id: 'other' })), 'BadArgument')
  })

  it('answers 404 for an update or delete of an unknown message', async () => {
    assert.equal((await bench.put('1', { ...text('x'), id: '1' })).status, 404)
    assert.equal((await call('DELETE', bench.there('/activities/1'))).status, 404)
  })

  it('accepts a delete and shows the message on', async () => {
    const id = idOf(await bench.send(text('x')))
    assert.deepEqual(await call('DELETE', bench.there(`/activities/${id}`)), { status: 200, body: '' })
    assert.equal(bench.conversation.message(id)?.shown.text, 'x')
  })

  it('lists the bot among the members', async () => {
    const members = JSON.parse((await call('GET', bench.there('/members'))).body)
    assert.deepEqual(members, [
      { id: 'bot', name: 'Bot' },
      { id: 'ann', name: 'Ann Lee' },
    ])
  })

  for (const path of ['/members/ann', '/pagedmembers']) {
    it(`has no route for ${path}`, async () => {
      const answer = await call('GET', bench.there(path))
      assert.deepEqual([answer.status, JSON.parse(answer.body).code], [404, 'ResourceNotFound'])
    })
  }

  it('creates a conversation for exactly one user', async () => {
    const create = (members: object[]) => call('POST', `${bench.base()}/v3/conversations`, { members })
    const answer = await create([{ id: 'ann', role: 'user' }])
    assert.equal(answer.status, 201)
    assert.equal((await bench.send(text('x'), idOf(answer))).status, 200)
    assert.deepEqual(await create([{ id: 'ann' }]), { status: 400, body: '{}' })
  })
})
