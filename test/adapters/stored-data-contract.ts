import assert from 'node:assert/strict'
import type { ArchiveRecord } from '../../src/archive/record.ts'
import type { Alteration, DocumentRecord } from '../../src/personal-data/stored-data.ts'
import type { TurnKeys } from '../../src/store/ports.ts'
import { live } from './contract/company-life.ts'
import {
  collect,
  company,
  conversation,
  day,
  delivery,
  logged,
  person,
  roster,
  start,
  turnKeys,
  write,
} from './contract/subject.ts'
import type { Opened, StoredDataPlace } from './stored-data-place.ts'

type Removable = Alteration['remove'][number]

const kinds = ['company', 'conversation', 'delivered', 'handled', 'log', 'log', 'outbox', 'person', 'roster']
const companies = ['t1', 'é t{2}']

/** Contract of StoredData. */
export function describeStoredData(name: string, makePlace: () => Promise<StoredDataPlace>): void {
  describe(`what ${name} holds of a company`, () => {
    let place: StoredDataPlace
    let opened: Opened
    let now = start

    beforeEach(async () => {
      now = start
      place = await makePlace()
      opened = await place.open(() => now)
    })
    afterEach(async () => {
      await opened.store.close()
      await place.discard()
    })

    /** All that there can be; one message was delivered, one was not. */
    const lives = (some: Partial<TurnKeys>, odd = '') =>
      live(opened.store, some, [`sent${odd}`, `unsent${odd}`])
    const held = async (tenant = 't1') => {
      const found = await collect(opened.storedData.of(tenant))
      return found.sort((one, other) => one.kind.localeCompare(other.kind))
    }
    const isRemovable = (record: ArchiveRecord): record is Removable => record.kind !== 'log'
    const documents = (records: readonly ArchiveRecord[]) =>
      records.filter((record): record is DocumentRecord => 'version' in record)

    it('is nothing where nothing was written', async () => {
      assert.deepEqual(await held(), [])
    })

    for (const tenant of companies)
      it(`is everything of it, and nothing of another: ${tenant}`, async () => {
        await lives({ tenant: 't1', conversation: 'c1' })
        await lives({ tenant: 't10', conversation: 'c1' }, 't10')
        if (tenant !== 't1')
          await lives({ tenant, person: 'p 2', conversation: `c ${'x'.repeat(300)}` }, ' é')
        const records = await held(tenant)
        assert.deepEqual(
          records.map(({ kind }) => kind),
          kinds,
        )
        const numbers = records.flatMap((record) => (record.kind === 'log' ? record.number : []))
        assert.deepEqual(numbers, [1, 2])
      })

    it('still is what has expired, as long as it lies there', async () => {
      await lives({})
      now += 400 * day
      assert.deepEqual(
        (await held()).map(({ kind }) => kind),
        kinds,
      )
    })

    for (const tenant of companies)
      it(`goes without a trace: ${tenant}`, async () => {
        const keys = await lives({ tenant, person: 'p 2', conversation: 'chat-to-go' })
        const records = await held(tenant)
        const remove = records.filter(isRemovable)
        assert.equal(await opened.storedData.alter({ tenant, put: [], remove, log: [] }), 'done')
        assert.deepEqual(await held(tenant), [])
        assert.equal((await opened.store.open(keys)).person.version, 0)
        await opened.store.close()
        const raw = await place.raw()
        for (const word of ['p 2 by name', 'chat-to-go', 'unsent', 'Ada', 'program-1'])
          assert.ok(!raw.includes(word), `${word} in ${raw}`)
      })

    it('loses only what was to go', async () => {
      await lives({ person: 'p1', conversation: 'c1' })
      await write(opened.store, {
        keys: turnKeys({ person: 'p2', conversation: 'c2' }),
        write: { person: person('Grace'), conversation: conversation({ stays: true }) },
        outbox: [delivery('other', 'c2')],
      })
      const theirs = (record: ArchiveRecord) =>
        ('person' in record && record.person === 'p1') ||
        ('conversation' in record && record.conversation === 'c1')
      const remove = (await held()).filter(isRemovable).filter(theirs)
      await opened.storedData.alter({ tenant: 't1', put: [], remove })
      const left = (await held()).map(({ kind }) => kind)
      const others = ['company', 'conversation', 'handled', 'log', 'log', 'outbox', 'person', 'roster']
      assert.deepEqual(left, others)
      now += 60_000
      const unsent = await collect(opened.store.undelivered())
      assert.deepEqual(
        unsent.map(({ id }) => id),
        ['other'],
      )
    })

    it('is changed together: documents, each with a new version, and the log from its beginning', async () => {
      const keys = await lives({})
      const put = documents(await held()).map((record) =>
        record.kind === 'person' ? { ...record, document: person('Grace') } : record,
      )
      const log = [logged('x'), logged('y'), logged('z')]
      assert.equal(await opened.storedData.alter({ tenant: 't1', put, remove: [], log }), 'done')
      const after = await opened.store.open(keys)
      assert.deepEqual(after.person, { value: person('Grace'), version: 2 })
      assert.deepEqual([after.company.version, after.conversation.version, after.roster.version], [2, 2, 2])
      assert.deepEqual(await collect(opened.store.events('t1')), log)
      await write(opened.store, { events: [logged('later')] })
      assert.equal((await collect(opened.store.events('t1'))).length, 4)
    })

    it('may keep a shorter log, to which later events are added', async () => {
      await lives({})
      await opened.storedData.alter({ tenant: 't1', put: [], remove: [], log: [logged('x')] })
      await write(opened.store, { events: [logged('y')] })
      assert.deepEqual(await collect(opened.store.events('t1')), [logged('x'), logged('y')])
    })

    it('lets a conversation expire when it would have', async () => {
      const keys = await lives({})
      const put = documents(await held()).filter(({ kind }) => kind === 'conversation')
      await opened.storedData.alter({ tenant: 't1', put, remove: [] })
      now += 180 * day - 1
      assert.equal((await opened.store.open(keys)).conversation.version, 2)
      now += 1
      assert.equal((await opened.store.open(keys)).conversation.version, 0)
    })

    for (const kind of ['company', 'person', 'conversation', 'roster'] as const)
      it(`is left as it is when a document has changed since: ${kind}`, async () => {
        const keys = await lives({})
        const records = await held()
        const samples = {
          company: company(),
          person: person(),
          conversation: conversation(),
          roster: roster(),
        }
        await write(opened.store, { keys: { ...keys, activity: 'a2' }, write: { [kind]: samples[kind] } })
        const before = await held()
        const changed = documents(records).filter((record) => record.kind === kind)
        const others = records.filter(isRemovable).filter((record) => record.kind !== kind)
        const { alter } = opened.storedData
        assert.equal(await alter({ tenant: 't1', put: changed, remove: others, log: [] }), 'conflict')
        assert.equal(
          await alter({ tenant: 't1', put: [], remove: [...others, ...changed], log: [] }),
          'conflict',
        )
        assert.deepEqual(await held(), before)
      })

    it('conflicts with a turn based on what is gone', async () => {
      const keys = await lives({})
      const { company: read } = await opened.store.open(keys)
      const remove = (await held()).filter(isRemovable)
      await opened.storedData.alter({ tenant: 't1', put: [], remove, log: [] })
      const change = {
        keys: { ...keys, activity: 'a2' },
        read: { company: read.version, person: 1, conversation: 1, roster: 1 },
        write: {},
        events: [],
        outbox: [],
      }
      assert.equal(await opened.store.commit(change), 'conflict')
    })

    it('is refused once the store is closed', async () => {
      await opened.store.close()
      await assert.rejects(held(), { code: 'unavailable' })
      await assert.rejects(opened.storedData.alter({ tenant: 't1', put: [], remove: [] }), {
        code: 'unavailable',
      })
    })
  })
}
