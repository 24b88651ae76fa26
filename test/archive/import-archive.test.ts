import assert from 'node:assert/strict'
import { importArchive } from '../../src/archive/import-archive.ts'
import type { Archive, ArchiveRecord } from '../../src/archive/record.ts'
import { type ArchivePlace, embeddedPlace } from '../adapters/archive-place.ts'
import { collect, company, person, start } from '../adapters/contract/subject.ts'

const companyOf = (tenant: string, version = 1): ArchiveRecord => ({
  kind: 'company',
  tenant,
  version,
  document: company('program-1', tenant),
})
const many = Array.from({ length: 1_200 }, (_, index) => companyOf(`t${index}`))

async function* each(records: readonly ArchiveRecord[], fault?: Error): AsyncGenerator<ArchiveRecord> {
  yield* records
  if (fault) throw fault
}

describe('filling a store', () => {
  let place: ArchivePlace
  let archive: Archive
  const fillWith = (records: readonly ArchiveRecord[], merge = false) =>
    importArchive(archive, () => each(records), { merge })
  const kept = async () => (await collect(archive.records())).length

  beforeEach(async () => {
    place = await embeddedPlace()
    archive = await place.archive(() => start)
  })
  afterEach(async () => {
    await archive.close()
    await place.discard()
  })

  it('writes all records and tells how many', async () => {
    assert.equal(await fillWith(many), 1_200)
    assert.equal(await kept(), 1_200)
  })

  it('writes nothing when a record late in the file is wrong', async () => {
    const broken = () => each(many, new Error('line 1202'))
    await assert.rejects(importArchive(archive, broken, { merge: false }), { message: 'line 1202' })
    assert.equal(await archive.isEmpty(), true)
  })

  it('refuses a store that is not empty', async () => {
    await fillWith([companyOf('t1')])
    await assert.rejects(fillWith([companyOf('t2')]), { code: 'occupied', isAboutAll: true })
    assert.equal(await kept(), 1)
  })

  it('adds other companies when merging', async () => {
    await fillWith([companyOf('t1')])
    await fillWith([companyOf('t2')], true)
    assert.equal(await kept(), 2)
  })

  it('completes an interrupted import when merging', async () => {
    await archive.restore(many.slice(0, 700))
    await fillWith(many, true)
    assert.equal(await kept(), 1_200)
  })

  it('merges nothing at all when one company is another in the store, and names it', async () => {
    await fillWith([companyOf('t1', 2)])
    await assert.rejects(fillWith([companyOf('t0'), companyOf('t1')], true), {
      code: 'occupied',
      message: 'the store has other data of the company t1 (company)',
    })
    assert.equal(await kept(), 1)
  })

  it('merges what is the same', async () => {
    const same: ArchiveRecord = { kind: 'person', tenant: 't1', person: 'p1', version: 1, document: person() }
    await fillWith([same])
    await fillWith([same], true)
    assert.equal(await kept(), 1)
  })
})
