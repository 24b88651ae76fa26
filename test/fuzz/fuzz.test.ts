import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Chance } from '../chaos/chance.ts'
import { needRedis } from '../support/redis/redis-server.ts'
import { claimsOf } from './input/claims.ts'
import { minimal } from './input/minimal.ts'
import { mutated } from './input/mutation.ts'
import { nastyValues, raw } from './input/nasty.ts'
import { textOf } from './input/wire-post.ts'
import { fuzz } from './run.ts'
import { judgeLog } from './watch/bot-log.ts'
import { growth } from './watch/memory.ts'
import { broken } from './watch/verdict.ts'

describe('three hundred spoilt activities of many people', () => {
  it('break nothing, change nobody else, and go nowhere else', async function () {
    this.timeout(120_000)
    const report = await fuzz({ seed: 7, count: 300, atOnce: 16 })
    assert.deepEqual(broken(report), [])
  })
})

describe('two hundred of them to a bot with a registration, on Redis', () => {
  before(function () {
    needRedis(this)
  })

  it('break nothing either, and are taken only with a token of the channel', async function () {
    this.timeout(240_000)
    const report = await fuzz({ seed: 7, count: 200, atOnce: 16, isRegistered: true })
    assert.deepEqual(broken(report), [])
  })
})

const values = fc.oneof(fc.jsonValue(), fc.constantFrom(...nastyValues))

describe('the fuzzer', () => {
  it('spoils alike for the same seed, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(values, fc.integer(), (value, seed) => {
        const before = JSON.stringify(value)
        const spoil = () => textOf(mutated(value, new Chance(seed, 'x'), ['known']))
        assert.equal(spoil(), spoil())
        assert.equal(JSON.stringify(value), before)
      }),
    )
  })

  it('writes what no value of JavaScript could say', () => {
    const text = textOf({ a: raw('1e999'), b: raw('{"x":1,"x":2}'), c: raw('"\\ud83d"') })
    assert.equal(text, '{"a":1e999,"b":{"x":1,"x":2},"c":"\\ud83d"}')
  })

  it('writes a field with the name of the prototype', () => {
    const names = new Set<string>()
    for (let seed = 0; seed < 2000; seed += 1)
      for (const name of textOf(mutated({ a: {} }, new Chance(seed, 'x'), [])).match(/"[^"]+"(?=:)/g) ?? [])
        names.add(name)
    assert.ok(names.has('"__proto__"') && names.has('"constructor"'))
  })

  it('reads what the channel claims, whatever else is wrong', () => {
    const sure = {
      channelData: { tenant: { id: 't' } },
      conversation: { id: 'c', tenantId: 'u' },
      type: 5,
      id: {},
    }
    assert.deepEqual(claimsOf(JSON.stringify(sure)), {
      type: '',
      tenant: 't',
      conversation: 'c',
      activity: '',
    })
    const other = JSON.stringify({ ...sure, channelData: { tenant: null } })
    assert.equal(claimsOf(other).tenant, 'u')
    assert.equal(claimsOf(`\ufeff${other}`).tenant, 'u')
    assert.equal(claimsOf('{').tenant, '')
  })

  it('shows as little of a wrong activity as is wrong by itself', async () => {
    const text = JSON.stringify({ type: 'message', text: 'x', value: { run: 'bad', with: 'more' } })
    assert.equal(await minimal(text, async (each) => each.includes('"bad"')), '{"value":{"run":"bad"}}')
  })

  it('tells a heap that grows from one that goes up and down', () => {
    const samples = (heap: (sample: number) => number) =>
      Array.from({ length: 21 }, (_, each) => ({
        posts: each * 100,
        heap: heap(each),
        anonymous: 0,
        resident: 0,
      }))
    assert.match(growth(samples((each) => 100 + each * 2)) ?? '', /grew from 122 to 134/)
    assert.equal(growth(samples((each) => 100 + (each % 3) * 20)), undefined)
    assert.equal(growth(samples((each) => Math.min(100 + each * 20, 200))), undefined)
  })

  it('finds in the log what broke', () => {
    const lines = [
      '{"level":40,"msg":"an activity from a foreign host, channel or tenant was refused"}',
      '{"level":50,"msg":"a turn broke"}',
      '{"level":40,"msg":"message refused","status":413}',
      '{"level":40,"msg":"message refused","status":404}',
      'memory 1 2 3',
    ]
    const { faults, warnings } = judgeLog(lines.join('\n'))
    assert.deepEqual(faults, [lines[1], lines[2]])
    assert.deepEqual(Object.values(warnings), [1, 1])
  })
})
