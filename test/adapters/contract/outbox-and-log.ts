import assert from 'node:assert/strict'
import type { Delivery } from '../../../src/core/conversation/conversation.ts'
import { leaseMs } from '../../../src/store/ports.ts'
import {
  abandoned,
  activityIdOf,
  change,
  collect,
  delivery,
  logged,
  place,
  type Subject,
  turnKeys,
  unread,
  write,
} from './subject.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

export function describeOutboxAndLog(subject: Subject): void {
  describe('outbox', () => {
    const pending = async () => (await abandoned(subject)).map(({ id }) => id)

    const inConversation = (found: readonly Delivery[], id: string) =>
      found.filter(({ address }) => address.conversation === id).map((each) => each.id)

    it('yields messages in the order in which they were committed, within each conversation', async () => {
      await write(subject.store, { outbox: [delivery('1', 'c2'), delivery('2', 'c2')] })
      await write(subject.store, { keys: turnKeys({ conversation: 'c1' }), outbox: [delivery('3', 'c1')] })
      await write(subject.store, { outbox: [delivery('4', 'c2')] })
      const found = await abandoned(subject)
      assert.deepEqual(inConversation(found, 'c2'), ['1', '2', '4'])
      assert.deepEqual(inConversation(found, 'c1'), ['3'])
    })

    it('keeps the order of many', async () => {
      const ids = numbered(250)
      await write(subject.store, { outbox: ids.map((id) => delivery(id)) })
      assert.deepEqual(await pending(), ids)
    })

    it('yields a message whole', async () => {
      const whole = {
        ...delivery('1'),
        replyTo: 'incoming',
        replaces: { delivery: '0', activityId: 'earlier' },
        activity: { type: 'message', attachments: [{ content: { body: [{ text: 'été 🎉' }] } }] },
      }
      await write(subject.store, { outbox: [whole] })
      assert.deepEqual(await abandoned(subject), [whole])
    })

    it('gives up what was acknowledged, and nothing else', async () => {
      await write(subject.store, { outbox: [delivery('1'), delivery('2'), delivery('3')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '1' }, { delivery: '3', activityId: 'x' }])
      assert.deepEqual(await pending(), ['2'])
    })

    it('keeps a message whose conversation is not the one acknowledged', async () => {
      await write(subject.store, { outbox: [delivery('1', 'c1')] })
      await subject.store.acknowledge(place('c2'), [{ delivery: '1' }])
      assert.deepEqual(await pending(), ['1'])
    })

    it('may be emptied while it is read', async () => {
      await write(subject.store, { outbox: numbered(150).map((id) => delivery(id)) })
      subject.now += leaseMs
      let seen = 0
      for await (const { id } of subject.store.undelivered()) {
        seen += 1
        await subject.store.acknowledge(place('c1'), [{ delivery: id }])
      }
      assert.equal(seen, 150)
      assert.deepEqual(await pending(), [])
    })

    it('leaves what is committed during a reading to those who committed it', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      subject.now += leaseMs
      const reading = subject.store.undelivered()[Symbol.asyncIterator]()
      await reading.next()
      await write(subject.store, { outbox: [delivery('2')] })
      assert.equal((await reading.next()).done, true)
    })

    it('leaves a message to who committed it as long as that may be sending it', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      subject.now += leaseMs - 1
      assert.deepEqual(await collect(subject.store.undelivered()), [])
    })

    it('leaves a message to who says in time that it still cares', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      subject.now += leaseMs - 1
      await subject.store.lease([{ ...place('c1'), messages: 1 }])
      subject.now += leaseMs - 1
      assert.deepEqual(await collect(subject.store.undelivered()), [])
      subject.now += 1
      assert.equal((await collect(subject.store.undelivered())).length, 1)
    })

    it('gives an abandoned message to one reader of two', async () => {
      await write(subject.store, { outbox: [delivery('1'), delivery('2')] })
      subject.now += leaseMs
      const [one, other] = await Promise.all([
        collect(subject.store.undelivered()),
        collect(subject.store.undelivered()),
      ])
      assert.deepEqual(
        [...one, ...other].map(({ id }) => id),
        ['1', '2'],
      )
    })

    it('gives a message again when its reader leaves it alone too', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      assert.deepEqual(await pending(), ['1'])
      assert.deepEqual(await collect(subject.store.undelivered()), [])
      assert.deepEqual(await pending(), ['1'])
    })

    it('gives what was abandoned in a conversation to its next turn, in order, and to no other', async () => {
      await write(subject.store, { outbox: numbered(12).map((id) => delivery(id)) })
      await write(subject.store, {
        keys: turnKeys({ conversation: 'c2' }),
        outbox: [delivery('other', 'c2')],
      })
      subject.now += leaseMs
      const { abandoned: found } = await subject.store.open(turnKeys(), [{ delivery: '0' }])
      assert.deepEqual(
        found.map(({ id }) => id),
        numbered(12).slice(1),
      )
      assert.deepEqual((await subject.store.open(turnKeys())).abandoned, [])
      assert.deepEqual(
        (await collect(subject.store.undelivered())).map(({ id }) => id),
        ['other'],
      )
    })

    it('gives a turn nothing that is leased', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      assert.deepEqual((await subject.store.open(turnKeys())).abandoned, [])
    })

    it('holds nothing that does not exist', async () => {
      await subject.store.lease([{ ...place('c1'), messages: 1 }])
      await write(subject.store, { outbox: [delivery('1')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '1' }])
      await subject.store.lease([{ ...place('c1'), messages: 1 }])
      assert.deepEqual(await pending(), [])
    })

    it('gives a message at once when who had it has left it in order', async () => {
      await write(subject.store, { outbox: [delivery('1'), delivery('2')] })
      await subject.store.release([{ ...place('c1'), messages: 2 }])
      assert.deepEqual(
        (await collect(subject.store.undelivered())).map(({ id }) => id),
        ['1', '2'],
      )
    })

    it('gives what was left in order to the next turn of the conversation', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      await subject.store.release([{ ...place('c1'), messages: 1 }])
      const { abandoned: found } = await subject.store.open(turnKeys())
      assert.deepEqual(
        found.map(({ id }) => id),
        ['1'],
      )
    })

    it('releases nothing that was sent, and nothing of another conversation', async () => {
      await write(subject.store, { outbox: [delivery('1', 'c1')] })
      await write(subject.store, { keys: turnKeys({ conversation: 'c2' }), outbox: [delivery('2', 'c2')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '1' }])
      await subject.store.release([{ ...place('c1'), messages: 1 }])
      assert.deepEqual(await collect(subject.store.undelivered()), [])
      assert.deepEqual(await pending(), ['2'])
    })

    it('keeps another text of a message at the same place', async () => {
      await write(subject.store, { outbox: [delivery('1'), delivery('2')] })
      await subject.store.amend({ ...delivery('1'), at: 5, again: true })
      assert.deepEqual(await abandoned(subject), [{ ...delivery('1'), at: 5, again: true }, delivery('2')])
    })

    it('keeps no other text of a message that waits no more', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '1' }])
      await subject.store.amend({ ...delivery('1'), again: true })
      assert.deepEqual(await pending(), [])
    })

    it('survives that the store is closed and opened again', async () => {
      await write(subject.store, { outbox: [delivery('1'), delivery('2')] })
      await subject.store.close()
      subject.store = await subject.place.open(() => subject.now)
      await write(subject.store, { outbox: [delivery('3')] })
      assert.deepEqual(await pending(), ['1', '2', '3'])
    })

    it('tells the id that the channel gave to a message', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '1', activityId: 'x' }])
      assert.equal(await activityIdOf(subject, 'c1', '1'), 'x')
    })

    it('knows no id of a message that was never acknowledged or got none', async () => {
      await write(subject.store, { outbox: [delivery('1'), delivery('2')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '2' }])
      assert.equal(await activityIdOf(subject, 'c1', '1'), undefined)
      assert.equal(await activityIdOf(subject, 'c1', '2'), undefined)
    })

    it('does not forget an id because of a later acknowledgement without one', async () => {
      await write(subject.store, { outbox: [delivery('1')] })
      await subject.store.acknowledge(place('c1'), [{ delivery: '1', activityId: 'x' }])
      await subject.store.acknowledge(place('c1'), [{ delivery: '1' }])
      assert.equal(await activityIdOf(subject, 'c1', '1'), 'x')
    })
  })

  describe('log', () => {
    const told = async () => {
      const all = await collect(subject.store.events('t1'))
      return all.flatMap(({ event }) => (event.type === 'TenantAssociated' ? [event.tenant] : []))
    }

    it('is empty for a company that nothing happened to', async () => {
      assert.deepEqual(await told(), [])
    })

    it('is read from its beginning, in order', async () => {
      const ids = numbered(230)
      await write(subject.store, { events: ids.slice(0, 120).map(logged) })
      await write(subject.store, { events: ids.slice(120).map(logged) })
      assert.deepEqual(await told(), ids)
    })

    it('goes on after the store was closed and opened again', async () => {
      await write(subject.store, { events: [logged('a')] })
      await subject.store.close()
      subject.store = await subject.place.open(() => subject.now)
      await write(subject.store, { events: [logged('b')] })
      assert.deepEqual(await told(), ['a', 'b'])
    })

    it('takes no event of a change that lost', async () => {
      await write(subject.store, { events: [logged('a')] })
      const late = change({ read: { ...unread, company: 7 }, events: [logged('b')] })
      assert.equal(await subject.store.commit(late), 'conflict')
      assert.deepEqual(await told(), ['a'])
    })
  })
}
