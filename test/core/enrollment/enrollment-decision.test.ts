import assert from 'node:assert/strict'
import { type Command, commandSchema } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { evolve } from '../../../src/core/company/evolve.ts'
import type { EnrollmentFacts } from '../../../src/core/enrollment/enrollment.ts'
import { by, carryOut, contact, fresh, frontier, inSituation, on } from '../example.ts'

const joined = { situation: 'no-cost', enrolledOn: '2026-10-05' } as const
const record = (facts: EnrollmentFacts): Command => ({ type: 'RecordEnrollment', facts })
const renew = (anniversary: string): Command => ({ type: 'RenewEnrollment', anniversary })
const at = (day: string) => on(day, frontier)
const enrolled = inSituation(fresh(frontier), joined, '2026-10-07')
const carriedOut = (company: Company, command: Command, day: string) => carryOut(company, command, at(day))

describe('recording the enrollment', () => {
  it('keeps what Partner Center shows, who read it and when', () => {
    assert.deepEqual(enrolled.enrollment, { ...joined, since: '2026-10-07', by: by.id })
  })

  it('adds nothing when the same is said again before the anniversary', () => {
    assert.deepEqual(decide(enrolled, record(joined), at('2027-10-05')), { events: [] })
  })

  it('is recorded anew after an anniversary, as the enrollment survived that', () => {
    const again = carriedOut(enrolled, record(joined), '2027-10-06')
    assert.equal(again.enrollment?.since, '2027-10-06')
    assert.deepEqual(decide(again, record(joined), at('2027-10-06')), { events: [] })
  })

  it('is never recorded anew where no day of enrollment is known', () => {
    const unknown = inSituation(fresh(frontier), { situation: 'premium' })
    assert.deepEqual(decide(unknown, record({ situation: 'premium' }), at('2031-01-01')), { events: [] })
  })

  it('replaces the situation with all its days', () => {
    const asked = { situation: 'not-enrolled', submittedOn: '2026-10-01' } as const
    const submitted = inSituation(fresh(frontier), asked, '2026-10-01')
    const { enrollment } = carriedOut(submitted, record(joined), '2026-10-07')
    assert.deepEqual(enrollment, { ...joined, since: '2026-10-07', by: by.id })
  })

  it('keeps the last renewal while the day of enrollment stays', () => {
    const renewed = carriedOut(enrolled, renew('2027-10-05'), '2027-10-01')
    const premium = carriedOut(renewed, record({ ...joined, situation: 'premium' }), '2027-12-01')
    assert.equal(premium.enrollment?.renewedFor, '2027-10-05')
  })

  it('begins anew with another day of enrollment, and without one', () => {
    const renewed = carriedOut(enrolled, renew('2027-10-05'), '2027-10-01')
    const days = [{ enrolledOn: '2028-01-10' }, {}]
    assert.deepEqual(
      days.map((each) => {
        const facts = { situation: 'no-cost', ...each } as const
        return carriedOut(renewed, record(facts), '2028-01-15').enrollment?.renewedFor
      }),
      [undefined, undefined],
    )
  })

  it('leaves the program version to its own command', () => {
    assert.equal(inSituation(fresh(frontier), { situation: 'rewards' }).program, frontier.id)
  })
})

describe('renewing the enrollment', () => {
  it('is recorded for its anniversary', () => {
    assert.deepEqual(decide(enrolled, renew('2027-10-05'), at('2027-09-20')), {
      events: [{ type: 'EnrollmentRenewed', anniversary: '2027-10-05' }],
    })
  })

  it('adds nothing the second time, and nothing for an anniversary before', () => {
    const renewed = carriedOut(enrolled, renew('2027-10-05'), '2027-10-01')
    assert.deepEqual(
      ['2027-10-05', '2026-10-05', '2027-10-04'].map((each) =>
        decide(renewed, renew(each), at('2027-10-02')),
      ),
      [{ events: [] }, { events: [] }, { events: [] }],
    )
  })

  it('counts for a later anniversary where nobody answered the one before', () => {
    const { enrollment } = carriedOut(enrolled, renew('2028-10-05'), '2028-10-12')
    assert.equal(enrollment?.renewedFor, '2028-10-05')
  })

  it('counts for the last known anniversary before a day that is none', () => {
    const { enrollment } = carriedOut(enrolled, renew('2028-03-01'), '2028-03-01')
    assert.equal(enrollment?.renewedFor, '2027-10-05')
  })

  it('is refused off both paths, without a day, and where nobody said anything', () => {
    const companies = [
      fresh(frontier),
      inSituation(fresh(frontier), { situation: 'premium' }),
      inSituation(fresh(frontier), { ...joined, situation: 'not-enrolled' }),
    ]
    for (const company of companies)
      assert.deepEqual(decide(company, renew('2027-10-05'), at('2027-10-01')), { refused: 'not-enrolled' })
  })

  it('changes nothing in a log that has no enrollment', () => {
    const event = { type: 'EnrollmentRenewed', anniversary: '2027-10-05' } as const
    const stray = { at: '2027-10-01T12:00:00.000Z', by, program: frontier.id, event }
    assert.deepEqual(evolve(fresh(frontier), stray), fresh(frontier))
  })

  it('takes days alone', () => {
    assert.equal(commandSchema.safeParse(renew('next year')).success, false)
    assert.equal(commandSchema.safeParse(record({ ...joined, enrolledOn: '5/10/2026' })).success, false)
  })
})

describe('the contact of a company', () => {
  const assign: Command = { type: 'AssignContact', contact }

  it('cannot be assigned where Partner Center shows that it is not enrolled', () => {
    const outside = inSituation(fresh(frontier), { situation: 'not-enrolled' })
    assert.deepEqual(decide(outside, assign, at('2026-10-07')), { refused: 'not-enrolled' })
  })

  it('can be assigned on a path, and where the page could not be found', () => {
    const found = (['no-cost', 'premium', 'rewards', 'page-missing'] as const).map((situation) =>
      decide(inSituation(fresh(frontier), { situation }), assign, at('2026-10-07')),
    )
    assert.ok(found.every((decision) => 'events' in decision && decision.events.length === 1))
  })
})
