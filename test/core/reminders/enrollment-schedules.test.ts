import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { EnrollmentFacts } from '../../../src/core/enrollment/enrollment.ts'
import { situations } from '../../../src/core/program/program-vocabulary.ts'
import { due, outlook } from '../../../src/core/reminders/due-actions.ts'
import { openSchedules } from '../../../src/core/reminders/open-schedules.ts'
import { listedFor } from '../../../src/core/reminders/reminder.ts'
import type { ReminderTopic, Schedule } from '../../../src/core/reminders/schedule.ts'
import { by, carryOut, fresh, frontier, inSituation, on, ready, rewards, seller } from '../example.ts'
import { ada, programOf, recipient, reminderContextOf, toldUntil } from './listeners.ts'

const grace = { id: 'person-2', name: 'Grace' }
const joined = { situation: 'no-cost', enrolledOn: '2026-10-05' } as const
const enrolled = (facts: EnrollmentFacts = joined, day = '2026-10-07') =>
  inSituation(fresh(frontier), facts, day)
const premium = enrolled({ ...joined, situation: 'premium' })
const declared = (company: Company, facts: Facts, day: string) =>
  carryOut(company, { type: 'RecordEligibility', facts }, on(day, frontier))
const renewed = (company: Company, anniversary: string, day = anniversary) =>
  carryOut(company, { type: 'RenewEnrollment', anniversary }, on(day, frontier))

const schedules = (company: Company, kind: ReminderTopic): Schedule[] =>
  openSchedules({ company, program: programOf(company.program) }).filter((each) => each.kind === kind)
const stagesOf = (schedule: Schedule | undefined) =>
  schedule?.stages.map((stage) => `${stage.on} ${stage.what}${stage.early ? ' or earlier' : ''}`)
const keysOf = (found: readonly Schedule[]) => found.map(({ key }) => key)

describe('the question about the program', () => {
  const known = ready(seller(0), '2026-03-02')

  it('comes a week after something was recorded, to who recorded it', () => {
    assert.deepEqual(schedules(known, 'which-program'), [
      {
        key: 'which-program||',
        kind: 'which-program',
        subject: '',
        owners: [by.id],
        stages: [{ what: 'which-program', on: '2026-03-09' }],
      },
    ])
  })

  it('is for the authorized people once they are named, as nobody else may answer', () => {
    const members = [
      { id: 'grace', name: 'Grace' },
      { id: 'lin', name: 'Lin' },
    ]
    const led = carryOut(known, { type: 'NameTeam', members }, on('2026-03-03'))
    assert.deepEqual(
      schedules(led, 'which-program').map(({ owners }) => owners),
      [['grace', 'lin']],
    )
  })

  it('comes once, whatever is recorded later', () => {
    const told = toldUntil(known, '2026-03-20', '2026-03-02')
    assert.deepEqual(told, ['2026-03-09T09:00 which-program'])
    const newer = carryOut(known, { type: 'RecordEligibility', facts: seller(5) }, on('2026-04-01'))
    const who = recipient({ told: { 'which-program||': { rung: 0, at: 0 } } })
    const again = toldUntil(newer, '2027-04-01', '2026-04-01', who)
    assert.ok(!again.some((each) => each.endsWith('which-program')))
  })

  for (const situation of situations)
    it(`ends when somebody says that Partner Center shows ${situation}`, () => {
      assert.deepEqual(schedules(inSituation(known, { situation }), 'which-program'), [])
    })

  it('is none for a company of which nothing is known', () => {
    assert.deepEqual(schedules(fresh(), 'which-program'), [])
  })
})

