import assert from 'node:assert/strict'
import fc from 'fast-check'
import { keys, slotOf, slots, unsentKey } from '../../../src/adapters/redis/keys.ts'

const id = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })

/** Part of a key that Redis hashes: the content of its first braces, if any. */
const hashedPart = (key: string) => /\{([^}]+)\}/s.exec(key)?.[1] ?? key

describe('keys in Redis', () => {
  it('show plain ids as they are', () => {
    assert.equal(keys.person('contoso', '29:a_b'), 'rewards:{contoso}:person:29:a_b')
  })

  it('of one company lie in one slot, whatever its id', () => {
    fc.assert(
      fc.property(id, id, id, (tenant, conversation, activity) => {
        const all = [
          keys.company(tenant),
          keys.person(tenant, conversation),
          keys.conversation(tenant, conversation),
          keys.handled({ tenant, conversation, activity, person: '' }),
          keys.roster(tenant),
          keys.log(tenant),
          keys.outbox({ tenant, conversation }),
          keys.delivered({ tenant, conversation }),
          keys.limit(1, tenant),
          keys.limit(30, tenant, conversation),
          unsentKey(tenant, true),
        ]
        assert.equal(new Set(all.map(hashedPart).map(slotOf)).size, 1)
      }),
    )
  })

  it('keep the ids of a handled activity apart', () => {
    const key = (conversation: string, activity: string) =>
      keys.handled({ tenant: 't', conversation, activity, person: '' })
    assert.notEqual(key('a b', 'c'), key('a', 'b c'))
  })

  it('do not take an id for the hash of another that it looks like', () => {
    const hash = keys.company('an id with spaces')
    assert.notEqual(keys.company(hashedPart(hash)), hash)
  })

  it('stay short however long the ids are', () => {
    assert.ok(keys.person('é'.repeat(5000), 'x'.repeat(5000)).length < 200)
  })

  it('name one list of unsent messages for each slot', () => {
    const all = Array.from({ length: slots }, (_, slot) => slotOf(hashedPart(keys.unsent(slot))))
    assert.deepEqual(all, [...all.keys()])
  })

  it('name one list for all where there is one server', () => {
    assert.equal(unsentKey('a', false), unsentKey('b', false))
  })

  // The check value of CRC-16/XMODEM in the cluster specification, and one of its examples.
  it('are summed as a cluster sums them', () => {
    assert.deepEqual([slotOf('123456789'), slotOf('foo')], [0x31c3, 12_182])
  })
})
