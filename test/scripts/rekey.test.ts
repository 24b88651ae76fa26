import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts'
import { makeFolder } from '../adapters/embedded/place.ts'
import { settingOf } from '../encryption/some-keys.ts'
import { keepYear, liveYear } from '../support/past/company-year.ts'
import { runCommand } from './archive/command.ts'

const people = ['Ada', 'Grace'].map((name, index) => ({
  id: `person-${index}`,
  name,
  email: `${name}@contoso.example`,
  phone: `+3361234567${index}`,
}))

describe('npm run rekey', function () {
  this.timeout(60_000)
  let folder: string
  const year = liveYear('tenant-1', people, Date.UTC(2025, 10, 24, 9))

  before(async () => {
    folder = await makeFolder()
    const store = await openEmbeddedStore(folder, Date.now)
    await keepYear(store, 'tenant-1', year)
    await store.close()
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const run = (keys: string, ...args: string[]) =>
    runCommand(args, { DATA_DIR: folder, ENCRYPTION_KEYS: keys })

  it('says which setting it needs', async () => {
    const { code, stderr } = await run('', 'rekey')
    assert.deepEqual([code, stderr.slice(0, 26)], [1, 'ENCRYPTION_KEYS: expected '])
  })

  it('says how much it wrote anew, and that the other keys can go; the log then holds as before', async () => {
    const { code, stdout } = await run(settingOf('k1', 'plain'), 'rekey')
    const place = `${folder} (DATA_DIR)`
    assert.deepEqual(
      [code, stdout],
      [
        0,
        `Re-encrypted ${year.log.length + 1} texts of ${place}.\n` +
          'All texts use "k1" now: the other keys can be removed from ENCRYPTION_KEYS.\n',
      ],
    )
    const audit = await run(settingOf('k1'), 'audit', 'tenant-1')
    assert.equal(audit.code, 0)
    assert.match(audit.stdout, /The log is complete and unchanged, and the document matches it\.\n$/)
  })

  it('leaves nothing that a command without the key could read', async () => {
    const { code, stderr } = await run('', 'audit', 'tenant-1')
    assert.equal(code, 1)
    assert.match(
      stderr,
      /^something in the store is encrypted with the key "k1", which ENCRYPTION_KEYS lacks\n$/,
    )
  })
})
