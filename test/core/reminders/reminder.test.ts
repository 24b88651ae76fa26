import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import {
  snoozeUntil,
  tidied,
  withDelivered,
  withoutCards,
  withSnooze,
} from '../../../src/core/reminders/delivered-notices.ts'
import {
  closedCards,
  isOpen,
  nextCheck,
  type Reminder,
  remindersFor,
  upcomingFor,
} from '../../../src/core/reminders/reminder.ts'
import type { Recipient } from '../../../src/core/reminders/roster.ts'
import {
  by,
  carryOut,
  fresh,
  frontier,
  inRewards,
  listed,
  on,
  programs,
  ready,
  rewards2023,
  seller,
} from '../example.ts'
import { ada, instant, iso, recipient, reminderContextOf, roster, toldUntil } from './listeners.ts'

const monday = '2026-03-02'
const activate = (benefit = 'listing-optimization'): Command => ({ type: 'ActivateBenefit', benefit })
const contacted: Command = { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'contacted' }
const key = 'contact|listing-optimization|2026-03-02'
const waiting = carryOut(inRewards(ready(seller(0))), activate(), on(monday))
const trial = carryOut(
  carryOut(inRewards(ready(listed('trial'))), activate(), on(monday)),
  contacted,
  on(monday),
)

const whats = (company: Company, now: string, who = recipient(), person = ada) =>
  remindersFor(reminderContextOf(company, now), person, who).map(({ what }) => what)
const first = (reminders: readonly Reminder[]) => reminders[0] ?? assert.fail('nothing was due')
const told = (company: Company, now: string, who: Recipient = recipient()) => {
  const reminders = remindersFor(reminderContextOf(company, now), ada, who)
  return withDelivered(who, reminders, { delivery: `d-${now}`, at: instant(now) })
}
const look = (company: Company, now: string, who: Recipient = recipient(), person = ada) => {
  const at = nextCheck(reminderContextOf(company, now), roster({ [person]: who }))
  return at === undefined ? undefined : iso(at)
}

describe('the reminder of an activated benefit', () => {
  it('is none on day 6', () => {
    assert.deepEqual(whats(waiting, '2026-03-08T12:00'), [])
  })

  it('comes on day 7, with all that a card needs', () => {
    assert.deepEqual(remindersFor(reminderContextOf(waiting, '2026-03-09T09:00'), ada, recipient()), [
      {
        schedule: key,
        kind: 'contact',
        what: 'contact-expected',
        subject: 'listing-optimization',
        stage: 0,
        on: '2026-03-09',
      },
    ])
  })

  it('comes once on each of day 7, 10 and 14, and never again', () => {
    assert.deepEqual(toldUntil(waiting, '2027-02-01', monday), [
      '2026-03-09T09:00 contact-expected',
      '2026-03-12T09:00 recheck-contact',
      '2026-03-16T09:00 escalate',
    ])
  })

  it('stops when Microsoft got in touch', () => {
    const answered = carryOut(waiting, contacted, on('2026-03-09'))
    assert.deepEqual(whats(answered, '2026-03-12T09:00', told(waiting, '2026-03-09T09:00')), [])
  })

  it('is only the last stage when several passed unseen', () => {
    assert.deepEqual(whats(waiting, '2026-03-20T09:00'), ['escalate'])
  })

  it('begins anew after another activation', () => {
    const who = told(waiting, '2026-03-20T09:00')
    const withdrawn = carryOut(waiting, { ...contacted, state: 'withdrawn' }, on('2026-03-23'))
    const again = carryOut(withdrawn, activate(), on('2026-03-23'))
    assert.deepEqual(whats(again, '2026-03-30T09:00', who), ['contact-expected'])
  })
})

