import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Command } from '../../../src/core/company/command.ts'
import { type Company, companySchema, newCompany } from '../../../src/core/company/company.ts'
import type { Program } from '../../../src/core/program/program.ts'
import { openSchedules } from '../../../src/core/reminders/open-schedules.ts'
import type { ReminderTopic, Schedule } from '../../../src/core/reminders/schedule.ts'
import { by, carryOut, fresh, listed, on, ready, rewards, seller } from '../example.ts'

const day = '2026-03-02'
const grace = { id: 'person-2', name: 'Grace', role: 'global-admin' } as const
const activate = (benefit = 'listing-optimization'): Command => ({ type: 'ActivateBenefit', benefit })
const update = (state: 'contacted' | 'in-progress' | 'completed' | 'withdrawn'): Command => ({
  type: 'UpdateBenefit',
  benefit: 'listing-optimization',
  state,
})
const associate: Command = { type: 'AssociateTenant', tenant: 'fabrikam.example' }
const admin = (date = day) => ({ ...on(date), by: grace })

const schedules = (company: Company, program: Program = rewards) => openSchedules({ company, program })
const one = (company: Company, kind: ReminderTopic, program?: Program): Schedule | undefined =>
  schedules(company, program).find((each) => each.kind === kind)
const rungsOf = (schedule: Schedule | undefined) =>
  schedule?.stages.map((stage) => `${stage.on} ${stage.what}`)

describe('the schedule of an activated benefit', () => {
  const waiting = carryOut(ready(seller(0)), activate(), on(day))

  it('has a stage after seven, ten and fourteen days', () => {
    assert.deepEqual(one(waiting, 'contact'), {
      key: 'contact|listing-optimization|2026-03-02',
      kind: 'contact',
      subject: 'listing-optimization',
      owners: [by.id],
      stages: [
        { what: 'contact-expected', on: '2026-03-09' },
        { what: 'recheck-contact', on: '2026-03-12' },
        { what: 'escalate', on: '2026-03-16' },
      ],
    })
  })

  for (const state of ['contacted', 'in-progress', 'completed', 'withdrawn'] as const)
    it(`is gone once it is ${state}`, () => {
      assert.equal(one(carryOut(waiting, update(state), on('2026-03-10')), 'contact'), undefined)
    })

  it('is another one after another activation', () => {
    const withdrawn = carryOut(waiting, update('withdrawn'), on('2026-03-10'))
    const again = carryOut(withdrawn, activate(), {
      ...on('2026-03-20'),
      by: { ...grace, role: 'partner-admin' },
    })
    const { key, owners } = one(again, 'contact') ?? {}
    assert.deepEqual([key, owners], ['contact|listing-optimization|2026-03-20', ['person-2']])
  })

  it('follows the waiting times of the program', () => {
    const hasty = {
      ...rewards,
      waits: { ...rewards.waits, recheckContactAfterDays: 8, escalateAfterDays: 9 },
    }
    assert.deepEqual(rungsOf(one(waiting, 'contact', hasty)), [
      '2026-03-09 contact-expected',
      '2026-03-10 recheck-contact',
      '2026-03-11 escalate',
    ])
  })

  it('calls nothing late before the day that Microsoft promised', () => {
    const slow = { ...rewards, waits: { ...rewards.waits, recheckContactAfterDays: 3, escalateAfterDays: 7 } }
    assert.deepEqual(rungsOf(one(waiting, 'contact', slow)), [
      '2026-03-09 contact-expected',
      '2026-03-09 escalate',
    ])
  })

  it('belongs to no one in records without people', () => {
    const { by: _, ...record } = waiting.benefits['listing-optimization'] ?? assert.fail()
    const older = companySchema.parse({ ...waiting, benefits: { 'listing-optimization': record } })
    assert.deepEqual(one(older, 'contact')?.owners, [])
  })
})

