import assert from 'node:assert/strict'
import {
  activityIdOf,
  change,
  collect,
  delivery,
  logged,
  place,
  type Subject,
  turnKeys,
  write,
} from './subject.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

export function describeOutboxAndLog(subject: Subject): void {
  describe('outbox', () => {
    const pending = async () => (await collect(subject.store.undelivered())).map(({ id }) => id)

    it('yields messages in the order in which they were committed, over all conversations', async () => {
      await write(subject.store, { outbox: [delivery('1', 'c2'), delivery('2', 'c2')] })
      await write(subject.store, { keys: turnKeys({ conversation: 'c1' }), outbox: [delivery('3', 'c1')] })
      await write(subject.store, { outbox: [delivery('4', 'c2')] })
      assert.deepEqual(await pending(), ['1', '2', '3', '4'])
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
      assert.deepEqual(await collect(subject.store.undelivered()), [whole])
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
      const reading = subject.store.undelivered()[Symbol.asyncIterator]()
      await reading.next()
      await write(subject.store, { outbox: [delivery('2')] })
      assert.equal((await reading.next()).done, true)
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

    it('is told from its beginning, in order', async () => {
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
      const late = change({ read: { company: 7, person: 0, conversation: 0 }, events: [logged('b')] })
      assert.equal(await subject.store.commit(late), 'conflict')
      assert.deepEqual(await told(), ['a'])
    })
  })
}
