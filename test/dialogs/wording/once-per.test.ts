import assert from 'node:assert/strict'
import { memoize } from '../../../dialogs/wording/memoize.ts'

describe('what is made once per key', () => {
  it('is cached by key', () => {
    const made: string[] = []
    const shout = memoize((word: string) => {
      made.push(word)
      return word.toUpperCase()
    })
    assert.deepEqual([shout('a'), shout('b'), shout('a')], ['A', 'B', 'A'])
    assert.deepEqual(made, ['a', 'b'])
  })

  it('is made again when too much is remembered', () => {
    let times = 0
    const count = memoize((key: string) => {
      times += 1
      return key
    })
    for (let key = 0; key <= 1000; key += 1) count(`${key}`)
    assert.equal(count('0'), '0')
    assert.equal(times, 1002)
  })
})
