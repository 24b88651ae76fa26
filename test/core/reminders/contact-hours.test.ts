import assert from 'node:assert/strict'
import fc from 'fast-check'
import { contactHoursOf } from '../../../src/core/reminders/contact-hours.ts'
import type { Hours } from '../../../src/core/time/local-time.ts'
import { zones } from '../../../src/time/time-zones.ts'
import { instant, iso } from './listeners.ts'

const always = [1, 2, 3, 4, 5, 6, 7]
const contactHours = (timeZone: string, hours?: Hours) =>
  contactHoursOf(zones, hours ? { timeZone, hours } : { timeZone })
const next = (from: string, timeZone: string, hours?: Hours) =>
  iso(contactHours(timeZone, hours).next(instant(from)))
const reached = (on: string, timeZone: string, early: boolean, hours?: Hours) =>
  iso(contactHours(timeZone, hours).reached({ what: 'expiry', on, early }))

describe('the hours in which a person is glad to hear', () => {
  const cases = [
    ['before nine', '2026-03-02T07:59', '2026-03-02T08:00'],
    ['at nine', '2026-03-02T08:00', '2026-03-02T08:00'],
    ['during the day', '2026-03-02T12:34', '2026-03-02T12:34'],
    ['in the last minute', '2026-03-02T15:59', '2026-03-02T15:59'],
    ['at five', '2026-03-02T16:00', '2026-03-03T08:00'],
    ['on Friday evening', '2026-03-06T20:00', '2026-03-09T08:00'],
    ['on Sunday', '2026-03-08T12:00', '2026-03-09T08:00'],
  ] as const
  for (const [when, from, expected] of cases)
    it(`come next, ${when} in Paris, at ${expected} UTC`, () => {
      assert.equal(next(from, 'Europe/Paris'), expected)
    })

  it('are the usual ones in UTC where nothing is known', () => {
    assert.equal(iso(contactHoursOf(zones, {}).next(instant('2026-03-07T00:00'))), '2026-03-09T09:00')
  })

  it('are those of UTC where the zone is none, and the usual ones where they end before they begin', () => {
    const hours = { from: '17:00', until: '09:00', days: [1] }
    assert.equal(next('2026-03-07T00:00', 'Mars/Olympus', hours), '2026-03-09T09:00')
  })

  it('keep to working days other than ours', () => {
    const sunday = { from: '08:30', until: '15:00', days: [7, 1, 2, 3, 4] }
    assert.equal(next('2026-03-05T20:00', 'Asia/Kathmandu', sunday), '2026-03-08T02:45')
  })
})

describe('when clocks change', () => {
  // Zone, Friday before, Monday after: the same nine o'clock is another instant.
  const weekends = [
    ['Europe/Paris', '2028-03-24', '2028-03-24T08:00', '2028-03-27T07:00'],
    ['Europe/Paris', '2028-10-27', '2028-10-27T07:00', '2028-10-30T08:00'],
    ['America/New_York', '2028-03-10', '2028-03-10T14:00', '2028-03-13T13:00'],
    ['America/New_York', '2028-11-03', '2028-11-03T13:00', '2028-11-06T14:00'],
    ['Australia/Lord_Howe', '2028-03-31', '2028-03-30T22:00', '2028-04-02T22:30'],
    ['Australia/Lord_Howe', '2028-09-29', '2028-09-28T22:30', '2028-10-01T22:00'],
    ['Australia/Sydney', '2028-03-31', '2028-03-30T22:00', '2028-04-02T23:00'],
    ['Australia/Sydney', '2028-09-29', '2028-09-28T23:00', '2028-10-01T22:00'],
    ['Asia/Kathmandu', '2028-03-24', '2028-03-24T03:15', '2028-03-27T03:15'],
  ] as const
  for (const [zone, friday, before, after] of weekends)
    it(`nine o'clock stays nine o'clock in ${zone} after ${friday}`, () => {
      const saturday = iso(instant(`${friday}T00:00`) + 2 * 86_400_000)
      assert.deepEqual([reached(friday, zone, false), next(saturday, zone)], [before, after])
    })

  it('hours that begin with what is left out begin after it', () => {
    const hours = { from: '02:30', until: '05:00', days: always }
    assert.equal(next('2028-03-26T00:00', 'Europe/Paris', hours), '2028-03-26T01:00')
  })

  it('hours that are left out altogether are missed that day', () => {
    const hours = { from: '02:10', until: '02:50', days: always }
    assert.equal(next('2028-03-26T00:00', 'Europe/Paris', hours), '2028-03-27T00:10')
  })

  it('hours that come only on the day on which they are left out are missed that week', () => {
    const hours = { from: '02:10', until: '02:50', days: [7] }
    assert.equal(next('2028-03-20T00:00', 'Europe/Paris', hours), '2028-04-02T00:10')
  })

  it('quiet that has begun stays, though the clock shows hours once more', () => {
    const hours = { from: '01:30', until: '02:30', days: always }
    assert.equal(next('2028-10-29T00:45', 'Europe/Paris', hours), '2028-10-30T00:30')
    assert.equal(next('2028-10-29T01:15', 'Europe/Paris', hours), '2028-10-30T00:30')
  })

  it('a clock that shows a time before the hours once more brings quiet until they come again', () => {
    const hours = { from: '02:30', until: '05:00', days: always }
    const found = ['2028-10-29T00:45', '2028-10-29T01:10:20.500Z', '2028-10-29T01:40'].map((from) =>
      next(from, 'Europe/Paris', hours),
    )
    assert.deepEqual(found, ['2028-10-29T00:45', '2028-10-29T01:30', '2028-10-29T01:40'])
  })
})

