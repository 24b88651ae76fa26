import assert from 'node:assert/strict'
import { Semaphore } from '../../../bot/delivery/semaphore.ts'

describe('slots', () => {
  it('let so many jobs run at a time, and all in their order', async () => {
    const slots = new Semaphore(3)
    const begun: number[] = []
    let running = 0
    let most = 0
    const job = (number: number) => async () => {
      begun.push(number)
      running += 1
      most = Math.max(most, running)
      await new Promise(setImmediate)
      running -= 1
      if (number % 2 === 1) throw new Error('broken')
      return number
    }
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, number) => slots.use(job(number))),
    )
    assert.deepEqual(begun, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    assert.equal(most, 3)
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 5)
    assert.equal(await slots.use(job(10)), 10)
  })
})
