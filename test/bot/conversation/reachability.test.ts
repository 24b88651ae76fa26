import assert from 'node:assert/strict'
import type { Recipient } from '../../../src/core/reminders/roster.ts'
import { noon, rehearse, type Situation } from '../../support/bot/rehearse.ts'

const day = 86_400_000
const blank: Situation = { documents: {}, log: [] }

const recipientIn = ({ documents }: Situation): Recipient | undefined => documents.roster?.people['person-1']

/** Roster entry of the person after typing these lines. */
async function saying(situation: Situation, ...lines: readonly string[]) {
  let now = situation
  for (const text of lines) now = (await rehearse(now, 'en', { text })).situation
  return now
}

describe('who gets proactive messages', () => {
  it('is no one who only asked something', async () => {
    assert.equal(recipientIn(await saying(blank, 'help', 'my rewards')), undefined)
  })

  it('is who has begun a guide, from the first answer on', async () => {
    const asked = await saying(blank, 'technical help')
    assert.equal(recipientIn(asked), undefined)
    const begun = await saying(blank, 'technical help', 'technical')
    assert.equal(recipientIn(begun)?.halfway?.guide, 'technical-help')
    assert.equal(recipientIn(begun)?.address.conversation, 'chat-1')
  })

  it('excludes cancelled guides', async () => {
    const begun = await saying(blank, 'technical help', 'technical')
    assert.equal(recipientIn(await saying(begun, 'cancel'))?.halfway, undefined)
    assert.equal(recipientIn(await saying(begun, 'associate a tenant'))?.halfway?.guide, 'technical-help')
  })

  it('counts a guide from the day on which it was last gone on with', async () => {
    const begun = await saying(blank, 'technical help', 'technical')
    const back = { text: 'back' }
    const { situation } = await rehearse(begun, 'en', back, { now: noon + 60_000 })
    assert.equal(recipientIn(situation)?.halfway?.since, noon)
    const next = await rehearse(begun, 'en', back, { now: noon + day })
    assert.equal(recipientIn(next.situation)?.halfway?.since, noon + day)
  })

  const known = () => saying(blank, 'technical help', 'technical')

  it('has the time zone that the client tells, and no other than there is', async () => {
    const told = { text: 'help', localTimezone: 'Europe/Paris' }
    const { situation } = await rehearse(await known(), 'en', told)
    assert.equal(recipientIn(situation)?.timeZone, 'Europe/Paris')
    const nowhere = await rehearse(situation, 'en', { text: 'help', localTimezone: 'Mars/Olympus' })
    assert.equal(recipientIn(nowhere.situation)?.timeZone, 'Europe/Paris')
  })

  it('keeps the time zone that was chosen', async () => {
    const { documents, log } = await known()
    const recipient = recipientIn({ documents, log })
    assert.ok(recipient && documents.roster)
    const people = { 'person-1': { ...recipient, timeZone: 'Asia/Tokyo', choseTimeZone: true } }
    const chosen = { documents: { ...documents, roster: { ...documents.roster, people } }, log }
    const { situation } = await rehearse(chosen, 'en', { text: 'help', localTimezone: 'Europe/Paris' })
    assert.equal(recipientIn(situation)?.timeZone, 'Asia/Tokyo')
  })

  it('is gone when the app is removed, and back with the next word', async () => {
    const removal = { type: 'installationUpdate', action: 'remove' }
    const gone = await rehearse(await known(), 'en', removal)
    assert.equal(recipientIn(gone.situation)?.goneSince, noon)
    assert.deepEqual(gone.outbox, [])
    const back = await saying(gone.situation, 'help')
    assert.equal(recipientIn(back)?.goneSince, undefined)
    assert.ok(recipientIn(back)?.halfway)
  })

  it('is back at once with anything that they send, and earlier refusals are forgotten', async () => {
    const { documents, log } = await known()
    const recipient = recipientIn({ documents, log })
    assert.ok(recipient && documents.roster)
    const people = { 'person-1': { ...recipient, goneSince: noon, refusedSince: noon - day } }
    const refused = { documents: { ...documents, roster: { ...documents.roster, people } }, log }
    const signs = [
      { text: 'help' },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'installationUpdate', action: 'add' },
    ]
    for (const sign of signs) {
      const back = recipientIn((await rehearse(refused, 'en', sign)).situation)
      assert.deepEqual([back?.goneSince, back?.refusedSince], [undefined, undefined], JSON.stringify(sign))
    }
  })

  it('is gone when the bot is no longer a member', async () => {
    const removal = { type: 'conversationUpdate', membersAdded: [], membersRemoved: [{ id: 'bot-1' }] }
    const { situation, outbox } = await rehearse(await known(), 'en', removal)
    assert.equal(recipientIn(situation)?.goneSince, noon)
    assert.deepEqual(outbox, [])
  })

  it('is no one in a group', async () => {
    const conversation = { id: 'chat-1', conversationType: 'groupChat', isGroup: true }
    const { situation } = await rehearse(await known(), 'en', { text: 'help', conversation })
    assert.equal(recipientIn(situation)?.address.conversation, 'chat-1')
    const stranger = await rehearse(blank, 'en', { text: 'technical help', conversation })
    assert.equal(recipientIn(stranger.situation), undefined)
  })
})
