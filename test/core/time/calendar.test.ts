import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  addBusinessDays,
  addDays,
  addMonths,
  anniversary,
  daysBetween,
  isBusinessDay,
  plainDate,
  today,
} from '../../../src/core/time/calendar.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days))

describe('calendar', () => {
  it('tells the day in UTC', () => {
    assert.equal(today(Date.parse('2026-11-22T23:59:59.999Z')), '2026-11-22')
  })

  it('refuses a day that does not exist', () => {
    assert.equal(plainDate.safeParse('2026-02-29').success, false)
  })

  it('counts days across a leap day', () => {
    assert.equal(addDays('2028-02-28', 2), '2028-03-01')
  })

  it('ends three months after 30 November on the last of February', () => {
    assert.equal(addMonths('2026-11-30', 3), '2027-02-28')
  })

  it('ends three months after 30 November on 29 February before a leap day', () => {
    assert.equal(addMonths('2027-11-30', 3), '2028-02-29')
  })

  it('keeps the day of the month, or takes the last one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const reached = addMonths(day, months)
        const kept = reached.slice(8) === day.slice(8)
        return kept || (reached.slice(8) < day.slice(8) && addDays(reached, 1).endsWith('-01'))
      }),
    )
  })

  it('moves on by exactly the months asked for', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
        return index(addMonths(day, months)) - index(day) === months
      }),
    )
  })

  it('skips the weekend', () => {
    assert.equal(addBusinessDays('2026-11-20', 2), '2026-11-24')
  })

  it('starts from a weekend on Monday', () => {
    assert.equal(addBusinessDays('2026-11-21', 1), '2026-11-23')
  })

  it('always ends on a business day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, days) =>
        isBusinessDay(addBusinessDays(day, days)),
      ),
    )
  })

  it('counts days back as they were added', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        (day, days) => daysBetween(day, addDays(day, days)) === days,
      ),
    )
  })

  it('finds the next anniversary', () => {
    assert.equal(anniversary('2025-03-10', '2026-11-22'), '2027-03-10')
  })

  it('finds no anniversary on the first day itself', () => {
    assert.equal(anniversary('2026-03-10', '2026-03-10'), '2027-03-10')
  })

  it('moves past an anniversary that is today', () => {
    assert.equal(anniversary('2025-03-10', '2026-03-10'), '2027-03-10')
  })

  it('returns 29 February on the 28th, and on the 29th in a leap year', () => {
    assert.deepEqual(
      [anniversary('2024-02-29', '2026-01-01'), anniversary('2024-02-29', '2027-06-01')],
      ['2026-02-28', '2028-02-29'],
    )
  })
})