describe('the other reminders', () => {
  const pending = carryOut(
    fresh(),
    { type: 'AssociateTenant', tenant: 'fabrikam.example' },
    { ...on('2026-03-05'), by: { ...by, role: 'global-admin' } },
  )
  const known = carryOut(inRewards(fresh()), { type: 'RecordPortalVerdict', verdict: 'eligible' }, on(monday))
  const live = inRewards(ready(seller(0, { liveOfferSince: '2026-02-20' })))

  it('come of a tenant after 1, 3 and 7 days, a weekend put together', () => {
    assert.deepEqual(toldUntil(pending, '2026-12-01', '2026-03-05'), [
      '2026-03-06T09:00 verify-tenant',
      '2026-03-09T09:00 verify-tenant',
      '2026-03-12T09:00 verify-tenant',
    ])
  })

  it('come of a missing contact weekly, three times at most', () => {
    assert.deepEqual(toldUntil(known, '2027-03-01', monday), [
      '2026-03-09T09:00 contact-missing',
      '2026-03-16T09:00 contact-missing',
      '2026-03-23T09:00 contact-missing',
    ])
  })

  it('come of a missing contact three times at most, though facts change in between', () => {
    const newer = carryOut(known, { type: 'RecordEligibility', facts: seller(100) }, on('2026-03-17'))
    const who = told(known, '2026-03-16T09:00', told(known, '2026-03-09T09:00'))
    assert.deepEqual(
      toldUntil(newer, '2027-03-01', '2026-03-17', who).filter((each) => each.endsWith('contact-missing')),
      ['2026-04-07T09:00 contact-missing'],
    )
  })

  it('come of an unnoticed offer after four weeks', () => {
    assert.deepEqual(toldUntil(live, '2027-03-01', monday), ['2026-03-20T09:00 offer-unnoticed'])
  })

  it('come of an expiry on the last working day before', () => {
    assert.deepEqual(toldUntil(trial, '2027-03-01', monday).slice(0, 4), [
      '2026-05-01T09:00 expiry',
      '2026-05-19T09:00 expiry',
      '2026-05-29T09:00 expiry',
      '2026-06-02T09:00 expiry',
    ])
  })

  it('come late for an expiry with no one reachable before, but not after its last day', () => {
    const found = ['2026-06-01T10:00', '2026-06-02T16:59', '2026-06-03T09:00'].map((now) => whats(trial, now))
    assert.deepEqual(found, [['expiry'], ['expiry'], []])
  })

  for (const [start, notices] of [
    ['2027-11-30', ['2028-01-28', '2028-02-15', '2028-02-25', '2028-02-29']],
    ['2026-11-30', ['2027-01-29', '2027-02-12', '2027-02-25', '2027-02-26']],
  ] as const)
    it(`come of what began on ${start} before the end of February`, () => {
      const begun = carryOut(ready(listed('trial'), start), activate(), on(start))
      const ended = carryOut(begun, contacted, on(start))
      const expiries = toldUntil(ended, '2028-10-01', start).filter((each) => each.endsWith('expiry'))
      assert.deepEqual(
        expiries,
        notices.map((day) => `${day}T09:00 expiry`),
      )
    })

  it('come of the refresh on the anniversary', () => {
    assert.deepEqual(toldUntil(trial, '2029-01-01', '2026-06-03'), ['2027-03-02T09:00 refresh'])
  })

  it('come of the refresh on the next working day, where the anniversary is none', () => {
    const sunday = carryOut(ready(listed('trial'), '2026-02-28'), activate(), on('2026-02-28'))
    const refreshes = toldUntil(sunday, '2029-01-01', '2026-06-03').filter((each) => each.endsWith('refresh'))
    assert.deepEqual(refreshes, ['2027-03-01T09:00 refresh'])
  })

  for (const program of [rewards2023, frontier])
    it(`come in ${program.id} as well`, () => {
      const company = { ...trial, program: program.id }
      assert.deepEqual(toldUntil(company, '2029-01-01', '2026-06-03'), ['2027-03-02T09:00 refresh'])
      assert.equal(programs.of(program.id), program)
    })
})

describe('an unfinished guide', () => {
  const left = (since: string, changes: Partial<Recipient> = {}) =>
    recipient({ halfway: { guide: 'assign-contact', since: instant(since) }, ...changes })

  it('comes once, on the next day of the person', () => {
    assert.deepEqual(toldUntil(fresh(), '2026-12-01', monday, left('2026-03-02T12:00')), [
      '2026-03-03T09:00 halfway',
    ])
  })

  it('comes on the day after the day that it was there', () => {
    const who = left('2026-03-02T12:00', { timeZone: 'Pacific/Kiritimati' })
    assert.deepEqual(toldUntil(fresh(), '2026-12-01', '2026-03-02T12:00', who), ['2026-03-03T19:00 halfway'])
  })

  it('comes again when it was left again the same day', () => {
    const once = told(fresh(), '2026-03-03T09:00', left('2026-03-02T12:00'))
    const again = { ...once, halfway: { guide: 'assign-contact', since: instant('2026-03-02T12:05') } }
    assert.deepEqual(whats(fresh(), '2026-03-03T09:00', again), ['halfway'])
  })

  it('is gone when the guide was taken up, and after a month', () => {
    const who = left('2026-03-02T12:00')
    const { halfway: _, ...taken } = who
    assert.deepEqual(
      [
        whats(fresh(), '2026-03-03T09:00', taken),
        whats(fresh(), '2026-04-01T09:00', who),
        whats(fresh(), '2026-04-02T09:00', who),
      ],
      [[], ['halfway'], []],
    )
  })

  it('is nothing to who follows the company', () => {
    const open = upcomingFor(reminderContextOf(fresh(), monday), 'person-2', recipient({ follows: true }))
    assert.deepEqual(open, [])
  })
})

