import assert from 'node:assert/strict'
import { remindersFor } from '../../../src/core/reminders/reminder.ts'
import { acquaintancesIn, isReachable, withoutSharedAddresses } from '../../../src/core/reminders/roster.ts'
import type { Rehearsal } from '../../support/bot/rehearsal.ts'
import { worldIn } from '../../support/bot/rehearse.ts'
import { activated, chatAfter } from '../../support/past/reminded-past.ts'
import { recipient, roster } from './listeners.ts'

const at = (conversation: string) => {
  const one = recipient()
  return { ...one, address: { ...one.address, conversation } }
}
const shared = [
  '19:x@thread.tacv2;messageid=1',
  '19:meeting_x@thread.v2',
  '19:X@THREAD.V2',
  'team-id;messageid=1',
  '',
]

describe('an address for reminders', () => {
  for (const conversation of shared)
    it(`is none where others read along: "${conversation}"`, () => {
      assert.equal(isReachable(at(conversation)), false)
    })

  for (const conversation of ['a:1', '1cc6|livechat', '7f1c8b1e-0000-4000-8000-000000000011'])
    it(`is the chat "${conversation}"`, () => {
      const kept = roster({ one: at(conversation) })
      assert.equal(isReachable(at(conversation)), true)
      assert.equal(withoutSharedAddresses(kept, 5), kept)
    })

  it('is dropped where it was kept by mistake, and its person counts as gone from then on', () => {
    const kept = roster({
      one: at('a:1'),
      two: at('19:x@thread.v2'),
      three: { ...at('19:y@thread.v2'), goneSince: 2 },
    })
    const { people } = withoutSharedAddresses(kept, 5)
    assert.deepEqual(people.one, kept.people.one)
    assert.deepEqual([people.two?.address.conversation, people.two?.goneSince], ['', 5])
    assert.deepEqual([people.three?.address.conversation, people.three?.goneSince], ['', 2])
    const again = withoutSharedAddresses({ ...kept, people }, 9)
    assert.equal(again.people.two?.goneSince, 5)
  })
})

describe('a person whose reminders would go into a channel', () => {
  const lost = (): Rehearsal => {
    const chat = chatAfter(activated(7, 'featured-blog'))
    const { roster: kept } = chat.situation.documents
    const who = kept?.people['person-1']
    assert.ok(kept && who)
    const address = { ...who.address, conversation: '19:x@thread.tacv2;messageid=1' }
    const people = { 'person-1': { ...who, address } }
    chat.situation = {
      ...chat.situation,
      documents: { ...chat.situation.documents, roster: { ...kept, people } },
    }
    return chat
  }

  it('is not notified there', async () => {
    const chat = lost()
    const { reminderContext, personId } = worldIn(chat.situation, 'en', { now: chat.now })
    assert.ok(chat.recipient)
    assert.deepEqual(remindersFor(reminderContext, personId, chat.recipient), [])
    assert.equal(await chat.remind(), undefined)
  })

  it('is notified again once they write in private', async () => {
    const chat = lost()
    await chat.say('help')
    assert.equal(chat.recipient?.address.conversation, 'chat-1')
    assert.equal(chat.recipient?.goneSince, undefined)
    assert.ok(await chat.remind())
  })
})

describe('the acquaintances of a person', () => {
  it('are themselves, and only people reachable in private', () => {
    const called = (name: string, conversation: string) => {
      const { address, ...one } = at(conversation)
      return { ...one, address: { ...address, person: { id: name, name } } }
    }
    const kept = roster({
      ann: called('Ann', 'a:1'),
      bob: called('Bob', '19:x@thread.v2'),
      cyd: { ...called('Cyd', 'a:3'), goneSince: 1 },
      dee: called('Dee', ''),
    })
    const self = { id: 'eve', name: 'Eve' }
    assert.deepEqual(acquaintancesIn(kept, self), [self, { id: 'ann', name: 'Ann' }])
  })
})
