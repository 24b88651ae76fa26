import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Enrollment } from '../../../src/core/enrollment/enrollment.ts'
import {
  comingAnniversaries,
  nextAnniversary,
  pathRules,
  renewalBy,
} from '../../../src/core/enrollment/terms.ts'
import type { PathRules } from '../../../src/core/program/enrollment-rules.ts'
import { addDays } from '../../../src/core/time/calendar.ts'
import { fresh, frontier, inSituation, rewards } from '../example.ts'

const enrolled = (changes: Partial<Enrollment> = {}): Enrollment => ({
  situation: 'no-cost',
  enrolledOn: '2026-10-05',
  since: '2026-10-07',
  by: 'person-1',
  ...changes,
})
const rulesOf = (path: string): PathRules =>
  frontier.enrollment?.paths.find(({ id }) => id === path) ?? assert.fail()

describe('the coming anniversaries of an enrollment', () => {
  it('are the next three', () => {
    assert.deepEqual(comingAnniversaries(enrolled()), ['2027-10-05', '2028-10-05', '2029-10-05'])
  })

  it('begin after the one that a person renewed for', () => {
    assert.equal(nextAnniversary(enrolled({ renewedFor: '2027-10-05' })), '2028-10-05')
  })

  it('leave out those that had passed when the enrollment was read in Partner Center', () => {
    const days = ['2028-10-04', '2028-10-05', '2028-10-06']
    assert.deepEqual(
      days.map((since) => nextAnniversary(enrolled({ since }))),
      ['2028-10-05', '2028-10-05', '2029-10-05'],
    )
  })

  it('are none without a day of enrollment', () => {
    const { enrolledOn: _, ...unknown } = enrolled()
    assert.deepEqual([comingAnniversaries(unknown), nextAnniversary(unknown)], [[], undefined])
  })

  it('fall on 28 February in common years for who enrolled on a leap day', () => {
    const leap = enrolled({ enrolledOn: '2028-02-29', since: '2028-03-01', renewedFor: '2030-02-28' })
    assert.deepEqual(comingAnniversaries(leap), ['2031-02-28', '2032-02-29', '2033-02-28'])
  })

  it('are never before the day of the record, and a year apart', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2026-09-01', days))
    fc.assert(
      fc.property(day, day, (enrolledOn, since) => {
        const found = comingAnniversaries(enrolled({ enrolledOn, since }))
        assert.equal(found.length, 3)
        assert.ok(found.every((each) => each >= since && each > enrolledOn))
        assert.deepEqual(
          found.map((each) => Number(each.slice(0, 4)) - Number(found[0]?.slice(0, 4))),
          [0, 1, 2],
        )
      }),
    )
  })
})

describe('an anniversary', () => {
  const by = (path: string, on: string, changes: Partial<Enrollment> = {}) =>
    renewalBy(rulesOf(path), enrolled(changes), on)

  it('needs a person on the Premium path, each time', () => {
    const later = { renewedFor: '2027-10-05' }
    assert.deepEqual([by('premium', '2027-10-05'), by('premium', '2028-10-05', later)], ['person', 'person'])
  })

  it('needs a person on the no-cost path the first time, and passes by itself after that', () => {
    const later = { renewedFor: '2027-10-05' }
    assert.deepEqual([by('no-cost', '2027-10-05'), by('no-cost', '2028-10-05', later)], ['person', 'itself'])
  })

  it('passes by itself where the company was still enrolled after its first one', () => {
    assert.equal(by('no-cost', '2028-10-05', { since: '2027-10-20' }), 'itself')
  })

  it('is in doubt on the no-cost path while nobody has confirmed the first one', () => {
    assert.equal(by('no-cost', '2028-10-05'), 'unknown')
  })
})

describe('the rules of the path', () => {
  it('are those of the company’s program and situation', () => {
    const premium = inSituation(fresh(frontier), { situation: 'premium' })
    assert.equal(pathRules(premium, frontier)?.id, 'premium')
  })

  it('are none off both paths, and none in a program without paths', () => {
    const missing = inSituation(fresh(frontier), { situation: 'page-missing' })
    const premium = inSituation(fresh(rewards), { situation: 'premium' })
    assert.deepEqual([pathRules(missing, frontier), pathRules(premium, rewards)], [undefined, undefined])
  })
})
