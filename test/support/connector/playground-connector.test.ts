import assert from 'node:assert/strict'
import { call } from '../bot/scripted-bot.ts'
import { type ConnectorBench, card, codeOf, idOf, play, text } from './connector-bench.ts'

describe('the connector of Playground', () => {
  let bench: ConnectorBench

  afterEach(() => bench.connector.close())

  beforeEach(async () => {
    bench = await play('playground')
  })

  it('has its connector below /_connector', () => {
    assert.match(bench.connector.serviceUrl, /^http:\/\/localhost:\d+\/_connector$/)
  })

  it('answers a message with 201 and a 13-digit id', async () => {
    const answer = await bench.send(text('x'))
    assert.equal(answer.status, 201)
    assert.match(idOf(answer), /^\d{13}$/)
  })

  it('answers text with a card by 202 without an id, and shows two messages', async () => {
    const answer = await bench.send({ ...card(), text: 'look' })
    assert.deepEqual([answer.status, answer.body], [202, ''])
    assert.equal(bench.conversation.messages.length, 2)
  })

  it('answers two cards in a list by 202 without an id', async () => {
    const attachments = [...(card().attachments ?? []), ...(card().attachments ?? [])]
    assert.deepEqual(await bench.send({ ...text(''), attachments }), { status: 202, body: '' })
  })

  it('gives a carousel one id', async () => {
    const attachments = [...(card().attachments ?? []), ...(card().attachments ?? [])]
    const answer = await bench.send({ type: 'message', attachments, attachmentLayout: 'carousel' })
    assert.equal(answer.status, 201)
  })

  it('answers typing and trace with an empty 202', async () => {
    assert.deepEqual(await bench.send({ type: 'typing' }), { status: 202, body: '' })
    assert.deepEqual(await bench.send({ type: 'trace' }), { status: 202, body: '' })
  })

  for (const type of ['event', 'endOfConversation', 'invoke', undefined]) {
    it(`refuses an activity of type ${type}`, async () => {
      const answer = await bench.send({ type })
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'BadArgument'])
    })
  }

  it('refuses a message with neither text nor attachments', async () => {
    assert.equal(codeOf(await bench.send({ type: 'message' })), 'BadSyntax')
  })

  it('refuses a mention that is not in the text', async () => {
    const entities = [{ type: 'mention', text: '<at>Ann</at>', mentioned: { id: 'ann' } }]
    assert.equal(codeOf(await bench.send({ ...text('hi'), entities })), 'BadArgument')
  })

  it('refuses a textFormat that does not exist', async () => {
    assert.equal(codeOf(await bench.send({ ...text('hi'), textFormat: 'html' })), 'BadArgument')
  })

  it('refuses a card that is a string', async () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: '{}' }]
    assert.equal(codeOf(await bench.send({ type: 'message', attachments })), 'BadArgument')
  })

  it('answers 413 in HTML above 100 kB, and takes 99 000 characters', async () => {
    assert.equal((await bench.send(text('x'.repeat(99_000)))).status, 201)
    const answer = await bench.send(text('x'.repeat(110_000)))
    assert.deepEqual([answer.status, answer.body.slice(0, 9)], [413, '<!DOCTYPE'])
  })

  it('answers what is not JSON in HTML', async () => {
    const answer = await bench.send('{')
    assert.deepEqual([answer.status, answer.body.slice(0, 9)], [400, '<!DOCTYPE'])
  })

  it('answers 404 for an unknown conversation', async () => {
    const answer = await bench.send(text('x'), 'nowhere')
    assert.deepEqual([answer.status, codeOf(answer)], [404, 'ConversationNotFound'])
  })

  it('shows an update in place of the message, whatever id its body has', async () => {
    const id = idOf(await bench.send(card()))
    const answer = await bench.put(id, { ...text('done'), id: 'another' })
    assert.deepEqual([answer.status, idOf(answer)], [200, id])
    assert.equal(bench.conversation.message(id)?.shown.text, 'done')
  })

  it('drops what the update does not say', async () => {
    const id = idOf(await bench.send(card()))
    await bench.put(id, text('done'))
    assert.equal(bench.conversation.message(id)?.shown.attachments, undefined)
  })

  it('takes an update without text', async () => {
    const id = idOf(await bench.send(card()))
    assert.equal((await bench.put(id, { type: 'message' })).status, 200)
  })

  it('refuses to update to typing', async () => {
    const id = idOf(await bench.send(card()))
    assert.equal(codeOf(await bench.put(id, { type: 'typing' })), 'BadArgument')
  })

  it('answers 404 for an update of an unknown message', async () => {
    assert.equal(codeOf(await bench.put('1', text('x'))), 'ActivityNotFoundInConversation')
  })

  it('has no delete', async () => {
    const answer = await call('DELETE', bench.there('/activities/1'))
    assert.deepEqual([answer.status, codeOf(answer)], [501, 'DeleteActivityAPINotImplemented'])
  })

  it('lists people with objectId, one person with aadObjectId', async () => {
    const [listed] = JSON.parse((await call('GET', bench.there('/members'))).body)
    const single = JSON.parse((await call('GET', bench.there('/members/ann'))).body)
    assert.deepEqual([listed.objectId, listed.aadObjectId], ['aad-ann', undefined])
    assert.deepEqual([single.objectId, single.aadObjectId], [undefined, 'aad-ann'])
  })

  it('does not know a member by Entra id', async () => {
    assert.equal(codeOf(await call('GET', bench.there('/members/aad-ann'))), 'MemberNotFoundInConversation')
  })

  it('counts the bot among the members of its only page', async () => {
    const page = JSON.parse((await call('GET', bench.there('/pagedmembers?pageSize=1'))).body)
    assert.deepEqual([page.members.length, page.totalCount, page.continuationToken], [1, 2, undefined])
  })

  it('refuses a continuation token', async () => {
    assert.equal((await call('GET', bench.there('/pagedmembers?continuationToken=x'))).status, 403)
  })

  it('gives the chat of the current user when asked to create it', async () => {
    const answer = await call('POST', `${bench.base()}/v3/conversations`, { members: [{ id: 'ann' }] })
    assert.deepEqual([answer.status, idOf(answer)], [201, 'chat'])
  })

  it('creates an invisible chat for anybody else, the same each time', async () => {
    const create = () => call('POST', `${bench.base()}/v3/conversations`, { members: [{ id: 'aad-ann' }] })
    const id = idOf(await create())
    assert.match(id, /@test\.user$/)
    assert.equal(idOf(await create()), id)
    assert.equal((await bench.send(text('x'), id)).status, 201)
  })

  it('cannot create a group chat', async () => {
    assert.equal((await call('POST', `${bench.base()}/v3/conversations`, {})).status, 500)
  })

  it('ignores a bearer token', async () => {
    const headers = { authorization: 'Bearer rubbish' }
    const response = await fetch(bench.there('/activities'), {
      method: 'POST',
      headers,
      body: JSON.stringify(text('x')),
    })
    assert.equal(response.status, 201)
  })

  it('has no list of conversations', async () => {
    assert.equal((await call('GET', `${bench.base()}/v3/conversations`)).status, 404)
  })
})
