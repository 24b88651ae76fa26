import assert from 'node:assert/strict'
import { untilCommitted, withRetries } from '../../src/changes/optimistic-retry.ts'

/** An attempt that conflicts a number of times, with its count. */
function overtaken(times: number) {
  const made = { count: 0 }
  const attempt = async () => {
    made.count += 1
    return made.count > times ? false : undefined
  }
  return { made, attempt }
}

describe('an attempt that may conflict', () => {
  it('is made once when it is not, and brings what it found', async () => {
    const { made, attempt } = overtaken(0)
    assert.equal(await untilCommitted('Nothing went', attempt), false)
    assert.equal(made.count, 1)
  })

  it('is given up after as many as are wanted', async () => {
    const { made, attempt } = overtaken(3)
    assert.equal(await withRetries(attempt, 3), undefined)
    assert.equal(made.count, 3)
    assert.equal(await withRetries(attempt, 3), false)
  })

  it('is made up to 25 times', async () => {
    const { made, attempt } = overtaken(24)
    assert.equal(await untilCommitted('Nothing went', attempt), false)
    assert.equal(made.count, 25)
  })

  it('then fails, and says what it was', async () => {
    await assert.rejects(untilCommitted('Nothing went', overtaken(25).attempt), {
      name: 'RetriesExhaustedError',
      code: 'conflict',
      message: /^Nothing went: 25 attempts conflicted/,
    })
  })

  it('waits after each that is lost, but not after the last', async () => {
    const lost: number[] = []
    const pause = async (count: number) => lost.push(count)
    await withRetries(overtaken(9).attempt, 4, pause)
    assert.deepEqual(lost, [1, 2, 3])
  })

  it('breaks at once when something else is wrong', async () => {
    let count = 0
    const broken = async () => {
      count += 1
      throw new Error('broken')
    }
    await assert.rejects(untilCommitted('Nothing went', broken), /^Error: broken/)
    assert.equal(count, 1)
  })
})