describe('the first anniversary on the no-cost path', () => {
  const [first] = schedules(enrolled(), 'renewal')

  it('has notices before it, on working days, and a question a week after it', () => {
    assert.deepEqual(stagesOf(first), [
      '2027-09-05 renew-no-cost or earlier',
      '2027-09-21 renew-no-cost or earlier',
      '2027-10-02 renew-no-cost or earlier',
      '2027-10-05 renew-no-cost or earlier',
      '2027-10-12 check-renewal',
    ])
  })

  it('has a key with path and day, is for who recorded the enrollment, and ends two months later', () => {
    const { key, subject, owners, deadline, lastDay } = first ?? assert.fail()
    assert.equal(key, 'renewal|no-cost|2027-10-05')
    assert.deepEqual([subject, owners], ['no-cost', [by.id]])
    assert.deepEqual([deadline, lastDay], ['2027-10-05', '2027-12-04'])
  })

  it('is told stage by stage, then asked for, and the year after is known too', () => {
    assert.deepEqual(toldUntil(enrolled(), '2029-01-01', '2026-10-07'), [
      '2027-09-03T09:00 renew-no-cost',
      '2027-09-21T09:00 renew-no-cost',
      '2027-10-01T09:00 renew-no-cost',
      '2027-10-05T09:00 renew-no-cost',
      '2027-10-12T09:00 check-renewal',
      '2028-10-12T09:00 check-renewal',
    ])
  })

  it('ends with its renewal, whoever renewed', () => {
    const command: Command = { type: 'RenewEnrollment', anniversary: '2027-10-05' }
    const answered = carryOut(enrolled(), command, { ...on('2027-09-10', frontier), by: grace })
    assert.ok(!keysOf(schedules(answered, 'renewal')).includes('renewal|no-cost|2027-10-05'))
  })

  it('ends when Partner Center shows something else, and when it still shows the same after it', () => {
    const found = [{ situation: 'not-enrolled' } as const, joined].map((facts) =>
      keysOf(schedules(inSituation(enrolled(), facts, '2027-10-20'), 'renewal')),
    )
    assert.deepEqual(found, [
      [],
      ['renewal|no-cost|2028-10-05', 'renewal|no-cost|2029-10-05', 'renewal|no-cost|2030-10-05'],
    ])
  })
})

describe('later anniversaries on the no-cost path', () => {
  const later = renewed(enrolled(), '2027-10-05', '2027-09-10')

  it('are told of once, on their day', () => {
    assert.deepEqual(schedules(later, 'renewal').map(stagesOf), [
      ['2028-10-05 new-term'],
      ['2029-10-05 new-term'],
      ['2030-10-05 new-term'],
    ])
    assert.deepEqual(toldUntil(later, '2031-01-01', '2027-09-10'), [
      '2028-10-05T09:00 new-term',
      '2029-10-05T09:00 new-term',
      '2030-10-07T09:00 new-term',
    ])
  })

  it('are only asked for while nobody has answered for the first one', () => {
    assert.deepEqual(schedules(enrolled(), 'renewal').slice(1).map(stagesOf), [
      ['2028-10-12 check-renewal'],
      ['2029-10-12 check-renewal'],
    ])
  })
})

describe('an anniversary on the Premium path', () => {
  it('has notices each year, also after one that nobody answered', () => {
    const told = toldUntil(premium, '2029-01-01', '2026-10-07')
    assert.deepEqual(
      told.map((each) => each.slice(0, 4)),
      [...Array<string>(5).fill('2027'), ...Array<string>(5).fill('2028')],
    )
    assert.deepEqual(told.slice(4, 6), ['2027-10-12T09:00 check-renewal', '2028-09-05T09:00 renew-premium'])
  })

  it('is another topic than on the path to which the company falls', () => {
    const fallen = inSituation(premium, joined, '2027-10-20')
    assert.deepEqual(keysOf(schedules(fallen, 'renewal'))[0], 'renewal|no-cost|2028-10-05')
    assert.deepEqual(toldUntil(fallen, '2029-01-01', '2027-10-20'), ['2028-10-05T09:00 new-term'])
  })

  it('is counted from a new day of enrollment', () => {
    const anew = inSituation(premium, { situation: 'premium', enrolledOn: '2028-02-29' }, '2028-03-01')
    assert.equal(keysOf(schedules(anew, 'renewal'))[0], 'renewal|premium|2029-02-28')
  })
})

describe('anniversaries', () => {
  it('are unknown without a day of enrollment, off both paths, and in programs without paths', () => {
    const found = [
      enrolled({ situation: 'premium' }),
      enrolled({ ...joined, situation: 'page-missing' }),
      inSituation(fresh(rewards), joined),
    ]
    for (const company of found)
      assert.deepEqual([schedules(company, 'renewal'), schedules(company, 'tier-review')], [[], []])
  })
})

describe('the review of the tier', () => {
  const selling = declared(enrolled(), seller(60_000), '2026-10-07')

  it('is told of 60 days before each anniversary', () => {
    const found = schedules(selling, 'tier-review')
    assert.deepEqual(found.map(stagesOf), [
      ['2027-08-06 tier-review'],
      ['2028-08-06 tier-review'],
      ['2029-08-06 tier-review'],
    ])
    assert.deepEqual([found[0]?.key, found[0]?.lastDay], ['tier-review||2027-10-05', '2027-10-05'])
  })

  it('is none without counted sales', () => {
    assert.deepEqual(schedules(declared(enrolled(), seller(0), '2026-10-07'), 'tier-review'), [])
  })

  it('ends when the sales are counted again within the 60 days, not before', () => {
    const keys = ['2027-08-05', '2027-08-06'].map((day) =>
      keysOf(schedules(declared(selling, seller(70_000), day), 'tier-review')),
    )
    const all = ['tier-review||2027-10-05', 'tier-review||2028-10-05', 'tier-review||2029-10-05']
    assert.deepEqual(keys, [all, all.slice(1)])
  })

  it('stays when the enrollment is renewed early', () => {
    const early = renewed(selling, '2027-10-05', '2027-07-01')
    assert.equal(keysOf(schedules(early, 'tier-review'))[0], 'tier-review||2027-10-05')
  })
})

