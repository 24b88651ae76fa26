import assert from 'node:assert/strict'
import type { Activity } from '../client/activity.ts'
import { type ChatBench, meet } from '../client/chat-bench.ts'
import { deleted, edited, reaction, undeleted } from './afterwards.ts'
import { file, forwardedCard, instead, picture, voiceClip } from './things-sent.ts'

describe('what a person does in Teams besides typing and clicking', () => {
  let bench: ChatBench
  let typed: Activity

  beforeEach(async () => {
    bench = await meet('teams')
    typed = (await bench.client.say('hello')).activity
  })
  afterEach(() => bench.close())

  for (const [name, attachments, contentType] of [
    ['a picture', picture(), 'image/*'],
    ['a file', file(), 'application/vnd.microsoft.teams.file.download.info'],
    ['a voice clip', voiceClip(), 'audio/mp4'],
    ['a forwarded card', forwardedCard('Invoice'), 'application/vnd.microsoft.card.adaptive'],
  ] as const)
    it(`sends ${name}, without a word`, async () => {
      await bench.client.resendWithNewId(instead(...attachments)(typed))
      const got = bench.bot.received.at(-1)
      assert.deepEqual(
        [got?.type, got?.text, got?.attachments?.[0]?.contentType],
        ['message', undefined, contentType],
      )
      assert.notEqual(got?.id, typed.id)
    })

  it('changes what was said, under the same id', () => {
    const { type, id, text, channelData } = edited(typed, 'bye')
    assert.deepEqual([type, id, text], ['messageUpdate', typed.id, 'bye'])
    assert.equal(Object(channelData).eventType, 'editMessage')
  })

  it('takes it back, and brings it back', () => {
    const gone = deleted(typed)
    assert.deepEqual([gone.type, gone.id, gone.text], ['messageDelete', typed.id, undefined])
    assert.equal(Object(gone.channelData).eventType, 'softDeleteMessage')
    const back = undeleted(typed)
    assert.deepEqual([back.type, back.text], ['messageUpdate', 'hello'])
    assert.equal(Object(back.channelData).eventType, 'undeleteMessage')
  })

  it('puts a smiley under a message', () => {
    const { type, replyToId, text, ...rest } = reaction(typed, '123')
    assert.deepEqual([type, replyToId, text], ['messageReaction', '123', undefined])
    assert.deepEqual(rest.reactionsAdded, [{ type: 'like' }])
  })
})
