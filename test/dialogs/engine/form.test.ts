import assert from 'node:assert/strict'
import fc from 'fast-check'
import { amount, choice, line, lines, optional, pickSome, readAmount } from '../../../dialogs/engine/form.ts'

describe('an amount', () => {
  const cases: Readonly<Record<string, number>> = {
    '12000': 12000,
    '12 000': 12000,
    '12,000': 12000,
    '12.000': 12000,
    "1'200'000": 1200000,
    $25k: 25000,
    '25 K': 25000,
    '1.2M': 1200000,
    '1,2 m': 1200000,
    '1.250M': 1250000,
    '12,500.40 USD': 12500,
    '99 999,50 $': 100000,
    '0': 0,
  }
  for (const [text, value] of Object.entries(cases)) {
    it(`reads "${text}" as ${value}`, () => assert.equal(readAmount(text), value))
  }

  for (const text of ['', 'a lot', '-5', '12x', 'k', '1e9', '--']) {
    it(`does not read "${text}"`, () => assert.equal(readAmount(text), undefined))
  }

  it('is the same with any grouping of its digits', () => {
    const grouped = (value: number) =>
      ['en-US', 'de-DE', 'fr-FR', 'de-CH'].map((tag) => value.toLocaleString(tag))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        for (const text of grouped(value)) assert.equal(readAmount(text), value)
      }),
    )
  })

  it('is no answer when it is negative', () => assert.equal(amount().read.safeParse('-1').success, false))
})

describe('a field', () => {
  it('trims what was typed', () => assert.equal(line().read.parse('  Ann '), 'Ann'))

  it('needs something to be typed', () => assert.equal(line().read.safeParse('   ').success, false))

  it('may be left out when it is optional', () => assert.equal(optional(line()).read.parse(' '), undefined))

  it('is still checked when it is optional and given', () =>
    assert.equal(optional(amount()).read.safeParse('many').success, false))

  it('takes only its own choices', () =>
    assert.equal(choice(['yes', 'no']).read.safeParse('maybe').success, false))

  it('reads several choices as clients join them', () =>
    assert.deepEqual(pickSome().read.parse('a,b'), ['a', 'b']))

  it('takes a value that is chosen twice once', () =>
    assert.deepEqual(pickSome().read.parse('a,b,a'), ['a', 'b']))

  it('needs at least one of several choices', () =>
    assert.equal(pickSome().read.safeParse('').success, false))

  it('gathers lines when it is made for entries', () => assert.equal(lines().gathers, true))

  it('recognises an answer that it gave', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const field of [line(), optional(line()), pickSome(), amount()]) {
          const answer = field.read.safeParse(text)
          if (answer.success) assert.ok(field.stored.safeParse(answer.data).success)
        }
      }),
    )
  })
})