describe('the schedule of an expiry', () => {
  const trial = (start: string) => carryOut(ready(listed('trial'), start), activate(), on(start))

  it('has a stage 30, 14, 3 and 0 days before, each on a working day before rather than after', () => {
    const schedule = one(trial(day), 'expiry')
    assert.deepEqual(rungsOf(schedule), [
      '2026-05-03 expiry',
      '2026-05-19 expiry',
      '2026-05-30 expiry',
      '2026-06-02 expiry',
    ])
    assert.ok(schedule?.stages.every(({ early }) => early))
    assert.equal(schedule?.lastDay, '2026-06-02')
  })

  for (const [start, end] of [
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2027-11-29', '2028-02-29'],
    ['2028-02-29', '2028-05-29'],
    ['2028-08-31', '2028-11-30'],
  ] as const)
    it(`ends on ${end} when it began on ${start}`, () => {
      assert.equal(one(trial(start), 'expiry')?.lastDay, end)
    })

  it('goes on when Microsoft got in touch, and ends with the work', () => {
    const kinds = (state: 'contacted' | 'completed' | 'withdrawn') =>
      one(carryOut(trial(day), update(state), on(day)), 'expiry')?.kind
    assert.deepEqual(
      [kinds('contacted'), kinds('completed'), kinds('withdrawn')],
      ['expiry', undefined, undefined],
    )
  })

  it('ends the waiting for a contact with its last day', () => {
    assert.equal(one(trial(day), 'contact')?.lastDay, '2026-06-02')
  })
})

describe('the schedule of the yearly refresh', () => {
  const trial = carryOut(ready(listed('trial')), activate(), on(day))

  it('is one for all benefits, and belongs to all who activated something', () => {
    const both = carryOut(trial, activate('press-release-support'), {
      ...on('2026-04-01'),
      by: { ...grace, role: 'partner-admin' },
    })
    const refreshes = schedules(both).filter(({ kind }) => kind === 'refresh')
    assert.deepEqual(refreshes, [
      {
        key: 'refresh||2027-03-02',
        kind: 'refresh',
        subject: '',
        owners: ['person-1', 'person-2'],
        stages: [{ what: 'refresh', on: '2027-03-02' }],
        lastDay: '2027-04-01',
      },
    ])
  })

  it('comes on 28 February after an activation on a leap day', () => {
    const leap = carryOut(ready(listed('trial'), '2028-02-29'), activate(), on('2028-02-29'))
    assert.deepEqual(rungsOf(one(leap, 'refresh')), ['2029-02-28 refresh'])
  })

  it('is none where the only benefit was withdrawn: that may come back any day', () => {
    assert.equal(one(carryOut(trial, update('withdrawn'), on(day)), 'refresh'), undefined)
  })
})

describe('the schedule of a technical request', () => {
  const request = {
    id: 'a|b%7C',
    kind: 'technical',
    phase: 'design',
    solution: 'cloud',
    product: 'Azure SQL',
    title: 'T',
    description: 'D',
    country: 'FR',
    language: 'fr',
    phone: '+33612345678',
    timeZone: 'Europe/Paris',
  } as const
  const asked = carryOut(fresh(), { type: 'RequestTechnicalHelp', request }, on('2026-11-19'))

  it('has one stage after two business days, and a key that no other subject can have', () => {
    assert.deepEqual(one(asked, 'technical'), {
      key: 'technical|a%7Cb%257C|2026-11-19',
      kind: 'technical',
      subject: 'a|b%7C',
      owners: [by.id],
      stages: [{ what: 'technical-answer', on: '2026-11-23' }],
    })
  })

  it('ends with the answer', () => {
    const answered = carryOut(asked, { type: 'RecordAnswer', request: request.id }, on('2026-11-20'))
    assert.deepEqual(schedules(answered), [])
  })

  it('is none for a request about sponsorship, which has no promised answer', () => {
    const sponsorship = {
      id: 's',
      kind: 'sponsorship',
      agreement: 'mca',
      title: 'T',
      description: '',
    } as const
    const company = carryOut(fresh(), { type: 'RequestTechnicalHelp', request: sponsorship }, on(day))
    assert.deepEqual(schedules(company), [])
  })
})

describe('the schedule of a pending tenant', () => {
  const pending = carryOut(fresh(), associate, admin())

  it('has a stage after one, three and seven days, for who associated it', () => {
    assert.deepEqual(one(pending, 'tenant'), {
      key: 'tenant|fabrikam.example|2026-03-02',
      kind: 'tenant',
      subject: 'fabrikam.example',
      owners: ['person-2'],
      stages: ['2026-03-03', '2026-03-05', '2026-03-09'].map((on) => ({ what: 'verify-tenant', on })),
    })
  })

  it('ends when it was verified, and when it failed', () => {
    const tenant = 'fabrikam.example'
    const verified = carryOut(pending, { type: 'VerifyTenant', tenant }, on(day))
    const failed = carryOut(pending, { type: 'FailTenant', tenant, reason: 'guest' }, on(day))
    assert.deepEqual([schedules(verified), schedules(failed)], [[], []])
  })
})

