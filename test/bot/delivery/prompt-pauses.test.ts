import assert from 'node:assert/strict'
import { withPromptPauses } from '../../../bot/delivery/prompt-pauses.ts'

const chat = { tenant: 't1', conversation: 'c1' }
const other = { tenant: 't2', conversation: 'c2' }

/** Limits of a store that answers when it is told to. */
function openLimits() {
  const answers: (() => void)[] = []
  const answered = <T>(value: T) => new Promise<T>((resolve) => answers.push(() => resolve(value)))
  const asked: string[] = []
  let now = 1_000
  const limits = withPromptPauses(
    {
      take: ({ tenant }) => {
        asked.push(`take ${tenant}`)
        return answered(0)
      },
      pause: (tenant, milliseconds) => {
        asked.push(`pause ${tenant} ${milliseconds}`)
        return answered(undefined)
      },
      close: async () => undefined,
    },
    () => now,
  )
  return {
    limits,
    asked,
    answer: () => answers.splice(0).map((each) => each()),
    later: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

describe('limits that know a pause at once', () => {
  it('delay a message admitted before the store had the pause', async () => {
    const { limits, answer } = openLimits()
    const taken = limits.take(chat)
    void limits.pause('t1', 2_000)
    answer()
    assert.equal(await taken, 2_000)
  })

  it('ask the store for no capacity during the pause, and again after it', async () => {
    const { limits, asked, answer, later } = openLimits()
    void limits.pause('t1', 2_000)
    later(500)
    assert.equal(await limits.take(chat), 1_500)
    later(1_500)
    const taken = limits.take(chat)
    answer()
    assert.deepEqual([await taken, asked], [0, ['pause t1 2000', 'take t1']])
  })

  it('let other companies go on', async () => {
    const { limits, answer } = openLimits()
    void limits.pause('t1', 2_000)
    const taken = limits.take(other)
    answer()
    assert.equal(await taken, 0)
  })

  it('keep the longer one of two pauses', async () => {
    const { limits, later } = openLimits()
    void limits.pause('t1', 2_000)
    void limits.pause('t1', 500)
    later(1_000)
    assert.equal(await limits.take(chat), 1_000)
  })
})