describe('who is reminded', () => {
  const now = '2026-03-09T09:00'

  it('is only the person who took the step', () => {
    assert.deepEqual(
      [whats(waiting, now), whats(waiting, now, recipient(), 'person-2')],
      [['contact-expected'], []],
    )
  })

  it('is a colleague who follows', () => {
    assert.deepEqual(whats(waiting, now, recipient({ follows: true }), 'person-2'), ['contact-expected'])
  })

  it('excludes people who want none or are unreachable', () => {
    const people = [recipient({ silent: true }), recipient({ goneSince: instant(monday) })]
    assert.deepEqual(
      people.map((who) => [whats(waiting, now, who), look(waiting, monday, who)]),
      [
        [[], undefined],
        [[], undefined],
      ],
    )
  })

  it('is who is back, of what is still open', () => {
    const { goneSince: _, ...back } = recipient({ goneSince: instant(monday) })
    assert.deepEqual(whats(waiting, '2026-04-01T09:00', back), ['escalate'])
  })

  it('is not kept from looking ahead by wanting no reminders', () => {
    const [next] = upcomingFor(reminderContextOf(waiting, monday), ada, recipient({ silent: true }))
    assert.equal(next && iso(next.at), now)
  })

  it('hears at nine where they are', () => {
    const zones = [
      'Europe/Paris',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Australia/Sydney',
    ]
    assert.deepEqual(
      zones.map((timeZone) => look(waiting, monday, recipient({ timeZone }))),
      ['2026-03-09T08:00', '2026-03-09T13:00', '2026-03-08T22:00', '2026-03-09T03:15', '2026-03-08T22:00'],
    )
  })

  it('hears nothing in quiet hours', () => {
    const found = ['2026-03-09T08:59', '2026-03-09T09:00', '2026-03-09T16:59', '2026-03-09T17:00']
    assert.deepEqual(
      found.map((each) => whats(waiting, each).length),
      [0, 1, 1, 0],
    )
  })
})

describe('several reminders at once', () => {
  const two = carryOut(waiting, activate('press-release-support'), on('2026-03-05'))

  it('come together, the earliest first', () => {
    assert.deepEqual(
      remindersFor(reminderContextOf(two, '2026-03-12T09:00'), ada, recipient()).map(
        ({ what, on: day }) => `${day} ${what}`,
      ),
      ['2026-03-12 recheck-contact', '2026-03-12 contact-expected'],
    )
  })

  it('are noted as delivered by one card', () => {
    const who = told(two, '2026-03-12T09:00')
    const other = 'contact|press-release-support|2026-03-05'
    assert.deepEqual(
      [who.told, who.cards, whats(two, '2026-03-12T09:00', who)],
      [
        {
          [key]: { rung: 1, at: instant('2026-03-12T09:00') },
          [other]: { rung: 0, at: instant('2026-03-12T09:00') },
        },
        [{ delivery: 'd-2026-03-12T09:00', at: instant('2026-03-12T09:00'), ladders: [key, other] }],
        [],
      ],
    )
  })

  it('leave no card behind where there was nothing to say', () => {
    const who = recipient()
    assert.equal(withDelivered(who, [], { delivery: 'd', at: 0 }), who)
  })
})

