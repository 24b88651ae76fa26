import assert from 'node:assert/strict'
import fc from 'fast-check'
import sinon from 'sinon'
import { createEmbeddedLimits } from '../../../src/adapters/embedded/limits.ts'
import { channelRules, type Rule } from '../../../src/adapters/limits/rules.ts'
import type { Limits } from '../../../src/store/ports.ts'
import { mostIn } from '../../support/stretch.ts'

/** A sender of one message after the other in a conversation, each when due. */
interface Sender {
  readonly conversation: string
  /** Milliseconds between the answer to a message and the next one. */
  readonly gaps: readonly number[]
  /** Milliseconds until a message arrives, and then until its answer is back. */
  readonly there: readonly number[]
  readonly back: readonly number[]
}

const latency = fc.array(fc.oneof(fc.integer({ max: 40, min: 0 }), fc.integer({ max: 990, min: 0 })), {
  minLength: 3,
  maxLength: 7,
})
const sender = (conversation: string, gaps: fc.Arbitrary<number>, most: number): fc.Arbitrary<Sender> =>
  fc.record({
    conversation: fc.constant(conversation),
    gaps: fc.array(gaps, { minLength: Math.min(40, most), maxLength: most }),
    there: latency,
    back: latency,
  })

interface Event {
  readonly at: number
  readonly sender: Sender
  /** Which message it is about; it asks for a place, or else goes on with the next. */
  readonly message: number
}

/** When each message reached the channel, if everybody sends as soon as they may. */
async function play(limits: Limits, senders: readonly Sender[], clock: sinon.SinonFakeTimers) {
  const arrivals: { at: number; conversation: string }[] = []
  const events: Event[] = senders.map((one) => ({
    at: Date.now() + (one.gaps[0] ?? 0),
    sender: one,
    message: 0,
  }))
  for (let next = takeEarliest(events); next; next = takeEarliest(events)) {
    clock.tick(Math.max(0, next.at - Date.now()))
    const { sender, message } = next
    const wait = await limits.take({ tenant: 't', conversation: sender.conversation })
    if (wait > 0) {
      events.push({ ...next, at: Date.now() + wait })
      continue
    }
    const at = Date.now() + (sender.there[message % sender.there.length] ?? 0)
    arrivals.push({ at, conversation: sender.conversation })
    const answered = at + (sender.back[message % sender.back.length] ?? 0)
    const gap = sender.gaps[message + 1]
    if (gap !== undefined) events.push({ at: answered + gap, sender, message: message + 1 })
  }
  return arrivals
}

function takeEarliest(events: Event[]): Event | undefined {
  const [first, ...rest] = events
  if (!first) return undefined
  const earliest = rest.reduce((best, one) => (one.at < best.at ? one : best), first)
  events.splice(events.indexOf(earliest), 1)
  return earliest
}

describe('what the channel sees', () => {
  let clock: sinon.SinonFakeTimers
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => clock.restore())

  const holds = (senders: readonly Sender[]) => holdsFor(channelRules, senders)
  const holdsFor = async (rules: readonly Rule[], senders: readonly Sender[]) => {
    const arrivals = await play(createEmbeddedLimits(rules), senders, clock)
    assert.equal(arrivals.length, senders.flatMap(({ gaps }) => gaps).length)
    const places = new Set(senders.map(({ conversation }) => conversation))
    for (const rule of rules) {
      const groups =
        rule.of === 'tenant'
          ? [arrivals]
          : [...places].map((place) => arrivals.filter((one) => one.conversation === place))
      for (const group of groups) assertWithin(rule, group)
    }
  }
  const assertWithin = (rule: Rule, arrivals: readonly { at: number }[]) => {
    const most = mostIn(
      rule.seconds * 1000,
      arrivals.map(({ at }) => at),
    )
    assert.ok(most <= rule.most, `${most} messages of a ${rule.of} in ${rule.seconds} s`)
  }
  const hurried = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1500 }))

  it('keeps to its numbers in any stretch of time, though messages fly for different times', async () => {
    const senders = fc
      .integer({ min: 1, max: 60 })
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, index) => sender(`c${index}`, hurried, 5))),
      )
    await fc.assert(fc.asyncProperty(senders, holds), { numRuns: 60 })
  })

  it('keeps to them in a conversation that two processes write to', async () => {
    const pair = fc.tuple(sender('c', hurried, 120), sender('c', hurried, 120))
    await fc.assert(fc.asyncProperty(pair, holds), { numRuns: 60 })
  })

  it('keeps to them over hours', async () => {
    const slow = fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 600_000 }))
    const long = sender('c', slow, 2500).map((one) => ({
      ...one,
      gaps: [...one.gaps, ...Array(2000).fill(0)],
    }))
    await fc.assert(fc.asyncProperty(fc.tuple(long), holds), { numRuns: 5 })
  })

  const once = (at: number, latency: number, conversation: string): Sender => ({
    conversation,
    gaps: [at],
    there: [latency],
    back: [0],
  })
  /** First a message that takes `latency`, then many at once. */
  const many = (rule: Rule, at: number, latency: number): Sender => {
    const rest = Array<number>(rule.most * 2).fill(0)
    return { conversation: 'c', gaps: [at, ...rest], there: [latency, ...rest], back: [0] }
  }

  for (const rule of channelRules.filter(({ of }) => of === 'conversation')) {
    it(`takes ${rule.most} in ${rule.seconds} s where slow messages of two processes meet quick ones`, async () => {
      const window = rule.seconds * 1000
      await holdsFor([rule], [many(rule, 0, window * 1.25), many(rule, window, window * 0.25)])
    })
  }

  it('takes no more from a tenant where slow messages, quick ones and the next ones meet', async () => {
    const slow = Array.from({ length: 40 }, (_, index) => once(index === 0 ? 0 : 999, 10, `slow ${index}`))
    const quick = Array.from({ length: 40 }, (_, index) => once(1000, 9, `quick ${index}`))
    const next = Array.from({ length: 40 }, (_, index) => once(2000, 0, `next ${index}`))
    await holdsFor(channelRules.slice(0, 1), [...slow, ...quick, ...next])
  })
})
