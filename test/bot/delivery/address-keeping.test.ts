import assert from 'node:assert/strict'
import { createAddresses } from '../../../bot/delivery/address-keeping.ts'
import { newRecipient, type Roster } from '../../../src/core/reminders/roster.ts'
import { createLog } from '../../../src/process/log.ts'
import type { Store } from '../../../src/store/ports.ts'
import {
  address,
  day,
  delivery,
  roster,
  type StorePlace,
  start,
  write,
} from '../../adapters/contract/subject.ts'
import { makeEmbeddedPlace } from '../../adapters/embedded/place.ts'

const hour = day / 24

describe('the address of a person', () => {
  let place: StorePlace
  let store: Store
  let now: number
  let scheduled: number[]

  beforeEach(async () => {
    now = start
    scheduled = []
    place = await makeEmbeddedPlace()
    store = await place.open(() => now)
    const two: Roster = {
      ...roster(),
      wakeup: undefined,
      people: { ada: newRecipient(address('c1')), ben: newRecipient(address('c2')) },
    }
    await write(store, { write: { roster: two } })
  })
  afterEach(() => place.discard())

  const addresses = () =>
    createAddresses({
      store,
      newId: () => `${Math.random()}`,
      clock: () => now,
      wakeups: {
        schedule: async (tenant, at) => {
          scheduled.push(at)
          return { id: 'w', tenant, at }
        },
      },
      retention: 365 * day,
      log: createLog('silent'),
    })
  const known = async () => {
    const { people = {} } = (await store.glance('t1')).roster.value ?? {}
    return ['ada', 'ben'].map((id) => [people[id]?.refusedSince, people[id]?.goneSince])
  }
  const nothing = [undefined, undefined]

  it('is given up at once when the channel says why, and deleted in the end', async () => {
    await addresses().ended(delivery('1', 'c1'))
    assert.deepEqual([await known(), scheduled], [[[undefined, start], nothing], [start + 365 * day]])
  })

  it('is kept after one refusal that names no reason', async () => {
    assert.equal(await addresses().refused(delivery('1', 'c1')), false)
    assert.deepEqual([await known(), scheduled], [[[start, undefined], nothing], []])
  })

  it('is kept however often it is refused within a day', async () => {
    for (let hours = 0; hours < 24; hours += 1) {
      assert.equal(await addresses().refused(delivery(`${hours}`, 'c1')), false)
      now += hour
    }
    assert.deepEqual(await known(), [[start, undefined], nothing])
  })

  it('is given up when it is refused after a day as before', async () => {
    await addresses().refused(delivery('1', 'c1'))
    now += day
    assert.equal(await addresses().refused(delivery('2', 'c1')), true)
    assert.deepEqual([await known(), scheduled], [[[undefined, now], nothing], [now + 365 * day]])
  })

  it('begins anew when something got through in between, from whichever process', async () => {
    await addresses().refused(delivery('1', 'c1'))
    await addresses().reached(delivery('2', 'c1'))
    assert.deepEqual(await known(), [nothing, nothing])
    now += 2 * day
    assert.equal(await addresses().refused(delivery('3', 'c1')), false)
  })

  it('that is given up is refused to all that still waits for it', async () => {
    await addresses().ended(delivery('1', 'c1'))
    assert.equal(await addresses().refused(delivery('2', 'c1')), true)
  })

  it('without a roster entry is not closed', async () => {
    assert.equal(await addresses().refused(delivery('1', 'c9')), false)
    await addresses().reached(delivery('1', 'c9'))
    await addresses().ended(delivery('1', 'c9'))
    assert.deepEqual(await known(), [nothing, nothing])
  })

  it('is kept where the store cannot serve', async () => {
    await store.close()
    assert.equal(await addresses().refused(delivery('1', 'c1')), false)
    await addresses().ended(delivery('1', 'c1'))
    await addresses().reached(delivery('1', 'c1'))
    store = await place.open(() => now)
    assert.deepEqual(await known(), [nothing, nothing])
  })
})
