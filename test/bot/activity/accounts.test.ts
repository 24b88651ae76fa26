import assert from 'node:assert/strict'
import { activitySchema } from '../../../bot/activity/activity.ts'
import { mentionedPeople } from '../../../bot/activity/mentioned-people.ts'
import { rememberedBy } from '../../../bot/turn/turn-change.ts'
import { newRecipient, newRoster } from '../../../src/core/reminders/roster.ts'
import { address, conversation, nothing } from '../../adapters/contract/subject.ts'

const spellings = [
  ['29:Ann', '29:Ann'],
  ['29:Ann', 'Ann'],
  ['Ann', '29:ann'],
] as const

/** The chat of an account. */
const addressOf = (id: string, locale?: string) => ({
  ...address('c1'),
  person: { id },
  ...(locale && { locale }),
})

for (const [known, named] of spellings)
  describe(`an account that is known as ${known} and named as ${named}`, () => {
    it('goes on with its drafts and language in its chat', () => {
      const drafts = [{ guide: 'technical-help', state: {}, leftAt: '2026-11-22T12:00:00Z' }]
      const kept = { ...conversation(), address: addressOf(known, 'fr-FR'), person: 'p0', drafts }
      const snapshot = { ...nothing, conversation: { value: kept, version: 1 } }
      const now = rememberedBy(snapshot, addressOf(named), { person: 'p1' })
      assert.deepEqual([now.drafts, now.address.locale], [drafts, 'fr-FR'])
    })

    it('is the colleague who is mentioned', () => {
      const roster = { ...newRoster, people: { entra: newRecipient(addressOf(known)) } }
      const message = activitySchema.parse({
        type: 'message',
        channelId: 'msteams',
        serviceUrl: 'https://smba.example',
        conversation: { id: 'a:1' },
        from: { id: '29:a' },
        recipient: { id: '28:b' },
        text: '<at>Ann</at>',
        entities: [{ type: 'mention', text: '<at>Ann</at>', mentioned: { id: named, name: 'Ann' } }],
      })
      assert.deepEqual(mentionedPeople(message, roster), ['entra'])
    })
  })
