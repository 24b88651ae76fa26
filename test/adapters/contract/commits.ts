import assert from 'node:assert/strict'
import type { Change } from '../../../src/store/ports.ts'
import {
  abandoned,
  change,
  collect,
  company,
  conversation,
  delivery,
  logged,
  nothing,
  person,
  roster,
  type Subject,
  turnKeys,
  unread,
  versions,
  write,
} from './subject.ts'

const samples = { company: company(), person: person(), conversation: conversation(), roster: roster('p1') }
const names = ['company', 'person', 'conversation', 'roster'] as const

export function describeCommits(subject: Subject): void {
  describe('commits', () => {
    for (const name of names) {
      it(`conflict when a document to write has changed: ${name}`, async () => {
        const read = versions(await subject.store.open(turnKeys()))
        await write(subject.store, { write: { [name]: samples[name] } })
        const late = change({ read, write: { [name]: samples[name] } })
        assert.equal(await subject.store.commit(late), 'conflict')
      })

      it(`conflict when a document that was only read has changed: ${name}`, async () => {
        const read = versions(await subject.store.open(turnKeys()))
        await write(subject.store, { write: { [name]: samples[name] } })
        const other = name === 'person' ? 'company' : 'person'
        assert.equal(
          await subject.store.commit(change({ read, write: { [other]: samples[other] } })),
          'conflict',
        )
      })
    }

    it('conflict when they claim to have read what does not exist', async () => {
      const read = { ...unread, company: 3 }
      assert.equal(await subject.store.commit(change({ read, write: samples })), 'conflict')
    })

    it('write documents, log, outbox and the handled activity together', async () => {
      const keys = turnKeys()
      const sent = delivery()
      await subject.store.commit(change({ keys, write: samples, events: [logged('a')], outbox: [sent] }))
      const after = await subject.store.open(keys)
      assert.deepEqual(versions(after), { company: 1, person: 1, conversation: 1, roster: 1 })
      assert.equal(after.handled, true)
      assert.deepEqual(await collect(subject.store.events('t1')), [logged('a')])
      assert.deepEqual(await abandoned(subject), [sent])
    })

    it('leave no trace when they conflict', async () => {
      const keys = turnKeys()
      const read = { ...unread, conversation: 1 }
      const late: Change = change({
        keys,
        read,
        write: samples,
        events: [logged('a')],
        outbox: [delivery()],
      })
      assert.equal(await subject.store.commit(late), 'conflict')
      assert.deepEqual(await subject.store.open(keys), nothing)
      assert.deepEqual(await collect(subject.store.events('t1')), [])
      assert.deepEqual(await abandoned(subject), [])
    })

    it('leave no mark without an activity, and still conflict', async () => {
      const keys = turnKeys()
      const alone = { ...change({ keys, write: { roster: samples.roster } }), unmarked: true } as const
      assert.equal(await subject.store.commit(alone), 'committed')
      assert.equal((await subject.store.open(keys)).handled, false)
      assert.equal(await subject.store.commit(alone), 'conflict')
    })

    it('may write nothing but that the activity was handled', async () => {
      const keys = await write(subject.store)
      assert.equal((await subject.store.open(keys)).handled, true)
    })

    it('of one activity happen once', async () => {
      const keys = await write(subject.store)
      const again = change({ keys, read: versions(await subject.store.open(keys)) })
      assert.equal(await subject.store.commit(again), 'conflict')
    })

    it('tell activities of the same id in two conversations apart', async () => {
      const keys = await write(subject.store)
      assert.equal((await subject.store.open({ ...keys, conversation: 'c2' })).handled, false)
    })

    it('made at once from the same state: exactly one wins', async () => {
      const rivals = Array.from({ length: 20 }, (_, index) =>
        subject.store.commit(
          change({ write: { company: company(`program-${index}`) }, events: [logged('a')] }),
        ),
      )
      const outcomes = await Promise.all(rivals)
      assert.equal(outcomes.filter((outcome) => outcome === 'committed').length, 1)
      assert.equal((await collect(subject.store.events('t1'))).length, 1)
    })

    it('made at once for the same activity: exactly one wins', async () => {
      const keys = turnKeys()
      const rivals = Array.from({ length: 20 }, () => subject.store.commit(change({ keys })))
      const outcomes = await Promise.all(rivals)
      assert.equal(outcomes.filter((outcome) => outcome === 'committed').length, 1)
    })

    it('that are retried after each conflict all succeed once', async () => {
      const persist = async (name: string): Promise<void> => {
        const keys = turnKeys({ person: name })
        const read = versions(await subject.store.open(keys))
        const outcome = await subject.store.commit(
          change({ keys, read, write: { company: company() }, events: [logged(name)] }),
        )
        if (outcome === 'conflict') await persist(name)
      }
      const people = Array.from({ length: 12 }, (_, index) => `p${index}`)
      await Promise.all(people.map(persist))
      const log = await collect(subject.store.events('t1'))
      const heard = log.flatMap(({ event }) => (event.type === 'TenantAssociated' ? [event.tenant] : []))
      assert.deepEqual(heard.sort(), people.sort())
      assert.equal((await subject.store.open(turnKeys())).company.version, people.length)
    })
  })
}