describe('a stage', () => {
  it('is reached with the hours of its day', () => {
    assert.equal(reached('2026-03-09', 'America/New_York', false), '2026-03-09T13:00')
  })

  it('waits for the next working day', () => {
    assert.equal(reached('2026-03-07', 'Europe/Paris', false), '2026-03-09T08:00')
  })

  it('comes on the last working day before, where later would be too late', () => {
    const found = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'].map((on) =>
      reached(on, 'Europe/Paris', true),
    )
    assert.deepEqual(found, ['2026-03-06T08:00', '2026-03-06T08:00', '2026-03-06T08:00', '2026-03-09T08:00'])
  })

  it('comes at most six days off for who works one day a week', () => {
    const monday = { from: '09:00', until: '12:00', days: [1] }
    const found = [true, false].map((early) => reached('2026-03-10', 'UTC', early, monday))
    assert.deepEqual(found, ['2026-03-09T09:00', '2026-03-16T09:00'])
  })
})

describe('the next welcome moment', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Paris',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Asia/Beirut',
  )
  const quarter = 15
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const hours = fc
    .tuple(
      fc.integer({ min: 0, max: 94 }),
      fc.integer({ min: 1, max: 40 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    )
    .map(([from, length, days]) => ({
      from: clock(from * quarter),
      until: clock(Math.min(from + length, 95) * quarter),
      days,
    }))
  /** Around the days on which clocks change somewhere. */
  const around = fc
    .tuple(
      fc.constantFrom(
        '2028-03-12',
        '2028-03-26',
        '2028-04-02',
        '2028-04-28',
        '2028-10-01',
        '2028-10-27',
        '2028-10-29',
        '2028-11-05',
      ),
      fc.integer({ min: -4 * 96, max: 4 * 96 }),
    )
    .map(([day, quarters]) => Date.parse(day) + quarters * quarter * 60_000)

  const isIn = ({ from, until, days }: Hours, at: number, timeZone: string) => {
    const { date, minutes } = zones.local(at, timeZone)
    const shown = clock(minutes)
    return days.includes(new Date(date).getUTCDay() || 7) && from <= shown && shown < until
  }

  it('is within the hours, by the wall clock, and the same when asked again', () => {
    fc.assert(
      fc.property(zone, hours, around, (timeZone, week, from) => {
        const found = contactHours(timeZone, week).next(from)
        assert.ok(found >= from && isIn(week, found, timeZone))
        assert.equal(contactHours(timeZone, week).next(found), found)
      }),
      { numRuns: 500 },
    )
  })

  it('is the first quarter of an hour within the hours, where no quiet is broken', () => {
    fc.assert(
      fc.property(zone, hours, around, (timeZone, week, from) => {
        const found = contactHours(timeZone, week).next(from)
        for (let at = from; at < found; at += quarter * 60_000)
          if (isIn(week, at, timeZone)) {
            const { date } = zones.local(at, timeZone)
            const [hour = 0, minute = 0] = week.until.split(':').map(Number)
            assert.ok(at >= zones.instant(date, hour * 60 + minute, timeZone), `${iso(at)} was skipped`)
          }
      }),
      { numRuns: 300 },
    )
  })
})
