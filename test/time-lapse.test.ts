import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClock } from '../src/time-lapse.ts'

const day = 86_400_000
const start = Date.UTC(2026, 10, 22)

describe('the clock', () => {
  let folder: string
  let real: number
  const open = (realDay?: number) => openClock(folder, realDay, () => real)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clock-'))
    real = start
  })

  afterEach(() => rm(folder, { recursive: true }))

  it('is the real one without a time-lapse, and leaves no file', async () => {
    const now = await open()
    real += 1234
    assert.equal(now(), start + 1234)
    assert.deepEqual(await readdir(folder), [])
  })

  it('begins a time-lapse at the real time', async () => {
    assert.equal((await open(5000))(), start)
  })

  it('counts a day in the given real time', async () => {
    const now = await open(5000)
    real += 5000
    assert.equal(now(), start + day)
    real += 2500
    assert.equal(now(), start + 1.5 * day)
  })

  it('tells whole milliseconds', async () => {
    const now = await open(7)
    real += 1
    assert.equal(now(), start + Math.floor(day / 7))
  })

  it('goes on after a restart, the time between counted too', async () => {
    await open(5000)
    real += 10_000
    assert.equal((await open(5000))(), start + 2 * day)
  })

  it('does not go back when it is started again at another speed', async () => {
    await open(5000)
    real += 10_000
    const slower = await open(60_000)
    assert.equal(slower(), start + 2 * day)
    real += 60_000
    assert.equal(slower(), start + 3 * day)
  })

  it('does not go back when the time-lapse is over', async () => {
    await open(5000)
    real += 10_000
    const now = await open()
    assert.equal(now(), start + 2 * day)
    real += 1000
    assert.equal(now(), start + 2 * day + 1000)
    assert.equal((await open())(), start + 2 * day + 1000)
  })

  it('stands still while the real clock is set back', async () => {
    const now = await open(5000)
    real += 5000
    now()
    real -= 3000
    assert.equal(now(), start + day)
  })

  it('makes the folder when it is missing', async () => {
    folder = join(folder, 'data')
    assert.equal((await open(5000))(), start)
    folder = join(folder, '..')
  })

  it('is refused when its file is unreadable, naming it', async () => {
    await writeFile(join(folder, 'time-lapse.json'), '{"real":')
    await assert.rejects(open(5000), /time-lapse\.json/)
  })
})
