import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../../src/adapters/embedded/database.ts'
import { openEmbeddedStore } from '../../../src/adapters/embedded/embedded-store.ts'
import { keys } from '../../../src/adapters/embedded/keys.ts'
import { proveOf } from '../../../src/adapters/embedded/store-context.ts'
import type { Store } from '../../../src/store/ports.ts'
import { change, conversation, start, turnKeys, write } from '../contract/subject.ts'
import { startCommitter } from './child.ts'
import { makeFolder } from './place.ts'

const megabyte = 1024 * 1024

describe('a store whose folder is taken away while it serves', () => {
  let root: string
  let folder: string
  let store: Store

  beforeEach(async () => {
    root = await makeFolder()
    folder = join(root, 'data')
    mkdirSync(folder)
    store = await openEmbeddedStore(folder, () => start)
    await write(store, { write: { conversation: conversation() } })
  })
  afterEach(async () => {
    await store.close()
    rmSync(root, { recursive: true, force: true })
  })

  const refusal = {
    code: 'unavailable',
    message: /data folder .+ \(DATA_DIR\),? .+(start it again|stop this bot)/,
  }
  const refusesAll = async () => {
    await assert.rejects(store.check(), refusal)
    await assert.rejects(store.open(turnKeys()), refusal)
    await assert.rejects(write(store, { write: { conversation: conversation() } }), refusal)
    await assert.rejects(store.glance('t1'), refusal)
    await assert.rejects(store.undelivered()[Symbol.asyncIterator]().next(), refusal)
  }

  const file = (name: string) => join(folder, name)
  const ways: Readonly<Record<string, () => void>> = {
    'it is deleted': () => rmSync(folder, { recursive: true }),
    'all that is in it is deleted': () => {
      for (const name of readdirSync(folder)) rmSync(file(name))
    },
    'its database is deleted': () => rmSync(file('data.mdb')),
    'its lock is deleted': () => rmSync(file('lock.mdb')),
    'it is moved': () => renameSync(folder, join(root, 'elsewhere')),
    'it is moved, and an empty one takes its place': () => {
      renameSync(folder, join(root, 'elsewhere'))
      mkdirSync(folder)
    },
    'a copy takes its place': () => {
      renameSync(folder, join(root, 'elsewhere'))
      mkdirSync(folder)
      for (const name of ['data.mdb', 'lock.mdb']) cpSync(join(root, 'elsewhere', name), file(name))
    },
    'a backup takes the place of its database': () => {
      cpSync(file('data.mdb'), file('backup'))
      renameSync(file('backup'), file('data.mdb'))
    },
  }
  for (const [name, happen] of Object.entries(ways))
    it(`refuses everything once ${name}`, async () => {
      happen()
      await refusesAll()
    })

  it('refuses everything once a link to it leads elsewhere', async () => {
    const link = join(root, 'link')
    symlinkSync(folder, link)
    await store.close()
    store = await openEmbeddedStore(link, () => start)
    await store.check()
    rmSync(link)
    mkdirSync(join(root, 'other'))
    symlinkSync(join(root, 'other'), link)
    await refusesAll()
  })

  it('serves on, with all that was kept, once it is put back', async () => {
    renameSync(folder, join(root, 'elsewhere'))
    await refusesAll()
    renameSync(join(root, 'elsewhere'), folder)
    await store.check()
    assert.equal((await store.open(turnKeys())).conversation.version, 1)
  })

  it('takes nothing for kept that is written while the folder goes', async () => {
    const keeping = store.commit(
      change({ keys: turnKeys({ conversation: 'c2', person: 'p2', tenant: 't2' }) }),
    )
    // The file was still there when the transaction was asked for.
    rmSync(folder, { recursive: true })
    await assert.rejects(keeping, refusal)
  })

  it('refuses everything once another process has taken the folder', async () => {
    const database = openDatabase(folder)
    await database.put(keys.owner(), '{"pid":1,"socket":"owner-other.sock"}')
    await database.close()
    await refusesAll()
  })

  it('is still not given to a second process where it was moved to', async () => {
    renameSync(folder, join(root, 'elsewhere'))
    const second = startCommitter(join(root, 'elsewhere'))
    await assert.rejects(second.confirmed(1))
    await second.kill()
    await refusesAll()
  })

  it('can be closed, and leaves new files alone', async () => {
    renameSync(folder, join(root, 'elsewhere'))
    mkdirSync(folder)
    await store.close()
    assert.deepEqual(readdirSync(folder), [])
  })
})

describe('a store on a disk that fills up', () => {
  let folder: string
  beforeEach(async () => {
    folder = await makeFolder()
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const proveWith = (free: number, size: number) =>
    proveOf({
      folder,
      isLeased: () => true,
      disk: () => ({ bavail: free / 4096, blocks: size / 4096, bsize: 4096 }),
    })

  it('refuses everything before the last megabytes are used up, and says how many it needs', () => {
    assert.doesNotThrow(proveWith(16 * megabyte, 1000 * megabyte))
    assert.throws(proveWith(15 * megabyte, 1000 * megabyte), {
      code: 'unavailable',
      message: `the disk of the data folder ${folder} (DATA_DIR) has 15.0 MB left: free at least 16.0 MB`,
    })
  })

  it('leaves a tenth of a small disk free', () => {
    assert.doesNotThrow(proveWith(2 * megabyte, 20 * megabyte))
    assert.throws(proveWith(megabyte, 20 * megabyte), { code: 'unavailable', message: /1\.0 MB left/ })
  })

  it('believes in a disk that does not tell its size', () => {
    assert.doesNotThrow(proveWith(0, 0))
  })
})
