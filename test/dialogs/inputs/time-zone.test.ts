import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describeTimeZone, readTimeZone, timeZonesOf } from '../../../dialogs/inputs/time-zone.ts'

const winter = Date.parse('2026-01-15T12:00:00Z')
const summer = Date.parse('2026-07-15T12:00:00Z')

describe('a time zone', () => {
  const read = {
    'Europe/Paris': 'Europe/Paris',
    ' europe/paris ': 'Europe/Paris',
    'America/New_York': 'America/New_York',
    'america/new york': 'America/New_York',
    Paris: 'Europe/Paris',
    'Los Angeles': 'America/Los_Angeles',
    UTC: 'UTC',
  }
  for (const [text, zone] of Object.entries(read))
    it(`is read from '${text}'`, () => {
      assert.equal(readTimeZone(text), zone)
    })

  it('is read from a name that means the same as another', () => {
    const zone = readTimeZone('Asia/Kolkata')
    assert.ok(zone && describeTimeZone(zone, winter).includes('UTC+05:30'))
  })

  for (const text of ['', 'Europe', 'Atlantis', '+01:00', 'Europe/Atlantis', 'at nine'])
    it(`is not read from '${text}'`, () => {
      assert.equal(readTimeZone(text), undefined)
    })

  it('is read from every name that the engine lists', () => {
    assert.deepEqual(
      Intl.supportedValuesOf('timeZone').filter((zone) => readTimeZone(zone) !== zone),
      [],
    )
  })

  it('is read from the last part of every such name, as no two are alike', () => {
    assert.deepEqual(
      Intl.supportedValuesOf('timeZone').filter(
        (zone) => readTimeZone(zone.split('/').at(-1) ?? '') !== zone,
      ),
      [],
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        readTimeZone(text)
      }),
    )
  })

  it('is described by its offset at that moment', () => {
    assert.equal(describeTimeZone('America/Los_Angeles', winter), 'America/Los Angeles (UTC-08:00)')
    assert.equal(describeTimeZone('America/Los_Angeles', summer), 'America/Los Angeles (UTC-07:00)')
  })

  it('is the only one of France', () => {
    assert.deepEqual(timeZonesOf('FR'), ['Europe/Paris'])
  })

  it('is one of many in the United States', () => {
    assert.ok(timeZonesOf('US').includes('America/Chicago'))
  })

  it('belongs to no country that does not exist', () => {
    assert.deepEqual([timeZonesOf('nowhere'), timeZonesOf('')], [[], []])
  })
})
