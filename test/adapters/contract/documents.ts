import assert from 'node:assert/strict'
import type { Documents, TurnKeys } from '../../../src/store/ports.ts'
import {
  change,
  company,
  conversation,
  nothing,
  person,
  roster,
  type Subject,
  turnKeys,
  unread,
  versions,
  write,
} from './subject.ts'

const samples: Documents = {
  company: company(),
  person: person(),
  conversation: conversation(),
  roster: roster('p1', 'p2'),
}
const names = ['company', 'person', 'conversation', 'roster'] as const
/** The id in a message about a document. */
const idOf = (name: keyof Documents, keys: TurnKeys) =>
  name === 'person' || name === 'conversation' ? keys[name] : keys.tenant

export function describeDocuments(subject: Subject): void {
  describe('documents', () => {
    it('are missing, with version 0, until they are written', async () => {
      assert.deepEqual(await subject.store.open(turnKeys()), nothing)
    })

    for (const name of names) {
      it(`come back as they were written: ${name}`, async () => {
        const keys = await write(subject.store, { write: { [name]: samples[name] } })
        assert.deepEqual((await subject.store.open(keys))[name], { value: samples[name], version: 1 })
      })

      it(`count their versions, each its own: ${name}`, async () => {
        await write(subject.store, { write: { [name]: samples[name] } })
        const keys = await write(subject.store, { write: { [name]: samples[name] } })
        const expected = { ...unread, [name]: 2 }
        assert.deepEqual(versions(await subject.store.open(keys)), expected)
      })

      it(`survive that the store is closed and opened again: ${name}`, async () => {
        const keys = await write(subject.store, { write: { [name]: samples[name] } })
        await subject.store.close()
        subject.store = await subject.place.open(() => subject.now)
        assert.deepEqual((await subject.store.open(keys))[name], { value: samples[name], version: 1 })
      })

      it(`that cannot be read are refused by name and key: ${name}`, async () => {
        const keys = await write(subject.store, { write: { [name]: samples[name] } })
        await subject.place.overwrite(name, keys, '{"schema":1')
        await assert.rejects(subject.store.open(keys), {
          name: 'StoreError',
          code: 'corrupt',
          message: new RegExp(`${name} of ${idOf(name, keys)}`),
        })
      })

      it(`of another shape are refused with the path of the field: ${name}`, async () => {
        const keys = await write(subject.store, { write: { [name]: samples[name] } })
        const field = { company: 'benefits', person: 'name', conversation: 'address', roster: 'people' }[name]
        await subject.place.overwrite(name, keys, JSON.stringify({ ...samples[name], [field]: 5 }))
        await assert.rejects(subject.store.open(keys), {
          code: 'corrupt',
          message: new RegExp(`: ${field}: `),
        })
      })

      it(`of a newer program are refused: ${name}`, async () => {
        const keys = await write(subject.store, { write: { [name]: samples[name] } })
        await subject.place.overwrite(name, keys, JSON.stringify({ ...samples[name], schema: 99 }))
        await assert.rejects(subject.store.open(keys), { code: 'newer-schema', message: /schema 99/ })
      })
    }

    it('that could not be read again are not written, nor anything with them', async () => {
      const keys = turnKeys()
      const broken = { ...conversation(), lastClick: { fingerprint: '', at: Number.NaN } }
      await assert.rejects(
        subject.store.commit(change({ keys, write: { company: company(), conversation: broken } })),
        {
          code: 'corrupt',
        },
      )
      const after = await subject.store.open(keys)
      assert.deepEqual([after.company.version, after.handled], [0, false])
    })

    it('too large to keep are not written, nor anything with them', async () => {
      const keys = turnKeys()
      const huge = { ...company(), program: 'x'.repeat(300_000) }
      await assert.rejects(
        subject.store.commit(change({ keys, write: { company: huge, person: person() } })),
        {
          code: 'too-large',
          message: /^the company of t1 must not be written: 30\d{4} bytes, at most 262144 are kept$/,
        },
      )
      assert.deepEqual(await subject.store.open(keys), nothing)
    })

    it('are refused once the store is closed', async () => {
      await subject.store.close()
      await assert.rejects(subject.store.open(turnKeys()), { code: 'unavailable' })
      await assert.rejects(subject.store.commit(change()), { code: 'unavailable' })
      await assert.rejects(subject.store.check(), { code: 'unavailable' })
    })

    it('are served when the store says that it can serve', async () => {
      await assert.doesNotReject(subject.store.check())
    })
  })
}
