import assert from 'node:assert/strict'
import fc from 'fast-check'
import { id, ids } from './ids.ts'
import {
  abandoned,
  activityIdOf,
  collect,
  company,
  delivery,
  logged,
  person,
  place,
  type Subject,
  turnKeys,
  write,
} from './subject.ts'

export function describeKeys(subject: Subject): void {
  describe('keys', () => {
    it('of any characters and length keep tenants apart', async () => {
      await fc.assert(
        fc.asyncProperty(ids, async (tenants) => {
          for (const tenant of tenants) {
            await write(subject.store, {
              keys: turnKeys({ tenant }),
              write: { company: company(tenant, tenant) },
            })
          }
          for (const tenant of tenants) {
            const { value } = (await subject.store.open(turnKeys({ tenant }))).company
            assert.equal(value?.tenant, tenant)
          }
        }),
        { numRuns: 30 },
      )
    })

    it('of any characters keep people of one tenant apart', async () => {
      await fc.assert(
        fc.asyncProperty(ids, async (people) => {
          for (const one of people) {
            await write(subject.store, { keys: turnKeys({ person: one }), write: { person: person(one) } })
          }
          for (const one of people) {
            assert.equal((await subject.store.open(turnKeys({ person: one }))).person.value?.name, one)
          }
        }),
        { numRuns: 30 },
      )
    })

    it('of any characters keep activities apart', async () => {
      await fc.assert(
        fc.asyncProperty(ids, id, async ([handled = '', ...others], conversation) => {
          await subject.place.discard()
          subject.store = await subject.place.open(() => subject.now)
          await write(subject.store, { keys: turnKeys({ conversation, activity: handled }) })
          for (const activity of others) {
            assert.equal((await subject.store.open(turnKeys({ conversation, activity }))).handled, false)
          }
        }),
        { numRuns: 30 },
      )
    })

    it('do not run into each other at their seams', async () => {
      await write(subject.store, {
        keys: turnKeys({ tenant: 'a', person: 'b' }),
        write: { person: person() },
      })
      for (const [tenant, one] of [
        ['a b', ''],
        ['', 'ab'],
        ['ab', ''],
        ['b', 'a'],
      ] as const) {
        const { version } = (await subject.store.open(turnKeys({ tenant, person: one }))).person
        assert.equal(version, 0)
      }
    })

    it('give the same person and the same conversation in two tenants two documents', async () => {
      await write(subject.store, { keys: turnKeys({ tenant: 't1' }), write: { person: person() } })
      assert.equal((await subject.store.open(turnKeys({ tenant: 't2' }))).person.version, 0)
    })

    it('keep the logs of tenants apart', async () => {
      await write(subject.store, { keys: turnKeys({ tenant: 't1' }), events: [logged('a')] })
      await write(subject.store, { keys: turnKeys({ tenant: 't10' }), events: [logged('b')] })
      assert.deepEqual(await collect(subject.store.events('t1')), [logged('a')])
    })

    it('of any characters find the message that was delivered', async () => {
      await fc.assert(
        fc.asyncProperty(id, ids, async (conversation, deliveries) => {
          const outbox = deliveries.map((one) => delivery(one, conversation))
          await write(subject.store, { keys: turnKeys({ conversation }), outbox })
          await subject.store.acknowledge(
            place(conversation),
            deliveries.map((one) => ({ delivery: one, activityId: `sent ${one}` })),
          )
          for (const one of deliveries) {
            assert.equal(await activityIdOf(subject, conversation, one), `sent ${one}`)
          }
          assert.deepEqual(await abandoned(subject), [])
        }),
        { numRuns: 30 },
      )
    })
  })
}
