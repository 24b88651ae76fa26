import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPacedClock, readClock } from '../../src/time/time-lapse.ts'

const day = 86_400_000
const start = Date.UTC(2026, 10, 22)

describe('the clock', () => {
  let folder: string
  let real: number
  const open = async (realDay?: number) => (await openPacedClock(folder, realDay, () => real)).clock

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

  it('is the real one where the folder is none', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    assert.equal((await openPacedClock(file, undefined, () => real)).clock(), start)
    assert.equal((await readClock(file, () => real)).clock(), start)
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

  it('is read by others without being touched', async () => {
    const look = async () => (await readClock(folder, () => real)).clock()
    assert.equal(await look(), start)
    assert.deepEqual(await readdir(folder), [])
    const now = await open(5000)
    real += 12_345
    assert.equal(await look(), now())
    real += 5000
    assert.equal((await open(5000))(), now())
  })

  describe('tells how long it really takes', () => {
    const delay = async (realDay: number | undefined, at: number) =>
      (await openPacedClock(folder, realDay, () => real)).realDelay(at)

    it('as long as it says, without a time-lapse', async () => {
      assert.equal(await delay(undefined, start + 1234), 1234)
    })

    it('as long as its day is short', async () => {
      assert.equal(await delay(5000, start + 2 * day), 10_000)
    })

    it('never too little', async () => {
      const { clock, realDelay } = await openPacedClock(folder, 5000, () => real)
      for (const ahead of [1, 17_279, 17_280, 17_281, 99_999, 12_345_678]) {
        const at = clock() + ahead
        const wait = realDelay(at)
        real += wait
        assert.ok(clock() >= at, `${wait} ms for ${ahead}`)
      }
    })

    it('nothing when the time has come', async () => {
      assert.equal(await delay(5000, start - day), 0)
    })

    it('and whether it is fast: not any more when the time-lapse has ended', async () => {
      const isFast = async (realDay?: number) => (await openPacedClock(folder, realDay, () => real)).isFast
      assert.deepEqual([await isFast(), await isFast(5000), await isFast()], [false, true, false])
    })
  })
})
