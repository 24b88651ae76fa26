import assert from 'node:assert/strict'
import { keys, type StoreKey } from '../../../src/adapters/embedded/keys.ts'

const partOf = (key: StoreKey) => String(key.at(-1))

describe('keys of the embedded store', () => {
  it('show plain ids as they are', () => {
    assert.deepEqual(keys.person('tenant-1', '29:a_b;messageid=1'), [
      'person',
      'tenant-1',
      '29:a_b;messageid=1',
    ])
  })

  it('do not take an id for the hash of another that it looks like', () => {
    const hash = partOf(keys.company('an id with spaces'))
    assert.match(hash, /^#/)
    assert.notEqual(partOf(keys.company(hash)), hash)
  })

  it('stay far below the 1978 bytes that LMDB takes', () => {
    const long = 'é'.repeat(5000)
    assert.ok(JSON.stringify(keys.handled(long, 'x'.repeat(200), 'y'.repeat(201))).length < 500)
  })
})