describe('a snoozed topic', () => {
  const seven = told(waiting, '2026-03-09T09:00')
  const until = (days: number, now: string, who = seven) =>
    snoozeUntil(reminderContextOf(waiting, now), who, days)
  const snoozed = (days: number) => withSnooze(seven, key, until(days, '2026-03-09T10:00'))

  it('is due once more at its time, then goes on as usual', () => {
    assert.deepEqual(toldUntil(waiting, '2026-12-01', '2026-03-09T10:00', snoozed(1)), [
      '2026-03-10T09:00 contact-expected',
      '2026-03-12T09:00 recheck-contact',
      '2026-03-16T09:00 escalate',
    ])
  })

  it('is due with the stage reached meanwhile', () => {
    assert.deepEqual(toldUntil(waiting, '2026-12-01', '2026-03-09T10:00', snoozed(4)), [
      '2026-03-13T09:00 recheck-contact',
      '2026-03-16T09:00 escalate',
    ])
  })

  it('skips a stage, even the last one', () => {
    assert.deepEqual(toldUntil(waiting, '2026-12-01', '2026-03-09T10:00', snoozed(30)), [
      '2026-04-08T09:00 escalate',
    ])
  })

  it('is due before its first stage as wished, and again with that stage', () => {
    const early = withSnooze(recipient(), key, until(1, '2026-03-03T10:00', recipient()))
    assert.deepEqual(toldUntil(waiting, '2026-03-10', '2026-03-03T10:00', early), [
      '2026-03-04T09:00 contact-expected',
      '2026-03-09T09:00 contact-expected',
    ])
  })

  it('is not due after it is over', () => {
    const answered = carryOut(waiting, contacted, on('2026-03-09'))
    assert.deepEqual(whats(answered, '2026-03-10T09:00', snoozed(1)), [])
  })

  it('is not due after its last day', () => {
    const who = withSnooze(
      told(trial, '2026-06-02T09:00'),
      'expiry|listing-optimization|2026-03-02',
      instant('2026-06-03T09:00'),
    )
    assert.deepEqual(toldUntil(trial, '2026-12-01', '2026-06-02T10:00', who), [])
  })

  it('comes on Monday when it was snoozed until tomorrow on Friday', () => {
    assert.equal(iso(until(1, '2026-03-06T15:00')), '2026-03-09T09:00')
  })

  it('comes on the next morning of the person', () => {
    const who = recipient({ timeZone: 'Australia/Sydney' })
    assert.deepEqual(
      [
        iso(until(1, '2026-03-09T12:59', who)),
        iso(until(1, '2026-03-09T13:00', who)),
        iso(until(7, '2026-03-09T12:59', who)),
      ],
      ['2026-03-09T22:00', '2026-03-10T22:00', '2026-03-15T22:00'],
    )
  })
})

describe('what is coming', () => {
  it('is each open topic at the time of its notice, earliest first', () => {
    const found = upcomingFor(reminderContextOf(trial, '2026-05-04T12:00'), ada, recipient())
    assert.deepEqual(
      found.map(({ reminder, at }) => `${iso(at)} ${reminder.what} ${reminder.stage}`),
      ['2026-05-04T12:00 expiry 0', '2027-03-02T09:00 refresh 0'],
    )
  })

  it('shows the stage reached by then', () => {
    const found = upcomingFor(reminderContextOf(waiting, '2026-03-11T18:00'), ada, recipient())[0]
    assert.deepEqual(found && [iso(found.at), found.reminder.what], ['2026-03-12T09:00', 'recheck-contact'])
  })
})

describe('the next look at a company', () => {
  it('is none where nothing is open, no one gets reminders, or all was delivered', () => {
    const all = told(waiting, '2026-03-16T09:00')
    assert.deepEqual(
      [
        look(fresh(), monday),
        look(waiting, monday, recipient(), 'person-2'),
        nextCheck(reminderContextOf(waiting, monday), roster({})),
        look(waiting, '2026-03-16T09:01', all),
      ],
      [undefined, undefined, undefined, undefined],
    )
  })

  it('is now when something is due, and the next morning when it is quiet', () => {
    const found = ['2026-03-09T11:11', '2026-03-09T17:00'].map((now) => look(waiting, now))
    assert.deepEqual(found, ['2026-03-09T11:11', '2026-03-10T09:00'])
  })

  it('is the earliest of all people', () => {
    const people = { [ada]: recipient(), b: recipient({ follows: true, timeZone: 'Asia/Kathmandu' }) }
    const at = nextCheck(reminderContextOf(waiting, monday), roster(people))
    assert.equal(at && iso(at), '2026-03-09T03:15')
  })
})

