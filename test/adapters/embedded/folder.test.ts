import assert from 'node:assert/strict'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sinon from 'sinon'
import { openDatabase } from '../../../src/adapters/embedded/database.ts'
import { openEmbeddedStore } from '../../../src/adapters/embedded/embedded-store.ts'
import type { Store } from '../../../src/store/ports.ts'
import { collect, conversation, day, start, turnKeys, write } from '../contract/subject.ts'
import { type Committer, startCommitter } from './child.ts'
import { makeFolder } from './place.ts'

describe('the embedded store on its folder', function () {
  this.timeout(30_000)
  let folder: string
  let now: number
  let stores: Store[]
  let committer: Committer | undefined
  const open = async (path = folder) => {
    const store = await openEmbeddedStore(path, () => now)
    stores.push(store)
    return store
  }
  const steps = async (store: Store) =>
    (await collect(store.events('t1'))).flatMap(({ event }) =>
      event.type === 'TenantAssociated' ? [event.tenant] : [],
    )

  beforeEach(async () => {
    folder = await makeFolder()
    now = start
    stores = []
  })

  afterEach(async () => {
    sinon.restore()
    await committer?.kill()
    committer = undefined
    for (const store of stores) await store.close()
    await rm(folder, { recursive: true })
  })

  it('loses nothing that was confirmed when its process is killed, and keeps each step whole', async () => {
    let last = 0
    for (let round = 0; round < 3; round += 1) {
      committer = startCommitter(folder, last + 1)
      await committer.confirmed(20)
      const confirmed = await committer.kill()
      const store = await open()
      const log = await steps(store)
      // The last step may be on the disk without its confirmation having got out.
      assert.ok(log.length === confirmed || log.length === confirmed + 1, `${log.length} of ${confirmed}`)
      last = log.length
      const expected = Array.from({ length: last }, (_, index) => `step-${index + 1}`)
      assert.deepEqual(log, expected)
      assert.deepEqual(
        (await collect(store.undelivered())).map(({ id }) => id),
        expected,
      )
      const after = await store.open(turnKeys({ activity: `step-${last}` }))
      assert.deepEqual([after.company.version, after.company.value?.program], [last, `step-${last}`])
      assert.equal(after.handled, true)
      await store.close()
    }
  })

  it('refuses a second process, naming the folder and who has it', async () => {
    committer = startCommitter(folder)
    await committer.confirmed(1)
    await assert.rejects(open(), {
      name: 'StoreError',
      code: 'unavailable',
      message: new RegExp(`${folder} is in use by another process \\(${committer.pid}\\)`),
    })
  })

  it('does not disturb the first process by refusing the second', async () => {
    const store = await open()
    await assert.rejects(open(), { code: 'unavailable' })
    const keys = await write(store, { write: { conversation: conversation() } })
    assert.equal((await store.open(keys)).conversation.version, 1)
  })

  it('lets exactly one in of several that come at once after a kill', async () => {
    committer = startCommitter(folder)
    await committer.confirmed(1)
    await committer.kill()
    const rivals = Array.from({ length: 4 }, () => startCommitter(folder, 100))
    const outcomes = await Promise.allSettled(rivals.map((rival) => rival.confirmed(1)))
    await Promise.all(rivals.map((rival) => rival.kill()))
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  })

  it('is refused to the process that has it already', async () => {
    await open()
    await assert.rejects(open(), { code: 'unavailable', message: /in use by this process/ })
  })

  it('is free again once it is closed, and leaves no socket behind', async () => {
    await (await open()).close()
    assert.deepEqual((await readdir(folder)).sort(), ['data.mdb', 'lock.mdb'])
    await assert.doesNotReject(open())
  })

  it('clears away the socket of a process that was killed', async () => {
    committer = startCommitter(folder)
    await committer.confirmed(1)
    await committer.kill()
    await (await open()).close()
    assert.deepEqual((await readdir(folder)).sort(), ['data.mdb', 'lock.mdb'])
  })

  it('is made when it is missing, for its owner alone', async () => {
    await assert.doesNotReject(open(join(folder, 'of', 'its', 'own')))
    const { mode } = await stat(join(folder, 'of', 'its', 'own'))
    if (process.platform !== 'win32') assert.equal(mode & 0o777, 0o700)
  })

  it('may have a dot in its name', async () => {
    await assert.doesNotReject(open(join(folder, 'bot.v2')))
  })

  it('is refused by name when it is no folder', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    await assert.rejects(open(file), { code: 'unavailable', message: new RegExp(file) })
  })

  it('is refused when its database is none', async () => {
    await writeFile(join(folder, 'data.mdb'), 'no database '.repeat(1000))
    await assert.rejects(open(), { code: 'unavailable', message: new RegExp(folder) })
  })

  it('is refused when its database was cut short', async () => {
    await writeFile(join(folder, 'data.mdb'), 'short')
    await assert.rejects(open(), { code: 'unavailable', message: /data\.mdb is not a database/ })
  })

  it('may be closed twice', async () => {
    const store = await open()
    await store.close()
    await assert.doesNotReject(store.close())
  })

  it('may be closed while the outbox is read, which then ends in an error', async () => {
    const store = await open()
    const reading = store.undelivered()[Symbol.asyncIterator]()
    await store.close()
    await assert.rejects(reading.next(), { code: 'unavailable' })
  })

  describe('rid of what expired', () => {
    const conversationVersion = async (store: Store) => (await store.open(turnKeys())).conversation.version
    /** Expired entries still on disk reappear when the clock is set back. */
    const setBack = () => {
      now = start
    }

    it('when it is opened', async () => {
      const store = await open()
      await write(store, { write: { conversation: conversation() } })
      await store.close()
      now += 180 * day
      const later = await open()
      setBack()
      assert.equal(await conversationVersion(later), 0)
    })

    it('every hour', async () => {
      const clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      const store = await open()
      await write(store, { write: { conversation: conversation() } })
      now += 180 * day
      clock.tick(3_600_000)
      await store.check()
      setBack()
      assert.equal(await conversationVersion(store), 0)
    })

    it('but of nothing that was renewed meanwhile', async () => {
      const store = await open()
      await write(store, { write: { conversation: conversation() } })
      now += 100 * day
      await write(store, { write: { conversation: conversation() } })
      await store.close()
      now += 100 * day
      assert.equal(await conversationVersion(await open()), 2)
    })

    it('and notes of each thing only when it expires at last', async () => {
      const store = await open()
      for (let commit = 0; commit < 3; commit += 1) {
        await write(store, {
          keys: turnKeys({ activity: `a${commit}` }),
          write: { conversation: conversation() },
        })
        now += day / 10
      }
      await store.close()
      const database = openDatabase(folder)
      const noted = [...database.getKeys({ start: ['expiry'], end: ['expiry', Number.MAX_SAFE_INTEGER] })]
      await database.close()
      assert.deepEqual(noted.map(([, , kind]) => kind).sort(), [
        'conversation',
        'handled',
        'handled',
        'handled',
      ])
    })

    it('also when that is more than one transaction takes', async () => {
      const store = await open()
      const turns = Array.from({ length: 1100 }, () => turnKeys())
      await Promise.all(turns.map((keys) => write(store, { keys })))
      await store.close()
      now += 180 * day
      const later = await open()
      setBack()
      const left = await Promise.all(turns.map(async (keys) => (await later.open(keys)).handled))
      assert.equal(left.filter(Boolean).length, 0)
    })
  })
})
