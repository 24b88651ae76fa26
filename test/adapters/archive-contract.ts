import assert from 'node:assert/strict'
import { type Archive, type ArchiveRecord, namesOf } from '../../src/archive/record.ts'
import { leaseMs, type Store, type TurnKeys } from '../../src/store/ports.ts'
import type { ArchivePlace } from './archive-place.ts'
import { live } from './contract/company-life.ts'
import { collect, company, day, logged, second, start, turnKeys, write } from './contract/subject.ts'
import { Visits } from './visits.ts'

const clock = () => start
const plain = turnKeys({ activity: 'a1' })
const odd = turnKeys({ tenant: 'é t{2}', person: 'p 2', conversation: `c:${'x'.repeat(300)}`, activity: 'é' })
const braced = turnKeys({ tenant: '{t3}', person: 'p3', conversation: 'c3', activity: 'a3' })
const turns = [plain, odd, braced]

async function use<T extends { close(): Promise<void> }, R>(
  opening: Promise<T>,
  work: (opened: T) => Promise<R>,
): Promise<R> {
  const opened = await opening
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

/** Three companies with all that a store keeps; a message of each is delivered, two are not. */
async function liveAll(store: Store): Promise<void> {
  for (const keys of turns) {
    await live(store, keys, ['10', '9', '8'])
    await write(store, {
      keys: { ...keys, activity: 'second' },
      write: { company: company('program-2', keys.tenant) },
      events: [logged('c')],
    })
  }
}

/** All that a turn and the history would find, a hold later; but the wake-up that a roster remembers. */
async function found(store: Store, keys: TurnKeys) {
  const { roster, ...rest } = await store.open(keys)
  const people = roster.value?.people
  const events = await collect(store.events(keys.tenant))
  return { ...rest, roster: { version: roster.version, people }, events }
}

/** Stores have orders of their own. */
const inOrder = (records: readonly ArchiveRecord[]): ArchiveRecord[] => {
  const conversationKeysOf = (record: ArchiveRecord) =>
    [record.kind, ...namesOf(record), record.kind === 'log' ? record.number : 0].join(' ')
  const byPlace = records.map((record) => [conversationKeysOf(record), record] as const)
  return byPlace.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, record]) => record)
}

const recordsIn = (place: ArchivePlace, now = start) =>
  use(
    place.archive(() => now),
    (archive) => collect(archive.records()),
  )

