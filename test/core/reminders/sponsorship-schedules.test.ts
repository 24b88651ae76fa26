import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { due } from '../../../src/core/reminders/due-actions.ts'
import { openSchedules } from '../../../src/core/reminders/open-schedules.ts'
import { by, carryOut, fresh, on, rewards } from '../example.ts'
import { asked, granted, sentOn, sponsoring, wish } from '../sponsorship/sponsoring.ts'

const at = (day: string) => on(day, sponsoring)
const prepared = carryOut(
  fresh(sponsoring),
  { type: 'RequestTechnicalHelp', request: { ...wish, state: 'prepared' } },
  at(sentOn),
)
const update = (state: 'sent' | 'returned' | 'amended' | 'refused' | 'withdrawn'): Command => ({
  type: 'UpdateRequest',
  request: wish.id,
  state,
})
const one = (company: Company, kind: string) =>
  openSchedules({ company, program: sponsoring }).find((each) => each.kind === kind)
const stagesOf = (company: Company, kind: string) => one(company, kind)?.stages.map((stage) => stage.on)
const enrolled = (company: Company) =>
  carryOut(
    company,
    { type: 'RecordEnrollment', facts: { situation: 'no-cost', enrolledOn: '2026-10-10' } },
    at('2026-11-12'),
  )

describe('the schedule of a prepared request', () => {
  it('has a stage at the closing of the deal and 30, 45 and 57 days after, and ends on day 60', () => {
    const schedule = one(prepared, 'sponsorship-request')
    assert.deepEqual(stagesOf(prepared, 'sponsorship-request'), [
      '2026-10-01',
      '2026-10-31',
      '2026-11-15',
      '2026-11-27',
    ])
    assert.deepEqual(
      [schedule?.key, schedule?.lastDay, schedule?.owners],
      ['sponsorship-request|wish-1|2026-10-01', '2026-11-30', [by.id]],
    )
  })

  it('comes on earlier working days but at the closing, when there is nothing to lose yet', () => {
    const early = one(prepared, 'sponsorship-request')?.stages.map((stage) => stage.early ?? false)
    assert.deepEqual(early, [false, true, true, true])
  })

  it('is due by the last day for the request', () => {
    assert.deepEqual(due(prepared, sponsoring, '2026-11-16'), [
      { what: 'sponsorship-request', subject: wish.id, on: '2026-11-30', overdue: false },
    ])
    assert.deepEqual(due(prepared, sponsoring, '2026-12-01'), [])
  })

  for (const state of ['sent', 'withdrawn'] as const)
    it(`is gone once it is ${state}`, () => {
      const company = carryOut(prepared, update(state), at('2026-11-10'))
      assert.equal(one(company, 'sponsorship-request'), undefined)
    })

  it('is none without a deal', () => {
    const { deal: _, ...request } = { ...wish, state: 'prepared', purpose: 'trials' } as const
    const company = carryOut(fresh(sponsoring), { type: 'RequestTechnicalHelp', request }, at(sentOn))
    assert.equal(one(company, 'sponsorship-request'), undefined)
  })
})

describe('the schedule of a sent request', () => {
  it('has a stage seven business days after', () => {
    assert.deepEqual(stagesOf(asked(), 'sponsorship-answer'), ['2026-11-11'])
  })

  it('pauses while it is returned, and begins anew when it was amended', () => {
    const returned = carryOut(asked(), update('returned'), at('2026-11-05'))
    assert.equal(one(returned, 'sponsorship-answer'), undefined)
    const amended = carryOut(returned, update('amended'), at('2026-11-09'))
    assert.equal(one(amended, 'sponsorship-answer')?.key, 'sponsorship-answer|wish-1|2026-11-09')
    assert.deepEqual(stagesOf(amended, 'sponsorship-answer'), ['2026-11-18'])
  })

  for (const state of ['refused', 'withdrawn'] as const)
    it(`is gone once it is ${state}`, () => {
      assert.equal(one(carryOut(asked(), update(state), at('2026-11-10')), 'sponsorship-answer'), undefined)
    })

  it('is no schedule of technical help', () => assert.equal(one(asked(), 'technical'), undefined))
})

describe('the schedule of a grant', () => {
  it('has a stage 30, 14 and 3 days before its end', () => {
    const company = granted({ amountUsd: 40_000, from: '2026-11-20' })
    assert.deepEqual(stagesOf(company, 'sponsorship-end'), ['2027-01-19', '2027-02-04', '2027-02-15'])
    assert.equal(one(company, 'sponsorship-end')?.lastDay, '2027-02-18')
  })

  it('is none while its first day is not known, or once it is used up', () => {
    assert.equal(one(granted({ amountUsd: 40_000 }), 'sponsorship-end'), undefined)
    const used = carryOut(
      granted({ amountUsd: 40_000, from: '2026-11-20' }),
      {
        type: 'UpdateRequest',
        request: wish.id,
        state: 'used',
        grant: { amountUsd: 40_000, from: '2026-11-20', usedUsd: 40_000 },
      },
      at('2026-12-01'),
    )
    assert.equal(one(used, 'sponsorship-end'), undefined)
  })
})

describe('the schedule of an allowance', () => {
  it('has a stage 90, 60 and 30 days before the anniversary of the enrollment', () => {
    const company = enrolled(asked())
    assert.deepEqual(stagesOf(company, 'allowance-end'), ['2027-07-12', '2027-08-11', '2027-09-10'])
    assert.deepEqual(
      [one(company, 'allowance-end')?.key, one(company, 'allowance-end')?.lastDay],
      ['allowance-end||2027-10-10', '2027-10-10'],
    )
  })

  it('is none for companies that never asked for sponsorship', () => {
    assert.equal(one(enrolled(fresh(sponsoring)), 'allowance-end'), undefined)
    assert.equal(one(enrolled(prepared), 'allowance-end'), undefined)
  })

  it('is none while the day of enrollment is not known', () => {
    assert.equal(one(asked(), 'allowance-end'), undefined)
  })
})

describe('programs without rules for requests', () => {
  it('have none of these schedules', () => {
    const kinds = openSchedules({ company: enrolled(asked()), program: rewards }).map(({ kind }) => kind)
    assert.deepEqual(
      kinds.filter((kind) => kind.startsWith('sponsorship') || kind === 'allowance-end'),
      [],
    )
  })
})