describe('the verification of an account', () => {
  const submitted = enrolled({ situation: 'not-enrolled', submittedOn: '2026-10-08' }, '2026-10-08')

  it('is asked for after five working days', () => {
    const [found] = schedules(submitted, 'verification')
    assert.deepEqual([found?.key, stagesOf(found)], ['verification||2026-10-08', ['2026-10-15 verification']])
    assert.deepEqual(toldUntil(submitted, '2027-10-01', '2026-10-08'), ['2026-10-15T09:00 verification'])
  })

  it('ends with every other answer, and begins anew with another form', () => {
    const other = inSituation(submitted, { situation: 'page-missing' }, '2026-10-10')
    const again = inSituation(submitted, { situation: 'not-enrolled', submittedOn: '2026-11-02' })
    assert.deepEqual(schedules(other, 'verification'), [])
    assert.deepEqual(keysOf(schedules(again, 'verification')), ['verification||2026-11-02'])
  })

  it('is not asked for where no form was sent', () => {
    assert.deepEqual(schedules(enrolled({ situation: 'not-enrolled' }), 'verification'), [])
  })
})

describe('a change that Microsoft announced', () => {
  const certified = declared(enrolled(), seller(0, { softwareDesignation: 'yes' }), '2028-01-10')

  it('is told on its day of notice to companies with a designation, and ends with its own day', () => {
    const [found] = schedules(certified, 'announced-change')
    assert.deepEqual([found?.key, found?.lastDay], ['announced-change|criteria|2028-06-01', '2028-06-01'])
    assert.deepEqual(stagesOf(found), ['2028-05-01 announced-change'])
  })

  it('does not concern companies without one', () => {
    const plain = declared(certified, seller(0, { softwareDesignation: 'no' }), '2028-01-11')
    assert.deepEqual(schedules(plain, 'announced-change'), [])
  })
})

describe('lists of what is due', () => {
  const selling = declared(enrolled(), seller(60_000), '2026-10-07')
  const listed = (company: Company, today: string) =>
    outlook(company, programOf(company.program), today)
      .filter(({ what }) => /renew|term|tier/.test(what))
      .map(({ what, on, overdue }) => `${what} ${on}${overdue ? ' overdue' : ''}`)

  it('have the nearest anniversary alone, with its own day while it is ahead', () => {
    assert.deepEqual(listed(selling, '2027-06-01'), ['renew-no-cost 2027-10-05', 'tier-review 2027-10-05'])
  })

  it('ask after it whether the renewal went through, then go on to the next', () => {
    assert.deepEqual(
      ['2027-10-06', '2027-10-12', '2027-12-04', '2027-12-05'].map((today) => listed(enrolled(), today)),
      [
        ['renew-no-cost 2027-10-05 overdue'],
        ['check-renewal 2027-10-12'],
        ['check-renewal 2027-10-12 overdue'],
        ['check-renewal 2028-10-12'],
      ],
    )
  })

  it('never call news late', () => {
    const later = renewed(enrolled(), '2027-10-05')
    assert.deepEqual(
      ['2028-10-05', '2028-10-06'].map((today) => listed(later, today)),
      [['new-term 2028-10-05'], ['new-term 2029-10-05']],
    )
  })

  it('have what is due within a month', () => {
    const program = programOf(frontier.id)
    const found = ['2027-09-04', '2027-09-05'].map((today) => due(enrolled(), program, today).length)
    assert.deepEqual(found, [0, 1])
  })

  it('of a person have the nearest one alone too, by their own calendar', () => {
    const keysAt = (now: string, timeZone: string) =>
      keysOf(listedFor(reminderContextOf(enrolled(), now), ada, recipient({ timeZone })))
    assert.deepEqual(
      [keysAt('2027-12-04T23:30', 'UTC'), keysAt('2027-12-04T23:30', 'Europe/Paris')],
      [['renewal|no-cost|2027-10-05'], ['renewal|no-cost|2028-10-05']],
    )
  })
})