describe('a card in the chat', () => {
  const seven = told(waiting, '2026-03-09T09:00')
  const answered = carryOut(waiting, contacted, on('2026-03-09'))
  const closed = (company: Company, now: string, who = seven) =>
    closedCards(reminderContextOf(company, now), ada, who).map(({ delivery }) => delivery)

  it('stays while its topic is open, and is closed once it is over', () => {
    assert.deepEqual(
      [closed(waiting, '2026-03-09T12:00'), closed(answered, '2026-03-09T12:00')],
      [[], ['d-2026-03-09T09:00']],
    )
  })

  it('is checked once it can be closed, in quiet hours too, and then no more', () => {
    const [card] = closedCards(reminderContextOf(answered, '2026-03-09T23:00'), ada, seven)
    assert.equal(look(answered, '2026-03-09T23:00', seven), '2026-03-09T23:00')
    assert.notEqual(
      look(answered, '2026-03-09T23:00', withoutCards(seven, card ? [card] : [])),
      '2026-03-09T23:00',
    )
  })

  it('is closed for who wants no reminders, not for whom nothing reaches', () => {
    assert.deepEqual(
      [
        closed(answered, '2026-03-10', { ...seven, silent: true }),
        closed(answered, '2026-03-10', { ...seven, goneSince: 0 }),
      ],
      [['d-2026-03-09T09:00'], []],
    )
  })

  it('is closed when the last of its topics is over', () => {
    const two = carryOut(waiting, activate('press-release-support'), on('2026-03-05'))
    const one = carryOut(two, contacted, on('2026-03-12'))
    const none = carryOut(one, { ...contacted, benefit: 'press-release-support' }, on('2026-03-12'))
    const who = told(two, '2026-03-12T09:00')
    assert.deepEqual([closed(one, '2026-03-12', who).length, closed(none, '2026-03-12', who).length], [0, 1])
  })

  it('is closed by the end of the last day where the person is', () => {
    const who = told(trial, '2026-06-02T13:00', recipient({ timeZone: 'America/New_York' }))
    const found = ['2026-06-03T03:59', '2026-06-03T04:00'].map((now) => closed(trial, now, who).length)
    assert.deepEqual([found, look(trial, '2026-06-02T14:00', who)], [[0, 1], '2026-06-03T04:00'])
  })

  it('is forgotten after 180 days', () => {
    assert.deepEqual(
      [closed(answered, '2026-09-05T08:59').length, closed(answered, '2026-09-05T09:00').length],
      [1, 0],
    )
  })
})

describe('tidying', () => {
  const seven = withSnooze(told(waiting, '2026-03-09T09:00'), key, instant('2026-03-10T09:00'))
  const answered = carryOut(waiting, contacted, on('2026-03-09'))

  it('keeps what is known of open topics', () => {
    assert.deepEqual(tidied(reminderContextOf(waiting, '2026-03-09T10:00'), ada, seven), seven)
  })

  it('forgets marks and snoozes of what is over, and leaves its cards to be closed', () => {
    const {
      told: marks,
      snoozed,
      cards,
    } = tidied(reminderContextOf(answered, '2026-03-09T10:00'), ada, seven)
    assert.deepEqual([marks, snoozed, cards], [{}, {}, seven.cards])
  })

  it('keeps a mark for who travels west on the last day, and has it once more', () => {
    const east = told(trial, '2026-06-01T20:00', recipient({ timeZone: 'Pacific/Kiritimati' }))
    const tidy = tidied(reminderContextOf(trial, '2026-06-02T12:00'), ada, east)
    assert.deepEqual(whats(trial, '2026-06-02T20:00', { ...tidy, timeZone: 'Pacific/Pago_Pago' }), [])
    assert.deepEqual(tidied(reminderContextOf(trial, '2026-06-04T10:00'), ada, east).told, {})
  })

  it('forgets cards after 180 days', () => {
    assert.deepEqual(tidied(reminderContextOf(answered, '2026-09-05T09:00'), ada, seven).cards, [])
  })

  it('never repeats a notice', () => {
    const scene = reminderContextOf(waiting, '2026-03-09T10:00')
    const who = told(waiting, '2026-03-09T09:00')
    assert.deepEqual(remindersFor(scene, ada, tidied(scene, ada, who)), [])
  })
})

describe('whether a topic is open', () => {
  it('depends on the company, and on the last day where the person is', () => {
    const expiry = 'expiry|listing-optimization|2026-03-02'
    const open = (now: string, timeZone: string) =>
      isOpen(reminderContextOf(trial, now), recipient({ timeZone }), expiry)
    assert.deepEqual(
      [
        open('2026-06-02T23:00', 'UTC'),
        open('2026-06-02T23:00', 'Europe/Paris'),
        open('2026-06-03T03:00', 'America/New_York'),
      ],
      [true, false, true],
    )
    assert.equal(isOpen(reminderContextOf(trial, monday), recipient(), key), false)
  })

  it('holds for an unfinished guide', () => {
    const who = recipient({ halfway: { guide: 'assign-contact', since: instant('2026-03-02T12:00') } })
    const reminder = first(remindersFor(reminderContextOf(fresh(), '2026-03-03T09:00'), ada, who))
    assert.equal(isOpen(reminderContextOf(fresh(), '2026-03-03T09:00'), who, reminder.schedule), true)
  })
})