describe('the schedule of a missing contact', () => {
  const known = carryOut(fresh(), { type: 'RecordEligibility', facts: seller(0) }, on(day))

  it('has three weekly stages, for who recorded the facts', () => {
    assert.deepEqual(one(known, 'contact-missing'), {
      key: 'contact-missing||',
      kind: 'contact-missing',
      subject: '',
      owners: [by.id],
      stages: ['2026-03-09', '2026-03-16', '2026-03-23'].map((on) => ({ what: 'contact-missing', on })),
    })
  })

  it('is the same schedule, counted anew, after newer facts of another person', () => {
    const facts = seller(1000)
    const newer = carryOut(known, { type: 'RecordEligibility', facts }, admin('2026-03-12'))
    const { key, owners, stages } = one(newer, 'contact-missing') ?? assert.fail()
    assert.deepEqual([key, owners, stages[0].on], ['contact-missing||', ['person-2'], '2026-03-19'])
  })

  it('ends with the contact', () => {
    assert.equal(one(ready(seller(0)), 'contact-missing'), undefined)
  })

  it('is none while something else is missing too', () => {
    const facts = seller(0, { enrolled: 'no' })
    const company = carryOut(fresh(), { type: 'RecordEligibility', facts }, on(day))
    assert.equal(one(company, 'contact-missing'), undefined)
  })
})

describe('the schedule of an unnoticed offer', () => {
  const live = ready(seller(0, { liveOfferSince: '2026-02-20' }))

  it('has one stage after four weeks', () => {
    assert.deepEqual(one(live, 'offer-unnoticed'), {
      key: 'offer-unnoticed||2026-02-20',
      kind: 'offer-unnoticed',
      subject: '',
      owners: [by.id],
      stages: [{ what: 'offer-unnoticed', on: '2026-03-20' }],
    })
  })

  it('ends with an activation', () => {
    assert.equal(one(carryOut(live, activate(), on(day)), 'offer-unnoticed'), undefined)
  })

  it('ends when the offer is no longer live', () => {
    const gone = carryOut(live, { type: 'RecordEligibility', facts: seller(0, { liveOffer: 'no' }) }, on(day))
    assert.equal(one(gone, 'offer-unnoticed'), undefined)
  })
})

describe('schedules', () => {
  it('have names that no two subjects share', () => {
    const subject = fc.string({ unit: fc.constantFrom('|', '%', '7', 'C', '2', '5', 'a'), maxLength: 6 })
    fc.assert(
      fc.property(subject, subject, (first, second) => {
        const tenants = [first, second].map((tenant) => ({ tenant, state: 'pending' as const, since: day }))
        const company = { ...newCompany('tenant-1', rewards.id), tenants }
        const [one, other] = schedules(company).map(({ key }) => key)
        assert.equal(one === other, first === second)
      }),
    )
  })
})

describe('the schedule of a request to be authorized', () => {
  const asking = (id: string, date: string) => ({ ...on(date), by: { id, name: id } })
  const led = carryOut(fresh(), { type: 'NameTeam', members: [grace, { id: by.id, name: by.name }] }, on(day))
  const asked = carryOut(led, { type: 'AskForTeam' }, asking('person-8', '2026-03-04'))

  it('is for all authorized people on the day of the request, with a key without names', () => {
    const { key, owners, stages } = one(asked, 'team-asked') ?? assert.fail()
    assert.deepEqual([owners, stages], [['person-2', by.id], [{ what: 'team-asked', on: '2026-03-04' }]])
    assert.equal(key, 'team-asked||2026-03-04T12:00:00.000Z')
  })

  it('has one more stage for each further request', () => {
    const both = carryOut(asked, { type: 'AskForTeam' }, asking('person-9', '2026-03-06'))
    assert.deepEqual(rungsOf(one(both, 'team-asked')), ['2026-03-04 team-asked', '2026-03-06 team-asked'])
  })

  it('ends when the authorized people are named, also the same again', () => {
    assert.equal(one(led, 'team-asked'), undefined)
    const answered = carryOut(asked, { type: 'NameTeam', members: led.team?.members ?? [] }, on('2026-03-07'))
    assert.equal(one(answered, 'team-asked'), undefined)
  })
})
