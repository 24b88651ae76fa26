import assert from 'node:assert/strict'
import sinon from 'sinon'
import { Recorder } from '../../../bot/turn/recorder.ts'
import { Speaker } from '../../../bot/turn/speaker.ts'
import { newCompany } from '../../../src/core/company/company.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { sha256 } from '../../../src/sha256.ts'
import type { Change, Directory, Store } from '../../../src/store/ports.ts'

const programs = loadPrograms()
const unread = { value: undefined, version: 0 }
const opened = {
  keys: { tenant: 'guests', person: 'person-9', conversation: 'chat-1', activity: 'activity-1' },
  snapshot: {
    handled: false,
    delivered: new Map<string, string>(),
    abandoned: [],
    company: unread,
    conversation: unread,
    person: unread,
    roster: unread,
  },
}
const directory: Directory = {
  isConnected: true,
  people: async () => [],
  role: async () => 'global-admin',
}

describe('joining a company', () => {
  it('tells it who redeemed the code, and no role: their own directory says nothing of this company', async () => {
    const invitations = [{ key: sha256('key'), until: 2 }]
    const host = { ...newCompany('hosts', programs.default.id), invitations }
    const commit = sinon.fake(async (_: Change) => 'committed' as const)
    const store = { glance: async () => ({ company: { value: host, version: 1 }, roster: unread }), commit }
    const services = { programs, clock: () => 1, newId: () => 'id' }
    const speaker = new Speaker(directory, opened, 'Cyd')
    await speaker.learnRole()
    const books = new Recorder({ ...services, store: { ...elsewhere, ...store } }, opened)
    assert.equal(await books.join({ tenant: 'hosts', key: 'key' }, speaker), undefined)
    const recorded = commit.firstCall.args[0].events.map(({ by, event }) => [event.type, by])
    assert.deepEqual(recorded, [['TenantAdmitted', { id: 'guests/person-9', name: 'Cyd', tenant: 'guests' }]])
    assert.deepEqual(books.events[0]?.by.role, 'global-admin')
  })
})

const refuse = () => Promise.reject(new Error('Joining reads and writes the company alone'))
const elsewhere: Store = {
  open: refuse,
  commit: refuse,
  acknowledge: refuse,
  lease: refuse,
  release: refuse,
  amend: refuse,
  glance: refuse,
  check: refuse,
  close: refuse,
  undelivered: () => assert.fail(),
  events: () => assert.fail(),
}