/** Contract of moving data between stores. */
export function describeMoving(
  name: string,
  makePlace: () => Promise<ArchivePlace>,
  makeTarget: () => Promise<ArchivePlace>,
): void {
  describe(`everything that is moved from ${name}`, () => {
    let records: ArchiveRecord[]
    let before: Awaited<ReturnType<typeof found>>[]
    let target: ArchivePlace
    const later = (milliseconds: number) => () => start + milliseconds
    const restored = <R>(work: (archive: Archive) => Promise<R>) => use(target.archive(clock), work)
    const foundAfter = (milliseconds: number, keys: TurnKeys) =>
      use(target.store(later(milliseconds)), (store) => found(store, keys))

    beforeEach(async () => {
      const place = await makePlace()
      await use(place.store(clock), liveAll)
      records = await recordsIn(place)
      before = await use(place.store(later(leaseMs)), async (store) => {
        const all = []
        for (const keys of turns) all.push(await found(store, keys))
        return all
      })
      await place.discard()
      target = await makeTarget()
      await restored((archive) => archive.restore(records))
    })
    afterEach(() => target.discard())

    for (const [index, keys] of turns.entries()) {
      it(`is found again by the next turn in ${JSON.stringify(keys.tenant)}`, async () => {
        assert.deepEqual(await foundAfter(0, keys), before[index])
      })
    }

    it('is all that a turn looks for: documents, versions, log, marks, undelivered and delivered messages', () => {
      assert.deepEqual(
        before.map(({ company, roster, handled, abandoned, delivered, events }) => [
          company.version,
          Object.keys(roster.people ?? {}),
          handled,
          abandoned.map(({ id }) => id),
          [...delivered],
          events.length,
        ]),
        turns.map(({ person, conversation }) => [
          2,
          [person, 'é p'],
          true,
          ['9', '8'],
          [['10', `channel ${conversation}`]],
          3,
        ]),
      )
    })

    it('is the same when it is moved on', async () => {
      assert.deepEqual(inOrder(await recordsIn(target)), inOrder(records))
    })

    it('is not there twice when it is moved twice, or cut off and moved again', async () => {
      await restored((archive) => archive.restore([...records, ...records]))
      assert.deepEqual(inOrder(await recordsIn(target)), inOrder(records))
    })

    it('is found in its place', async () => {
      assert.deepEqual(await restored((archive) => archive.present(records)), records)
    })

    it('goes on: the next commit counts from its versions and its log', async () => {
      await use(target.store(clock), (store) =>
        write(store, {
          keys: { ...plain, activity: 'next' },
          write: { company: company() },
          events: [logged('d')],
        }),
      )
      const after = await foundAfter(0, plain)
      assert.deepEqual([after.company.version, after.events.at(-1)], [3, logged('d')])
    })

    it('has its time: the conversation is there until 180 days after its last commit, not longer', async () => {
      assert.equal((await foundAfter(180 * day - second, plain)).conversation.version, 1)
      assert.equal((await foundAfter(180 * day, plain)).conversation.version, 0)
    })

    it('leaves alone what is there', async () => {
      const others = records.map((record) => (record.kind === 'company' ? { ...record, version: 9 } : record))
      await restored((archive) => archive.restore(others))
      assert.equal((await foundAfter(0, plain)).company.version, 2)
    })

    it('is checked at the start: each company with a roster, which has no wake-up', async () => {
      const visits = new Visits()
      await use(target.wakeups(clock), async ({ wakeups }) => {
        await wakeups.start(visits.handle)
        await visits.until(() => visits.came.length === turns.length)
      })
      assert.deepEqual(
        visits.came.map(({ tenant, at }) => [tenant, at]).sort(),
        turns.map(({ tenant }) => [tenant, start]).sort(),
      )
      const { roster } = await use(target.store(clock), (store) => store.glance('t1'))
      assert.deepEqual([roster.version, roster.value?.wakeup], [1, undefined])
    })

    it('has no log with a gap', async () => {
      const entry = records.find((record) => record.kind === 'log')
      assert.ok(entry?.kind === 'log')
      await assert.rejects(
        restored((archive) => archive.restore([{ ...entry, number: 7 }])),
        { name: 'StoreError' },
      )
    })
  })
}

export function describeArchive(name: string, makePlace: () => Promise<ArchivePlace>): void {
  describe(`${name} as an Archive`, () => {
    let place: ArchivePlace
    beforeEach(async () => {
      place = await makePlace()
    })
    afterEach(() => place.discard())

    it('is empty at first, also when it was served and checked', async () => {
      await use(place.store(clock), (store) => store.check())
      assert.equal(await use(place.archive(clock), (archive) => archive.isEmpty()), true)
    })

    it('is not empty when an activity was handled', async () => {
      await use(place.store(clock), (store) => write(store))
      assert.equal(await use(place.archive(clock), (archive) => archive.isEmpty()), false)
    })

    it('gives nothing that has expired', async () => {
      await use(place.store(clock), liveAll)
      const kinds = new Set((await recordsIn(place, start + 200 * day)).map(({ kind }) => kind))
      assert.deepEqual(kinds, new Set(['company', 'person', 'roster', 'log', 'outbox']))
    })

    it('takes nothing that has expired', async () => {
      const record: ArchiveRecord = {
        kind: 'handled',
        tenant: 't1',
        conversation: 'c1',
        activity: 'a1',
        expires: start,
      }
      await use(place.archive(clock), (archive) => archive.restore([record]))
      assert.equal(await use(place.archive(clock), (archive) => archive.isEmpty()), true)
    })

    it('gives a log of any length in order', async () => {
      const tenants = Array.from({ length: 450 }, (_, index) => `tenant-${index}`)
      await use(place.store(clock), (store) => write(store, { events: tenants.map(logged) }))
      const log = (await recordsIn(place)).flatMap((record) =>
        record.kind === 'log' ? [[record.number, record.document.event]] : [],
      )
      assert.deepEqual(
        log,
        tenants.map((tenant, index) => [index + 1, logged(tenant)]),
      )
    })
  })
}
