import assert from 'node:assert/strict'
import { company, missing, nothing, roster, type Subject, turnKeys, unread, write } from './subject.ts'

const both = { company: company(), roster: roster('p1', 'p2') }

export function describeGlance(subject: Subject): void {
  describe('a glance at a company', () => {
    const glance = (tenant = 't1') => subject.store.glance(tenant)

    it('finds nothing where nothing was written', async () => {
      assert.deepEqual(await glance(), { company: nothing.company, roster: nothing.roster })
    })

    it('finds company and roster with their versions', async () => {
      await write(subject.store, { write: both })
      await write(subject.store, { write: { roster: roster('p3') } })
      assert.deepEqual(await glance(), {
        company: { value: both.company, version: 1 },
        roster: { value: roster('p3'), version: 2 },
      })
    })

    it('finds a roster without a company', async () => {
      await write(subject.store, { write: { roster: both.roster } })
      assert.deepEqual(await glance(), {
        company: missing,
        roster: { value: both.roster, version: 1 },
      })
    })

    it('is of that company only, whatever its id', async () => {
      const tenants = ['t1', 't10', 'T1', '{t1}', 'é t1', '']
      for (const tenant of tenants) {
        await write(subject.store, { keys: turnKeys({ tenant }), write: { roster: roster(`of ${tenant}`) } })
      }
      for (const tenant of tenants) {
        assert.deepEqual((await glance(tenant)).roster.value, roster(`of ${tenant}`))
      }
    })

    it('leaves the turns alone: what was read before it can still be committed', async () => {
      await glance()
      await write(subject.store, { write: both })
      const keys = turnKeys()
      await glance()
      const change = { keys, read: { ...unread, company: 1, roster: 1 }, write: both, events: [], outbox: [] }
      assert.equal(await subject.store.commit(change), 'committed')
    })

    for (const name of ['company', 'roster'] as const) {
      it(`refuses what cannot be read: ${name}`, async () => {
        const keys = await write(subject.store, { write: both })
        await subject.place.overwrite(name, keys, '{"schema":1')
        await assert.rejects(glance(), { code: 'corrupt', message: new RegExp(`${name} of t1`) })
      })

      it(`refuses the work of a newer program: ${name}`, async () => {
        const keys = await write(subject.store, { write: both })
        await subject.place.overwrite(name, keys, JSON.stringify({ ...both[name], schema: 99 }))
        await assert.rejects(glance(), { code: 'newer-schema' })
      })
    }

    it('is refused once the store is closed', async () => {
      await subject.store.close()
      await assert.rejects(glance(), { code: 'unavailable' })
    })
  })
}
