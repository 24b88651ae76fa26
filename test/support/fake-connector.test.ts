import assert from 'node:assert/strict'
import type { FakeConnector, Personality } from './fake-connector.ts'
import { startConnector } from './fake-connector.ts'
import type { FakeConversation } from './fake-conversation.ts'
import { call, cardMessage } from './scripted-bot.ts'

const text = (words: string) => ({ type: 'message', from: { id: 'bot' }, text: words })
const card = (title = 'Hi') => ({
  type: 'message',
  from: { id: 'bot' },
  ...cardMessage({ body: [{ type: 'TextBlock', text: title }] }),
})

describe('a fake connector', () => {
  let connector: FakeConnector
  let conversation: FakeConversation

  async function play(personality: Personality, id = 'chat') {
    connector = await startConnector({ personality })
    const people = [{ id: 'ann', name: 'Ann Lee', aadObjectId: 'aad-ann' }]
    conversation = connector.world.open({ id, kind: 'personal', bot: { id: 'bot', name: 'Bot' }, people })
  }

  const base = () => connector.serviceUrl.replace(/\/$/, '')
  const there = (path = '', id = conversation.id) =>
    `${base()}/v3/conversations/${encodeURIComponent(id)}${path}`
  const send = (activity: unknown, id?: string) => call('POST', there('/activities', id), activity)
  const put = (id: string, activity: object) => call('PUT', there(`/activities/${id}`), activity)
  const idOf = ({ body }: { body: string }): string => JSON.parse(body).id
  const codeOf = ({ body }: { body: string }): string => JSON.parse(body).error.code

  afterEach(() => connector.close())

  describe('as any client', () => {
    beforeEach(() => play('playground'))

    it('takes a reply to an activity that nobody knows', async () => {
      const answer = await call('POST', there('/activities/5f0c-unknown'), text('late'))
      assert.equal(answer.status, 201)
    })

    it('keeps the messages of a conversation in order', async () => {
      await send(text('one'))
      await send(text('two'))
      assert.deepEqual(
        conversation.messages.map(({ shown }) => shown.text),
        ['one', 'two'],
      )
    })

    it('records each request with its headers, body and answer', async () => {
      await send(text('one'))
      const [request] = connector.requests
      assert.equal(request?.headers['content-type'], 'application/json; charset=utf-8')
      assert.deepEqual(request?.body, text('one'))
      assert.deepEqual(request?.answer, { status: 201, body: { id: conversation.messages[0]?.id } })
    })

    it('tells of an arrival when it comes', async () => {
      const arrival = new Promise<string | undefined>((resolve) => {
        conversation.once('arrival', ({ activity }) => resolve(activity.text))
      })
      await send(text('now'))
      assert.equal(await arrival, 'now')
    })

    it('forgets its conversations like a tool that was started again', async () => {
      connector.forget()
      assert.equal((await send(text('x'))).status, 404)
    })

    it('starts again on the port that it had', async () => {
      const { port } = connector
      await connector.close()
      connector = await startConnector({ personality: 'playground', port })
      assert.equal(connector.port, port)
    })
  })

  describe('that is told to fail', () => {
    beforeEach(() => play('teams'))

    it('answers with the status, headers and body given, and does nothing', async () => {
      connector.fail('send', {
        status: 429,
        headers: { 'retry-after': '2' },
        body: { error: { code: 'Throttled' } },
      })
      const response = await fetch(there('/activities'), { method: 'POST', body: JSON.stringify(text('x')) })
      assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '2'])
      assert.equal(codeOf({ body: await response.text() }), 'Throttled')
      assert.equal(conversation.messages.length, 0)
    })

    it('fails as many times as it was told, then no more', async () => {
      connector.fail('send', { status: 503 }, 2)
      const statuses = [await send(text('1')), await send(text('2')), await send(text('3'))].map(
        ({ status }) => status,
      )
      assert.deepEqual(statuses, [503, 503, 201])
    })

    it('leaves requests alone that do not match', async () => {
      connector.fail('update', { status: 500 })
      connector.fail(/never said/, { status: 500 })
      assert.equal((await send(text('hello'))).status, 201)
    })

    it('cuts the socket before anything is done', async () => {
      connector.fail('send', 'reset')
      await assert.rejects(send(text('x')))
      assert.equal(conversation.messages.length, 0)
    })

    it('cuts the socket after the message was taken', async () => {
      connector.fail('send', 'lose-answer')
      await assert.rejects(send(text('x')))
      assert.equal(conversation.messages.length, 1)
    })

    it('takes a message and still answers with an error', async () => {
      connector.fail('send', { status: 502, isApplied: true })
      assert.equal((await send(text('x'))).status, 502)
      assert.equal(conversation.messages.length, 1)
    })

    it('never answers', async () => {
      connector.fail('any', 'hang')
      const answer = send(text('x')).then(
        () => 'answered',
        () => 'cut',
      )
      await connector.waitForRequest('send')
      await connector.close()
      assert.equal(await answer, 'cut')
    })

    it('answers late, as usual', async () => {
      connector.fail('send', { delayMs: 5 })
      assert.equal((await send(text('x'))).status, 201)
    })

    it('takes back the faults that did not happen', async () => {
      connector.fail('any', { status: 500 }, 99)
      connector.recover()
      assert.equal((await send(text('x'))).status, 201)
    })

    it('says which requests it saw when the awaited one does not come', async () => {
      await send(text('x'))
      await assert.rejects(
        connector.waitForRequest('delete', 5),
        /No such request within 5 ms[\s\S]*POST \/amer/,
      )
    })
  })

  describe('as Playground', () => {
    beforeEach(() => play('playground'))

    it('has its connector below /_connector', () => {
      assert.match(connector.serviceUrl, /^http:\/\/localhost:\d+\/_connector$/)
    })

    it('answers a message with 201 and a 13-digit id', async () => {
      const answer = await send(text('x'))
      assert.equal(answer.status, 201)
      assert.match(idOf(answer), /^\d{13}$/)
    })

    it('answers text with a card by 202 without an id, and shows two messages', async () => {
      const answer = await send({ ...card(), text: 'look' })
      assert.deepEqual([answer.status, answer.body], [202, ''])
      assert.equal(conversation.messages.length, 2)
    })

    it('answers two cards in a list by 202 without an id', async () => {
      const attachments = [...(card().attachments ?? []), ...(card().attachments ?? [])]
      assert.deepEqual(await send({ ...text(''), attachments }), { status: 202, body: '' })
    })

    it('gives a carousel one id', async () => {
      const attachments = [...(card().attachments ?? []), ...(card().attachments ?? [])]
      const answer = await send({ type: 'message', attachments, attachmentLayout: 'carousel' })
      assert.equal(answer.status, 201)
    })

    it('answers typing and trace with an empty 202', async () => {
      assert.deepEqual(await send({ type: 'typing' }), { status: 202, body: '' })
      assert.deepEqual(await send({ type: 'trace' }), { status: 202, body: '' })
    })

    for (const type of ['event', 'endOfConversation', 'invoke', undefined]) {
      it(`refuses an activity of type ${type}`, async () => {
        const answer = await send({ type })
        assert.deepEqual([answer.status, codeOf(answer)], [400, 'BadArgument'])
      })
    }

    it('refuses a message with neither text nor attachments', async () => {
      assert.equal(codeOf(await send({ type: 'message' })), 'BadSyntax')
    })

    it('refuses a mention that is not in the text', async () => {
      const entities = [{ type: 'mention', text: '<at>Ann</at>', mentioned: { id: 'ann' } }]
      assert.equal(codeOf(await send({ ...text('hi'), entities })), 'BadArgument')
    })

    it('refuses a textFormat that does not exist', async () => {
      assert.equal(codeOf(await send({ ...text('hi'), textFormat: 'html' })), 'BadArgument')
    })

    it('refuses a card that is a string', async () => {
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: '{}' }]
      assert.equal(codeOf(await send({ type: 'message', attachments })), 'BadArgument')
    })

    it('answers 413 in HTML above 100 kB, and takes 99 000 characters', async () => {
      assert.equal((await send(text('x'.repeat(99_000)))).status, 201)
      const answer = await send(text('x'.repeat(110_000)))
      assert.deepEqual([answer.status, answer.body.slice(0, 9)], [413, '<!DOCTYPE'])
    })

    it('answers what is not JSON in HTML', async () => {
      const answer = await send('{')
      assert.deepEqual([answer.status, answer.body.slice(0, 9)], [400, '<!DOCTYPE'])
    })

    it('answers 404 for an unknown conversation', async () => {
      const answer = await send(text('x'), 'nowhere')
      assert.deepEqual([answer.status, codeOf(answer)], [404, 'ConversationNotFound'])
    })

    it('shows an update in place of the message, whatever id its body has', async () => {
      const id = idOf(await send(card()))
      const answer = await put(id, { ...text('done'), id: 'another' })
      assert.deepEqual([answer.status, idOf(answer)], [200, id])
      assert.equal(conversation.message(id)?.shown.text, 'done')
    })

    it('drops what the update does not say', async () => {
      const id = idOf(await send(card()))
      await put(id, text('done'))
      assert.equal(conversation.message(id)?.shown.attachments, undefined)
    })

    it('takes an update without text', async () => {
      const id = idOf(await send(card()))
      assert.equal((await put(id, { type: 'message' })).status, 200)
    })

    it('refuses to update to typing', async () => {
      const id = idOf(await send(card()))
      assert.equal(codeOf(await put(id, { type: 'typing' })), 'BadArgument')
    })

    it('answers 404 for an update of an unknown message', async () => {
      assert.equal(codeOf(await put('1', text('x'))), 'ActivityNotFoundInConversation')
    })

    it('has no delete', async () => {
      const answer = await call('DELETE', there('/activities/1'))
      assert.deepEqual([answer.status, codeOf(answer)], [501, 'DeleteActivityAPINotImplemented'])
    })

    it('lists people with objectId, one person with aadObjectId', async () => {
      const [listed] = JSON.parse((await call('GET', there('/members'))).body)
      const single = JSON.parse((await call('GET', there('/members/ann'))).body)
      assert.deepEqual([listed.objectId, listed.aadObjectId], ['aad-ann', undefined])
      assert.deepEqual([single.objectId, single.aadObjectId], [undefined, 'aad-ann'])
    })

    it('does not know a member by Entra id', async () => {
      assert.equal(codeOf(await call('GET', there('/members/aad-ann'))), 'MemberNotFoundInConversation')
    })

    it('counts the bot among the members of its only page', async () => {
      const page = JSON.parse((await call('GET', there('/pagedmembers?pageSize=1'))).body)
      assert.deepEqual([page.members.length, page.totalCount, page.continuationToken], [1, 2, undefined])
    })

    it('refuses a continuation token', async () => {
      assert.equal((await call('GET', there('/pagedmembers?continuationToken=x'))).status, 403)
    })

    it('gives the chat of the current user when asked to create it', async () => {
      const answer = await call('POST', `${base()}/v3/conversations`, { members: [{ id: 'ann' }] })
      assert.deepEqual([answer.status, idOf(answer)], [201, 'chat'])
    })

    it('creates an invisible chat for anybody else, the same each time', async () => {
      const create = () => call('POST', `${base()}/v3/conversations`, { members: [{ id: 'aad-ann' }] })
      const id = idOf(await create())
      assert.match(id, /@test\.user$/)
      assert.equal(idOf(await create()), id)
      assert.equal((await send(text('x'), id)).status, 201)
    })

    it('cannot create a group chat', async () => {
      assert.equal((await call('POST', `${base()}/v3/conversations`, {})).status, 500)
    })

    it('ignores a bearer token', async () => {
      const headers = { authorization: 'Bearer rubbish' }
      const response = await fetch(there('/activities'), {
        method: 'POST',
        headers,
        body: JSON.stringify(text('x')),
      })
      assert.equal(response.status, 201)
    })

    it('has no list of conversations', async () => {
      assert.equal((await call('GET', `${base()}/v3/conversations`)).status, 404)
    })
  })

  describe('as Emulator', () => {
    beforeEach(() => play('emulator', '1cc6|livechat'))

    it('answers a message with 200 and a time-based uuid', async () => {
      const answer = await send(text('x'))
      assert.equal(answer.status, 200)
      assert.match(idOf(answer), /^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    })

    it('decodes %7C in the id of the conversation', async () => {
      await send(text('x'))
      assert.match(connector.requests[0]?.path ?? '', /%7C/)
    })

    it('gives text with a card one id, and typing one too', async () => {
      assert.match(idOf(await send({ ...card(), text: 'look' })), /-/)
      assert.match(idOf(await send({ type: 'typing', from: { id: 'bot' } })), /-/)
      assert.equal(conversation.messages.length, 1)
    })

    it('refuses an activity without from', async () => {
      const answer = await send({ type: 'message', text: 'x' })
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'ServiceError'])
    })

    it('takes an empty message and an event', async () => {
      assert.equal((await send({ type: 'message', from: { id: 'bot' } })).status, 200)
      assert.equal((await send({ type: 'event', from: { id: 'bot' } })).status, 200)
    })

    it('takes a large message', async () => {
      assert.equal((await send(text('x'.repeat(200_000)))).status, 200)
    })

    it('answers what is not JSON with a flat error', async () => {
      assert.equal(JSON.parse((await send('{')).body).code, 'InvalidContent')
    })

    it('never answers for an unknown conversation', async () => {
      const answer = send(text('x'), 'nowhere').then(
        () => 'answered',
        () => 'cut',
      )
      const request = await connector.waitForRequest('send')
      await connector.close()
      assert.deepEqual([await answer, request.answer], ['cut', 'hang'])
    })

    it('answers a bearer token with 401', async () => {
      const headers = { authorization: 'Bearer rubbish' }
      const response = await fetch(there('/activities'), {
        method: 'POST',
        headers,
        body: JSON.stringify(text('x')),
      })
      assert.equal(response.status, 401)
    })

    it('merges an update into what it keeps, and shows the old message on', async () => {
      const id = idOf(await send({ ...text('before'), summary: 'kept' }))
      assert.equal((await put(id, { ...text('after'), id })).status, 200)
      const message = conversation.message(id)
      assert.deepEqual(
        [message?.stored.text, message?.stored.summary, message?.shown.text],
        ['after', 'kept', 'before'],
      )
    })

    it('refuses an update whose body has another id', async () => {
      const id = idOf(await send(text('x')))
      assert.equal(codeOf(await put(id, { ...text('y'), id: 'other' })), 'BadArgument')
    })

    it('answers 404 for an update or delete of an unknown message', async () => {
      assert.equal((await put('1', { ...text('x'), id: '1' })).status, 404)
      assert.equal((await call('DELETE', there('/activities/1'))).status, 404)
    })

    it('accepts a delete and shows the message on', async () => {
      const id = idOf(await send(text('x')))
      assert.deepEqual(await call('DELETE', there(`/activities/${id}`)), { status: 200, body: '' })
      assert.equal(conversation.message(id)?.shown.text, 'x')
    })

    it('lists the bot among the members', async () => {
      const members = JSON.parse((await call('GET', there('/members'))).body)
      assert.deepEqual(members, [
        { id: 'bot', name: 'Bot' },
        { id: 'ann', name: 'Ann Lee' },
      ])
    })

    for (const path of ['/members/ann', '/pagedmembers']) {
      it(`has no route for ${path}`, async () => {
        const answer = await call('GET', there(path))
        assert.deepEqual([answer.status, JSON.parse(answer.body).code], [404, 'ResourceNotFound'])
      })
    }

    it('creates a conversation for exactly one user', async () => {
      const create = (members: object[]) => call('POST', `${base()}/v3/conversations`, { members })
      const answer = await create([{ id: 'ann', role: 'user' }])
      assert.equal(answer.status, 201)
      assert.equal((await send(text('x'), idOf(answer))).status, 200)
      assert.deepEqual(await create([{ id: 'ann' }]), { status: 400, body: '{}' })
    })
  })

  describe('as Teams', () => {
    beforeEach(() => play('teams', '19:x@thread.tacv2;messageid=1'))

    it('decodes %3B and %3D in the id of the conversation', async () => {
      assert.equal((await send(text('x'))).status, 201)
      assert.match(connector.requests[0]?.path ?? '', /%3Bmessageid%3D1/)
    })

    it('splits text and card, without an id', async () => {
      assert.deepEqual(await send({ ...card(), text: 'look' }), { status: 202, body: '' })
    })

    it('answers 413 MessageSizeTooBig above 100 KB of UTF-16', async () => {
      const answer = await send(text('x'.repeat(60_000)))
      assert.deepEqual([answer.status, codeOf(answer)], [413, 'MessageSizeTooBig'])
    })

    it('deletes a message', async () => {
      const id = idOf(await send(text('x')))
      assert.equal((await call('DELETE', there(`/activities/${id}`))).status, 200)
      assert.equal(conversation.message(id), undefined)
    })

    it('answers 404 for an update of a deleted message', async () => {
      const id = idOf(await send(text('x')))
      await call('DELETE', there(`/activities/${id}`))
      assert.equal(codeOf(await put(id, text('y'))), 'ActivityNotFoundInConversation')
    })

    it('gives the members page by page', async () => {
      conversation.seed.people.push({ id: 'bob' })
      const first = JSON.parse((await call('GET', there('/pagedmembers?pageSize=1'))).body)
      const rest = await call(
        'GET',
        there(`/pagedmembers?pageSize=1&continuationToken=${first.continuationToken}`),
      )
      assert.deepEqual([first.members[0].id, JSON.parse(rest.body).members[0].id], ['ann', 'bob'])
      assert.equal(JSON.parse(rest.body).continuationToken, undefined)
    })

    it('knows a member by Entra id', async () => {
      assert.equal((await call('GET', there('/members/aad-ann'))).status, 200)
    })

    it('opens a chat with a person who has the app, and with nobody else', async () => {
      const create = (id: string) => call('POST', `${base()}/v3/conversations`, { members: [{ id }] })
      assert.equal((await create('aad-ann')).status, 201)
      assert.equal((await create('stranger')).status, 403)
    })
  })
})
