import assert from 'node:assert/strict'
import sinon from 'sinon'
import { createFloodGate, type Passage } from '../../../bot/admission/rate-limit.ts'

const ann = { tenant: 'contoso', person: 'ann' }

describe('the flood gate', () => {
  let time: sinon.SinonFakeTimers

  beforeEach(() => {
    time = sinon.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => time.restore())

  /** Sends a number of activities at once. */
  const many = async (gate: ReturnType<typeof createFloodGate>, times: number, who = ann) => {
    const passages: Passage[] = []
    for (let sent = 0; sent < times; sent += 1) passages.push(await gate(who))
    return passages
  }
  const open = (times: number) => Array<Passage>(times).fill('open')

  it('lets a third of the minute pass at once, closes on the next, and stays closed for a minute', async () => {
    const gate = createFloodGate({ perMinute: 60 })
    assert.deepEqual(await many(gate, 23), [...open(20), 'closing', 'closed', 'closed'])
    time.tick(59_999)
    assert.equal(await gate(ann), 'closed')
    time.tick(1)
    assert.equal(await gate(ann), 'open')
  })

  it('closes on the first of a minute that is too much, where nothing came at once', async () => {
    const gate = createFloodGate({ perMinute: 60 })
    for (let sent = 0; sent < 60; sent += 1) {
      assert.equal(await gate(ann), 'open')
      time.tick(900)
    }
    assert.deepEqual(await many(gate, 2), ['closing', 'closed'])
    time.tick(59_999)
    assert.equal(await gate(ann), 'closed')
    time.tick(1)
    assert.equal(await gate(ann), 'open')
  })

  it('reports closing again at the next flood after the minute', async () => {
    const gate = createFloodGate({ perMinute: 3 })
    assert.deepEqual(await many(gate, 3), ['open', 'closing', 'closed'])
    time.tick(60_000)
    assert.deepEqual(await many(gate, 3), ['open', 'closing', 'closed'])
  })

  it('is never reached by who reads before clicking', async () => {
    const gate = createFloodGate({ perMinute: 60 })
    for (let sent = 0; sent < 2000; sent += 1) {
      assert.equal(await gate(ann), 'open')
      time.tick(1001)
    }
  })

  it('is closed for one person of one tenant only', async () => {
    const gate = createFloodGate({ perMinute: 3 })
    await many(gate, 5)
    const others = [
      { tenant: 'contoso', person: 'bob' },
      { tenant: 'fabrikam', person: 'ann' },
      { tenant: 'contosoa', person: 'nn' },
    ]
    for (const other of others) assert.equal(await gate(other), 'open')
  })

  it('counts a limited number of people, and drops the one quiet for longest', async () => {
    const gate = createFloodGate({ perMinute: 3, mostPeople: 3 })
    await many(gate, 2)
    for (let person = 0; person < 1000; person += 1) {
      await gate({ tenant: 'contoso', person: `${person}` })
      assert.equal(await gate(ann), 'closed')
    }
    assert.ok(time.countTimers() <= 2 * 3, `${time.countTimers()} windows are kept`)
    for (const person of ['x', 'y', 'z']) await gate({ tenant: 'contoso', person })
    assert.equal(await gate(ann), 'open')
  })

  it('is always open where there is no limit', async () => {
    assert.deepEqual(await many(createFloodGate({ perMinute: 0 }), 1000), open(1000))
  })
})
