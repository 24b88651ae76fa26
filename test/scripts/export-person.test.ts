import assert from 'node:assert/strict'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts'
import { makeFolder } from '../adapters/embedded/place.ts'
import { keepYear, liveYear } from '../support/past/company-year.ts'
import { runCommand } from './archive/command.ts'

const people = ['Ada', 'Grace'].map((name, index) => ({
  id: `person-${index}`,
  name,
  email: `${name}@contoso.example`,
  phone: `+3361234567${index}`,
}))

describe('npm run export, for one person', function () {
  this.timeout(30_000)
  let folder: string
  before(async () => {
    folder = await makeFolder()
    const store = await openEmbeddedStore(join(folder, 'data'), Date.now)
    await keepYear(store, 'tenant-1', liveYear('tenant-1', people, Date.UTC(2025, 10, 24, 9)))
    await store.close()
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const run = (...args: string[]) => runCommand(['export', ...args], { DATA_DIR: join(folder, 'data') })
  const file = (name: string) => join(folder, name)

  it('writes what they recorded, and what was recorded about them, into a file of their own', async () => {
    const { code, stderr } = await run(file('ada.json'), '--person', 'tenant-1', 'person-0')
    assert.deepEqual([code, stderr], [0, ''])
    assert.equal((await stat(file('ada.json'))).mode & 0o777, 0o600)
    const { company, records } = JSON.parse(await readFile(file('ada.json'), 'utf8'))
    assert.equal(company, 'tenant-1')
    assert.ok(records.length > 50, `${records.length} records`)
    for (const { by, event } of records)
      assert.ok(by.id === 'person-0' || event.contact?.name === 'Ada', JSON.stringify(by))
  })

  it('writes what was recorded about a marketing contact, by their address', async () => {
    const { code } = await run(file('contact.json'), '--person', 'tenant-1', 'ADA@contoso.example')
    assert.equal(code, 0)
    const { person, records } = JSON.parse(await readFile(file('contact.json'), 'utf8'))
    assert.deepEqual([person, records.length > 0], [undefined, true])
    for (const { event } of records) assert.equal(event.contact?.name, 'Ada')
  })

  it('writes what is the company’s own, and of its people no more than their names', async () => {
    const { code, stderr } = await run(file('company.json'), '--company', 'tenant-1')
    assert.deepEqual([code, stderr], [0, ''])
    const { company, people, records } = JSON.parse(await readFile(file('company.json'), 'utf8'))
    assert.deepEqual([company.tenant, people], ['tenant-1', []])
    assert.ok(records.length > 100, `${records.length} records`)
    assert.match((await run(file('none.json'), '--company', 'x')).stderr, /No data about the company x/)
  })

  it('reports a missing person', async () => {
    const { code, stderr } = await run(file('nobody.json'), '--person', 'tenant-1', 'nobody')
    assert.deepEqual([code, stderr], [1, 'No data about the person nobody of the company tenant-1\n'])
  })

  it('reads its arguments', async () => {
    const { code, stderr } = await run(file('x.json'), '--person', 'tenant-1')
    assert.deepEqual(
      [code, stderr],
      [1, 'Usage: npm run export -- <file> [--company <tenant> | --person <tenant> <person>]\n'],
    )
  })
})
