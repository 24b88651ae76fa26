import assert from 'node:assert/strict'
import {
  abandoned,
  activityIdOf,
  change,
  collect,
  company,
  conversation,
  day,
  delivery,
  logged,
  person,
  place,
  roster,
  type Subject,
  second,
  turnKeys,
  versions,
  write,
} from './subject.ts'

export function describeExpiry(subject: Subject): void {
  describe('expiry', () => {
    const found = async () => versions(await subject.store.open(turnKeys()))
    const everything = {
      company: company(),
      person: person(),
      conversation: conversation(),
      roster: roster('p1'),
    }

    it('takes a conversation 180 days after its last commit, but no company, no person and no roster', async () => {
      await write(subject.store, { write: everything, events: [logged('a')] })
      subject.now += 180 * day
      assert.deepEqual(await found(), { company: 1, person: 1, conversation: 0, roster: 1 })
      assert.equal((await collect(subject.store.events('t1'))).length, 1)
    })

    it('does not take a conversation a second earlier', async () => {
      await write(subject.store, { write: everything })
      subject.now += 180 * day - second
      assert.equal((await found()).conversation, 1)
    })

    it('counts from the last commit that wrote the conversation', async () => {
      await write(subject.store, { write: { conversation: conversation() } })
      subject.now += 100 * day
      await write(subject.store, { write: { conversation: conversation() } })
      subject.now += 100 * day
      assert.equal((await found()).conversation, 2)
    })

    it('counts from the last commit even if that left the conversation as it was', async () => {
      await write(subject.store, { write: { conversation: conversation() } })
      subject.now += 100 * day
      await write(subject.store, { write: { person: person() } })
      subject.now += 100 * day
      assert.equal((await found()).conversation, 1)
    })

    it('lets a conversation start afresh', async () => {
      await write(subject.store, { write: { conversation: conversation({ old: true }) } })
      subject.now += 180 * day
      const keys = await write(subject.store, { write: { conversation: conversation({ old: false }) } })
      const after = (await subject.store.open(keys)).conversation
      assert.deepEqual([after.version, after.value?.dialogs], [1, { old: false }])
    })

    it('makes a change conflict that is based on a conversation gone since', async () => {
      await write(subject.store, { write: { conversation: conversation() } })
      const read = await found()
      subject.now += 180 * day
      assert.equal(await subject.store.commit(change({ read })), 'conflict')
    })

    it('remembers a handled activity for a day at least, not for ever', async () => {
      const keys = await write(subject.store)
      subject.now += day
      assert.equal((await subject.store.open(keys)).handled, true)
      subject.now += 30 * day
      assert.equal((await subject.store.open(keys)).handled, false)
    })

    it('forgets the ids of delivered messages after 180 days', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '1', activityId: 'x' }])
      subject.now += 180 * day - second
      assert.equal(await activityIdOf(subject, 'c1', '1'), 'x')
      subject.now += second
      assert.equal(await activityIdOf(subject, 'c1', '1'), undefined)
    })

    it('never takes a message that was not delivered', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      subject.now += 400 * day
      await subject.store.close()
      subject.store = await subject.place.open(() => subject.now)
      assert.equal((await abandoned(subject)).length, 1)
    })
  })
}
