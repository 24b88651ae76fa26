import assert from 'node:assert/strict'
import { call } from '../bot/scripted-bot.ts'
import { type ConnectorBench, card, codeOf, idOf, play, text } from './connector-bench.ts'

describe('the connector of Teams', () => {
  let bench: ConnectorBench

  afterEach(() => bench.connector.close())

  beforeEach(async () => {
    bench = await play('teams', '19:x@thread.tacv2;messageid=1')
  })

  it('decodes %3B and %3D in the id of the conversation', async () => {
    assert.equal((await bench.send(text('x'))).status, 201)
    assert.match(bench.connector.requests[0]?.path ?? '', /%3Bmessageid%3D1/)
  })

  it('splits text and card, without an id', async () => {
    assert.deepEqual(await bench.send({ ...card(), text: 'look' }), { status: 202, body: '' })
  })

  it('answers 413 MessageSizeTooBig above 100 KB of UTF-16', async () => {
    const answer = await bench.send(text('x'.repeat(60_000)))
    assert.deepEqual([answer.status, codeOf(answer)], [413, 'MessageSizeTooBig'])
  })

  it('deletes a message', async () => {
    const id = idOf(await bench.send(text('x')))
    assert.equal((await call('DELETE', bench.there(`/activities/${id}`))).status, 200)
    assert.equal(bench.conversation.message(id), undefined)
  })

  it('answers 404 for an update of a deleted message', async () => {
    const id = idOf(await bench.send(text('x')))
    await call('DELETE', bench.there(`/activities/${id}`))
    assert.equal(codeOf(await bench.put(id, text('y'))), 'ActivityNotFoundInConversation')
  })

  it('gives the members page by page', async () => {
    bench.conversation.seed.people.push({ id: 'bob' })
    const first = JSON.parse((await call('GET', bench.there('/pagedmembers?pageSize=1'))).body)
    const rest = await call(
      'GET',
      bench.there(`/pagedmembers?pageSize=1&continuationToken=${first.continuationToken}`),
    )
    assert.deepEqual([first.members[0].id, JSON.parse(rest.body).members[0].id], ['ann', 'bob'])
    assert.equal(JSON.parse(rest.body).continuationToken, undefined)
  })

  it('knows a member by Entra id', async () => {
    assert.equal((await call('GET', bench.there('/members/aad-ann'))).status, 200)
  })

  it('opens a chat only with a person who has the app', async () => {
    const create = (id: string) => call('POST', `${bench.base()}/v3/conversations`, { members: [{ id }] })
    assert.equal((await create('aad-ann')).status, 201)
    assert.equal((await create('stranger')).status, 403)
  })
})
