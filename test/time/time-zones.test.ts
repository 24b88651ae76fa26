import assert from 'node:assert/strict'
import { zones } from '../../src/time/time-zones.ts'

const utc = (date: string, minutes: number, timeZone: string) =>
  new Date(zones.instant(date, minutes, timeZone)).toISOString()
const shown = (instant: string, timeZone: string) => zones.local(Date.parse(instant), timeZone)
const at = (hours: number, minutes = 0) => hours * 60 + minutes

describe('the time zones', () => {
  for (const [zone, nine] of Object.entries({
    UTC: '2026-01-15T09:00:00.000Z',
    'Europe/Paris': '2026-01-15T08:00:00.000Z',
    'America/New_York': '2026-01-15T14:00:00.000Z',
    'Asia/Kathmandu': '2026-01-15T03:15:00.000Z',
    'Australia/Lord_Howe': '2026-01-14T22:00:00.000Z',
    'Australia/Sydney': '2026-01-14T22:00:00.000Z',
    'Pacific/Kiritimati': '2026-01-14T19:00:00.000Z',
    'Pacific/Pago_Pago': '2026-01-15T20:00:00.000Z',
  }))
    it(`show nine o'clock in ${zone} at ${nine}`, () => {
      assert.deepEqual(
        [utc('2026-01-15', at(9), zone), shown(nine, zone)],
        [nine, { date: '2026-01-15', minutes: at(9) }],
      )
    })

  const changes = [
    // Skipped times: the first one after.
    ['Europe/Paris', '2028-03-26', at(2), '2028-03-26T01:00:00.000Z'],
    ['Europe/Paris', '2028-03-26', at(2, 59), '2028-03-26T01:00:00.000Z'],
    ['Europe/Paris', '2028-03-26', at(3), '2028-03-26T01:00:00.000Z'],
    ['Europe/Paris', '2028-03-26', at(9), '2028-03-26T07:00:00.000Z'],
    ['America/New_York', '2028-03-12', at(2, 30), '2028-03-12T07:00:00.000Z'],
    ['Australia/Lord_Howe', '2028-10-01', at(2, 15), '2028-09-30T15:30:00.000Z'],
    ['Australia/Lord_Howe', '2028-10-01', at(2, 30), '2028-09-30T15:30:00.000Z'],
    ['Africa/Cairo', '2028-04-28', at(0), '2028-04-27T22:00:00.000Z'],
    // Repeated times: the first one.
    ['Europe/Paris', '2028-10-29', at(1, 59), '2028-10-28T23:59:00.000Z'],
    ['Europe/Paris', '2028-10-29', at(2, 30), '2028-10-29T00:30:00.000Z'],
    ['Europe/Paris', '2028-10-29', at(3), '2028-10-29T02:00:00.000Z'],
    ['America/New_York', '2028-11-05', at(1, 30), '2028-11-05T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2028-04-02', at(1, 45), '2028-04-01T14:45:00.000Z'],
    ['Australia/Lord_Howe', '2028-04-02', at(2), '2028-04-01T15:30:00.000Z'],
  ] as const
  for (const [zone, date, minutes, expected] of changes)
    it(`take ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} on ${date} in ${zone} for ${expected}`, () => {
      assert.equal(utc(date, minutes, zone), expected)
    })

  it('know a southern summer', () => {
    assert.deepEqual(
      [utc('2028-07-03', at(9), 'Australia/Sydney'), utc('2028-12-04', at(9), 'Australia/Sydney')],
      ['2028-07-02T23:00:00.000Z', '2028-12-03T22:00:00.000Z'],
    )
  })

  it('know which zones there are, an offset being none', () => {
    const names = ['Europe/Paris', 'UTC', 'Asia/Kathmandu', 'Mars/Olympus', '+01:00', '']
    assert.deepEqual(names.filter(zones.has), ['Europe/Paris', 'UTC', 'Asia/Kathmandu'])
  })

  it('refuse a zone that there is not', () => {
    assert.throws(() => zones.local(0, 'Mars/Olympus'), RangeError)
  })
})
