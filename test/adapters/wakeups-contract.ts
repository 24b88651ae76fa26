import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Clock, Wakeups } from '../../src/store/ports.ts'
import { ids } from './contract/ids.ts'
import { collect, second, start } from './contract/subject.ts'
import { Visits } from './visits.ts'

/** One empty place to keep wake-ups. */
export interface WakeupsPlace {
  /** Opens it; after a close, again. */
  open(clock: Clock): Promise<Opened>
  /** Closes what is open and removes everything. */
  discard(): Promise<void>
}

export interface Opened {
  readonly wakeups: Wakeups
  close(): Promise<void>
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Contract of Wakeups. `makePlace` provides an empty store for each test. */
export function describeWakeups(name: string, makePlace: () => Promise<WakeupsPlace>): void {
  describe(`${name} as Wakeups`, function () {
    this.timeout(30_000)
    let place: WakeupsPlace
    let opened: Opened
    let now: number
    let visits: Visits

    beforeEach(async () => {
      now = start
      visits = new Visits()
      place = await makePlace()
      opened = await place.open(() => now)
    })
    afterEach(() => place.discard())

    const schedule = (tenant: string, at = now) => opened.wakeups.schedule(tenant, at)
    const begin = (handle = visits.handle) => opened.wakeups.start(handle)
    const reopen = async () => {
      await opened.close()
      opened = await place.open(() => now)
    }
    const waiting = () => collect(opened.wakeups.waiting())
    /** Time for what is due to come: several others are scheduled, one after the other, and have come. */
    const others = async () => {
      for (const number of numbers(4)) {
        const { id } = await schedule(`other ${number}`)
        await visits.until(() => visits.came.some((wakeup) => wakeup.id === id))
      }
    }
    const cameTo = (tenant: string) => visits.came.filter((wakeup) => wakeup.tenant === tenant)

    it('come at their time, not before, once, as they were scheduled', async () => {
      const wakeup = await schedule('t1', start + second)
      assert.deepEqual([wakeup.tenant, wakeup.at], ['t1', start + second])
      await begin()
      await others()
      now += second - 1
      await others()
      assert.deepEqual(cameTo('t1'), [])
      now += 1
      await visits.until(() => cameTo('t1').length > 0)
      await others()
      assert.deepEqual(cameTo('t1'), [wakeup])
    })

    it('come when their time was over before anybody was there', async () => {
      const wakeup = await schedule('t1', start - 400 * second)
      await begin()
      await visits.until(() => visits.came.length > 0)
      assert.deepEqual(visits.came, [wakeup])
    })

    it('come to every company, and as often to one as it was scheduled', async () => {
      const tenants = ['t1', 't2', 't1', 't3', 't1']
      const all = await Promise.all(tenants.map((tenant) => schedule(tenant)))
      assert.equal(new Set(all.map(({ id }) => id)).size, 5)
      await begin()
      await visits.until(() => visits.came.length === 5)
      await others()
      assert.deepEqual(
        visits.came
          .filter(({ tenant }) => tenant.startsWith('t'))
          .map(({ tenant }) => tenant)
          .sort(),
        tenants.sort(),
      )
    })

    it('bring any id of a company as it was', async () => {
      await begin()
      await fc.assert(
        fc.asyncProperty(ids, async (tenants) => {
          const all = await Promise.all(tenants.map((tenant) => schedule(tenant)))
          for (const wakeup of all) {
            await visits.until(() => visits.came.some(({ id }) => id === wakeup.id))
            assert.deepEqual(
              visits.came.find(({ id }) => id === wakeup.id),
              wakeup,
            )
          }
        }),
        { numRuns: 20 },
      )
    })

    it('do not come when they were cancelled', async () => {
      const { id } = await schedule('t1')
      const later = await schedule('t1', start + second)
      await opened.wakeups.cancel(id)
      await opened.wakeups.cancel(later.id)
      assert.deepEqual(await waiting(), [])
      await begin()
      now += 2 * second
      await others()
      assert.deepEqual(cameTo('t1'), [])
    })

    it('bear that others are cancelled, which have come or never were', async () => {
      await begin()
      const { id } = await schedule('t1')
      const later = await schedule('t2', start + 60 * second)
      await visits.until(() => cameTo('t1').length === 1)
      for (const unknown of [id, '', 'meta', 'wait', 'delayed', 'marker', 'a:b', '\0', '\ud800']) {
        await opened.wakeups.cancel(unknown)
      }
      await others()
      assert.equal(cameTo('t1').length, 1)
      assert.deepEqual(await waiting(), [later])
    })

    it('come again when they could not be handled, without delaying others', async () => {
      await begin(async (wakeup) => {
        await visits.handle(wakeup)
        if (wakeup.tenant === 't1' && cameTo('t1').length < 3) throw new Error('not yet')
      })
      const wakeup = await schedule('t1')
      await visits.until(() => cameTo('t1').length === 1)
      await others()
      assert.equal(cameTo('t1').length, 1)
      await visits.until(() => cameTo('t1').length === 3)
      await others()
      assert.deepEqual(cameTo('t1'), [wakeup, wakeup, wakeup])
    })

    it('are left alone by a cancellation while they are handled', async () => {
      await begin(async (wakeup) => {
        await visits.handle(wakeup)
        if (cameTo('t1').length > 1) return
        await opened.wakeups.cancel(wakeup.id)
        throw new Error('not yet')
      })
      await schedule('t1')
      await visits.until(() => cameTo('t1').length === 2)
    })

    it('are cancelled while they rest after a failure', async () => {
      await begin(async (wakeup) => {
        await visits.handle(wakeup)
        if (wakeup.tenant === 't1') throw new Error('not yet')
      })
      const { id } = await schedule('t1')
      for (const times of [1, 2]) await visits.until(() => cameTo('t1').length === times)
      await others()
      await opened.wakeups.cancel(id)
      assert.deepEqual(await waiting(), [])
    })

    it('may be scheduled while one is handled', async () => {
      await begin(async (wakeup) => {
        await visits.handle(wakeup)
        if (visits.came.length < 4) await schedule(`after ${wakeup.tenant}`)
      })
      await schedule('t1')
      await visits.until(() => visits.came.length === 4)
      const expected = ['t1', 'after t1', 'after after t1', 'after after after t1']
      assert.deepEqual(
        visits.came.map(({ tenant }) => tenant),
        expected,
      )
    })

    it('do not wait for one that takes long', async () => {
      const gate = visits.gate()
      await begin(async (wakeup) => {
        await visits.handle(wakeup)
        if (wakeup.tenant === 'slow') await gate.opened
      })
      await schedule('slow')
      await visits.until(() => cameTo('slow').length === 1)
      await others()
      gate.open()
    })

    it('survive that everything is closed and opened again', async () => {
      const wakeup = await schedule('t1', start + second)
      await reopen()
      assert.deepEqual(await waiting(), [wakeup])
      now += second
      await begin()
      await visits.until(() => visits.came.length === 1)
      assert.deepEqual(visits.came, [wakeup])
    })

    it('do not come again after a restart when they were handled', async () => {
      await begin()
      await schedule('t1')
      await visits.until(() => cameTo('t1').length === 1)
      await reopen()
      await begin()
      await others()
      assert.equal(cameTo('t1').length, 1)
    })

    it('are closed only when all handling has ended, and nothing more is begun', async () => {
      const gate = visits.gate()
      const ended: string[] = []
      await begin(async (wakeup) => {
        await visits.handle(wakeup)
        await gate.opened
        ended.push(wakeup.id)
      })
      const all = await Promise.all(numbers(30).map((number) => schedule(`t${number}`)))
      await visits.until(() => visits.came.length > 1)
      const closing = opened.wakeups.close().then(() => ended.length)
      const begun = visits.came.length
      await Promise.race([closing, new Promise((resolve) => setImmediate(resolve))])
      gate.open()
      assert.equal(await closing, ended.length)
      assert.equal(visits.came.length, begun)
      await reopen()
      await begin()
      await visits.until(() => visits.came.length === all.length)
      assert.deepEqual(visits.came.map(({ id }) => id).sort(), all.map(({ id }) => id).sort())
    })

    it('come each once when thousands are due, several at a time', async () => {
      let atOnce = 0
      let most = 0
      const all = await Promise.all(numbers(2500).map((number) => schedule(`t${number}`)))
      await begin(async (wakeup) => {
        atOnce += 1
        most = Math.max(most, atOnce)
        await new Promise((resolve) => setImmediate(resolve))
        atOnce -= 1
        await visits.handle(wakeup)
      })
      await visits.until(() => visits.came.length >= 2500)
      await others()
      const came = visits.came.filter(({ tenant }) => !tenant.startsWith('other')).map(({ id }) => id)
      assert.deepEqual(came.sort(), all.map(({ id }) => id).sort())
      assert.ok(most > 1 && most <= 64, `${most} at a time`)
      assert.deepEqual(await waiting(), [])
    })

    it('are listed while they wait, earliest first', async () => {
      const instants = numbers(1203).map((number) => start + ((number * 7919) % 1203) * second)
      const all = await Promise.all(instants.map((at) => schedule('t1', at)))
      const told = await waiting()
      assert.deepEqual(
        told,
        all.sort((one, other) => one.at - other.at),
      )
    })

    it('do not wait any more while they are handled, but again when that failed', async () => {
      const gate = visits.gate()
      let failures = 0
      await begin(async (wakeup) => {
        await visits.handle(wakeup)
        if (wakeup.tenant !== 't1') return
        await gate.opened
        failures += 1
        throw new Error('not yet')
      })
      const wakeup = await schedule('t1')
      await visits.until(() => cameTo('t1').length === 1)
      assert.deepEqual(await waiting(), [])
      gate.open()
      await others()
      assert.ok(failures > 0)
      // On a slow machine it may be in handling once more by now.
      let again = await waiting()
      while (again.length === 0) again = await waiting()
      assert.deepEqual(again, [wakeup])
    })

    it('are refused once they are closed', async () => {
      await opened.wakeups.close()
      await assert.rejects(schedule('t1'), { name: 'StoreError', code: 'unavailable' })
      await assert.rejects(opened.wakeups.cancel('x'), { code: 'unavailable' })
      await assert.rejects(waiting(), { code: 'unavailable' })
      await assert.doesNotReject(opened.wakeups.close())
    })
  })
}
