import assert from 'node:assert/strict'
import type { Rule } from '../../src/adapters/limits/rules.ts'
import type { ConversationKeys, Limits } from '../../src/store/ports.ts'

/** Store of limits and its clock. */
export interface LimitsPlace {
  /** Of one process; every call is another one, where there may be several. */
  open(rules: readonly Rule[]): Promise<Limits>
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>
  /** Closes what was opened. */
  discard(): Promise<void>
}

/** Two places a second for a conversation and three for its company. */
const tight: readonly Rule[] = [
  { of: 'tenant', most: 9, seconds: 1 },
  { of: 'conversation', most: 6, seconds: 1 },
]
/** Rest of a second after the test's calls; margin for slow machines. */
const longer = 1100

/** Contract of limits. `make` provides an empty store before each test. */
export function describeLimits(name: string, make: () => Promise<LimitsPlace>): void {
  describe(`limits in ${name}`, () => {
    let place: LimitsPlace
    let limits: Limits
    const chat = (conversation: string, tenant = 't1'): ConversationKeys => ({ tenant, conversation })
    /** Number of concurrent takers that succeeded at once. */
    const taken = async (count: number, where: (index: number) => ConversationKeys, from = limits) => {
      const waits = await Promise.all(Array.from({ length: count }, (_, index) => from.take(where(index))))
      return waits.filter((wait) => wait === 0).length
    }

    beforeEach(async () => {
      place = await make()
      limits = await place.open(tight)
    })
    afterEach(() => place.discard())

    it('give a conversation as many places as fit in any stretch of time', async () => {
      assert.equal(await taken(5, () => chat('c1')), 2)
    })

    it('give a company as many, however many conversations it has', async () => {
      assert.equal(await taken(9, (index) => chat(`c${index}`)), 3)
    })

    it('delay no one else', async () => {
      await taken(9, (index) => chat(`c${index}`))
      assert.equal(await taken(3, (index) => chat(`c${index}`, 't2')), 3)
    })

    it('say how long to wait, and then give a place', async () => {
      await taken(3, (index) => chat(`c${index}`))
      const wait = await limits.take(chat('c9'))
      assert.ok(wait > 0 && wait <= 1000, `told to wait ${wait} ms`)
      await place.pass(longer)
      assert.equal(await limits.take(chat('c9')), 0)
    })

    it('give a paused company no place until the pause is over', async () => {
      await limits.pause('t1', 1500)
      const wait = await limits.take(chat('c1'))
      assert.ok(wait > 1000 && wait <= 2000, `told to wait ${wait} ms`)
      assert.equal(await limits.take(chat('c1', 't2')), 0)
      await place.pass(2000 + longer - 1000)
      assert.equal(await limits.take(chat('c1')), 0)
    })

    it('do not end a pause for a shorter one', async () => {
      await limits.pause('t1', 30_000)
      await limits.pause('t1', 1000)
      assert.ok((await limits.take(chat('c1'))) > 20_000)
    })

    it('make a pause longer when the channel asks for that', async () => {
      await limits.pause('t1', 2000)
      await limits.pause('t1', 30_000)
      assert.ok((await limits.take(chat('c1'))) > 20_000)
    })

    it('take a pause of years for a mistake', async () => {
      await limits.pause('t1', 1e12)
      assert.ok((await limits.take(chat('c1'))) <= 3_600_000)
    })

    it('do not count against a conversation what its company had no place for', async () => {
      const roomy: readonly Rule[] = [
        { of: 'tenant', most: 3, seconds: 1 },
        { of: 'conversation', most: 8, seconds: 30 },
      ]
      const others = await place.open(roomy)
      assert.equal(await taken(10, () => chat('long'), others), 1)
      await place.pass(longer)
      assert.equal(await others.take(chat('long')), 0)
    })
  })
}
