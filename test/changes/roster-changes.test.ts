import assert from 'node:assert/strict'
import { noteReached, noteRefusal, partFrom } from '../../src/changes/roster-changes.ts'
import { newRecipient, newRoster, type Recipient } from '../../src/core/reminders/roster.ts'
import { address, day, type StorePlace, start, write } from '../adapters/contract/subject.ts'
import { makeEmbeddedPlace } from '../adapters/embedded/place.ts'

describe('a person whom the roster has twice with one chat, once as gone', () => {
  const there = { tenant: 't1', address: address('c1') }
  let now: number
  let at: StorePlace
  let store: Awaited<ReturnType<StorePlace['open']>>

  beforeEach(async () => {
    now = start
    at = await makeEmbeddedPlace()
    store = await at.open(() => now)
  })
  afterEach(() => at.discard())

  const gone = { ...newRecipient(address('c1')), goneSince: start - 1 }
  const present = newRecipient(address('c1'))
  const orders: Readonly<Record<string, Record<string, Recipient>>> = {
    'the one who is gone first': { '29:ann': gone, 'entra-ann': present },
    'the one who is gone last': { 'entra-ann': present, zed: gone },
  }
  const services = () => ({
    store,
    newId: () => `${Math.random()}`,
    clock: () => now,
    wakeups: { schedule: async (tenant: string, due: number) => ({ id: 'w', tenant, at: due }) },
    retention: day,
  })
  const keep = (people: Record<string, Recipient>) =>
    write(store, { write: { roster: { ...newRoster, people } } })
  const ann = async () => (await store.glance('t1')).roster.value?.people['entra-ann']

  for (const [order, people] of Object.entries(orders)) {
    it(`is gone when their chat is: ${order}`, async () => {
      await keep(people)
      await partFrom(services(), there)
      assert.equal((await ann())?.goneSince, now)
    })

    it(`is not given up at the first refusal, but after a day of them: ${order}`, async () => {
      await keep(people)
      assert.equal(await noteRefusal(services(), there), false)
      now += day
      assert.equal(await noteRefusal(services(), there), true)
      assert.equal((await ann())?.goneSince, now)
    })

    it(`is there again when a message gets through: ${order}`, async () => {
      await keep(people)
      await noteRefusal(services(), there)
      await noteReached(services(), there)
      assert.equal((await ann())?.refusedSince, undefined)
    })
  }

  it('is gone where both are', async () => {
    await keep({ '29:ann': gone, 'entra-ann': gone })
    assert.equal(await noteRefusal(services(), there), true)
  })
})
