import assert from 'node:assert/strict'
import sinon from 'sinon'
import { createWaking, type WakingServices } from '../../bot/background/wake-up.ts'
import { newRecipient, type Recipient, type Roster } from '../../src/core/reminders/roster.ts'
import { runDueDeletions } from '../../src/deletion/due-deletions.ts'
import { createLog } from '../../src/process/log.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import { zones } from '../../src/time/time-zones.ts'
import { address, company, day, start, turnKeys, write } from '../adapters/contract/subject.ts'
import { embeddedStoredData, type Opened, type StoredDataPlace } from '../adapters/stored-data-place.ts'

/** A person visited by a wake-up, as the topic of their card is over. */
const recipient: Recipient = {
  ...newRecipient(address('c1')),
  cards: [{ delivery: 'reminder', at: start - day, ladders: ['over'] }],
}
const unburdened: Roster = { schema: 1, people: { p1: recipient } }
const ordered: Roster = {
  ...unburdened,
  deletions: [{ what: 'person', person: 'p1', account: 'p1', due: start }],
}
const programs = loadPrograms()

describe('a wake-up of a company', () => {
  let place: StoredDataPlace
  let opened: Opened

  beforeEach(async () => {
    place = await embeddedStoredData()
    opened = await place.open(() => start)
  })
  afterEach(async () => {
    await opened.store.close()
    await place.discard()
  })

  const keeps = (roster: Roster) =>
    write(opened.store, { keys: turnKeys(), write: { company: company(programs.default.id), roster } })
  const services = () => {
    const turns = sinon.spy(async () => [])
    const rest: Omit<WakingServices, 'turns'> = {
      ...opened,
      programs,
      zones,
      retention: 365 * day,
      newId: () => 'id',
      clock: () => start,
      wakeups: { schedule: async (tenant, at) => ({ id: 'next', tenant, at }) },
      dispatcher: { settled: async () => undefined, takeReceipts: () => [] },
      notifyOtherTenants: async () => undefined,
      metrics: { delivered: () => undefined },
      log: createLog('silent'),
    }
    return { turns, ...rest }
  }
  const wake = (all: WakingServices) => createWaking(all)({ id: 'wakeup-1', tenant: 't1', at: start })

  it('that deletes nothing reads the company once for all visits, and once to set the next', async () => {
    await keeps(unburdened)
    const glance = sinon.spy(opened.store, 'glance')
    const all = services()
    await wake(all)
    assert.deepEqual([all.turns.callCount, glance.callCount], [1, 2])
  })

  it('that deletes a person does not notify them', async () => {
    await keeps(ordered)
    const all = services()
    await wake(all)
    assert.equal(all.turns.callCount, 0)
  })

  it('reports the conflict when it can delete nothing', async () => {
    await keeps(ordered)
    const alter = sinon.stub(opened.storedData, 'alter').resolves('conflict')
    await assert.rejects(runDueDeletions(services(), 't1', ordered), {
      name: 'RetriesExhaustedError',
      message: /^Nothing could be deleted: 25 attempts/,
    })
    assert.equal(alter.callCount, 25)
  })
})
