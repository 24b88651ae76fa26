import assert from 'node:assert/strict'
import type { Activity } from '../client/activity.ts'
import { type ChatBench, form, meet, receivedOf } from '../client/chat-bench.ts'
import { bareMention } from './bare-mention.ts'
import { saidToBeNoGroup, typeInLowerCase, withoutType } from './conversation-type.ts'
import { hardSpaces } from './hard-spaces.ts'
import { formattedTwin, htmlTwin } from './html-twin.ts'
import { invisibleCharacters } from './invisible-characters.ts'
import { inMeeting, ofMeeting } from './meeting.ts'
import { namelessClick } from './nameless-click.ts'
import { quoted } from './quoted.ts'
import { type Shape, shaped } from './shape.ts'
import { withoutLocale } from './without-locale.ts'

describe('a person whose Teams writes as recorded', () => {
  let bench: ChatBench

  afterEach(() => bench.close())

  const client = async (shape: Shape) => {
    bench = await meet('teams', ({ reply }) => reply(form), { shape })
    return bench.client
  }
  const said = async (shape: Shape, text: string): Promise<Activity> =>
    (await (await client(shape)).say(text)).activity
  const saidInGroup = async (shape: Shape, text: string): Promise<Activity> =>
    (await (await client(shape)).inGroup().say(text)).activity
  const clicked = async (shape: Shape, entry = 'Ann'): Promise<Activity> => {
    const person = await client(shape)
    await person.say('card')
    await person.press('Go', { name: entry })
    return bench.bot.received.at(-1) ?? assert.fail('nothing was posted')
  }

  it('clicks without naming the message', async () => {
    const { id, replyToId, channelData, value } = await clicked(namelessClick)
    assert.match(String(id), /^f:[0-9a-f-]{36}$/)
    assert.deepEqual([replyToId, value], [undefined, { step: 1, name: 'Ann' }])
    assert.match(Object(channelData).legacy.replyToId, /^1:/)
    assert.deepEqual(Object(channelData).source, { name: 'message' })
    assert.ok(Object(channelData).tenant.id)
  })

  it('types as the plain one, apart from its clicks', async () => {
    const { id, channelData } = await said(namelessClick, 'hello')
    assert.match(String(id), /^\d{13}$/)
    assert.equal(Object(channelData).legacy, undefined)
  })

  it('repeats in HTML what it types', async () => {
    const { text, textFormat, attachments } = await said(htmlTwin, 'a < b\nc')
    assert.deepEqual([text, textFormat], ['a < b\nc', 'plain'])
    assert.deepEqual(attachments, [{ contentType: 'text/html', content: '<p>a &lt; b<br>c</p>' }])
  })

  it('marks a mention in the HTML', async () => {
    const { attachments } = await saidInGroup(htmlTwin, 'hello')
    assert.match(
      String(attachments?.[0]?.content),
      /schema.skype.com\/Mention" itemid="0">Bot<\/span> hello</,
    )
  })

  it('formats the HTML alone', async () => {
    const { text, attachments } = await said(formattedTwin, 'hello')
    assert.equal(text, 'hello')
    assert.match(String(attachments?.[0]?.content), /<li><strong>hello<\/strong>/)
  })

  it('puts hard spaces behind a mention, and at the end of what it types', async () => {
    assert.equal((await saidInGroup(hardSpaces, 'my rewards')).text, '<at>Bot</at>&nbsp;my rewards')
    await bench.close()
    assert.equal((await said(hardSpaces, 'show my rewards')).text, 'show my&nbsp;rewards&nbsp;')
  })

  it('mentions without an entity', async () => {
    const { text, entities } = await saidInGroup(bareMention, 'hello')
    assert.deepEqual([text, entities], ['<at>Bot</at> hello', undefined])
  })

  it('keeps invisible characters in text and entries, not in choices', async () => {
    const { value } = await clicked(invisibleCharacters, 'Ann Bell')
    const { step, name } = Object(value)
    assert.equal(step, 1)
    assert.notEqual(name, 'Ann Bell')
    assert.equal(String(name).replace(/[\p{Cf}]/gu, ''), 'Ann Bell')
    await bench.close()
    assert.equal(Object((await clicked(invisibleCharacters, 'partner-admin')).value).name, 'partner-admin')
  })

  it('quotes a message by its id', async () => {
    assert.equal((await said(quoted('123'), 'yes')).text, '<quoted messageId="123"/> yes')
  })

  for (const [name, shape, expected] of [
    ['does not say what kind of conversation it is in', withoutType, [undefined, undefined]],
    ['writes the kind in another case', typeInLowerCase, ['groupchat', undefined]],
    ['says that a group is none', saidToBeNoGroup, [undefined, false]],
  ] as const)
    it(name, async () => {
      const { conversation } = await saidInGroup(shape, 'hello')
      assert.deepEqual([conversation?.conversationType, conversation?.isGroup], expected)
      assert.match(conversation?.id ?? '', /^19:.*@thread\.v2$/)
      assert.ok(conversation?.tenantId)
    })

  it('is in the chat of a meeting', async () => {
    const person = inMeeting(await client(ofMeeting))
    const { conversation, channelData } = (await person.say('hello')).activity
    assert.match(conversation?.id ?? '', /^19:meeting_/)
    assert.ok(Object(channelData).meeting.id)
  })

  it('does not say at first which language it reads', async () => {
    const person = await client(withoutLocale)
    await person.join()
    for (const type of ['installationUpdate', 'conversationUpdate'])
      assert.equal(receivedOf(bench.bot, type).locale, undefined)
    assert.equal((await person.say('hello')).activity.locale, 'en-US')
  })

  it('writes in several shapes at once', async () => {
    const { text, attachments } = await said(shaped(quoted('1'), htmlTwin), 'yes')
    assert.equal(text, '<quoted messageId="1"/> yes')
    assert.match(String(attachments?.[0]?.content), /quoted/)
  })
})
