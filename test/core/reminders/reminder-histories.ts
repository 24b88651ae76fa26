import fc from 'fast-check'
import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { type Situation, situations } from '../../../src/core/program/program-vocabulary.ts'
import { addDays, addMonths, today } from '../../../src/core/time/calendar.ts'
import type { Hours } from '../../../src/core/time/local-time.ts'
import { contact, frontier, listed, programs, rewards, rewards2023, seller } from '../example.ts'

/** Everything happens on whole quarters of an hour of UTC, where wall clocks show whole quarters too. */
export const quarter = 15 * 60_000
/** A leap day, month ends, and both changes of every clock. */
export const start = Date.parse('2027-11-20T00:00Z')
export const quarters = 410 * 96

export interface Setting {
  readonly timeZone?: string
  readonly hours?: Hours
  readonly follows?: boolean
  readonly silent?: boolean
  readonly gone?: boolean
}

export type Deed =
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'setting'; readonly setting: Setting }
  /** The n-th open topic of the person, by kind and subject. */
  | { readonly type: 'snooze'; readonly nth: number; readonly days: number }
  /** Says what Partner Center shows; the program version follows. */
  | {
      readonly type: 'situation'
      /** Undefined: the same again. */
      readonly situation: Situation | undefined
      /** Days since the enrollment, or since the form was sent; without them the known day. */
      readonly days: number | undefined
    }
  /** Prepares or sends a request for sponsorship of a deal closed so many days ago. */
  | {
      readonly type: 'sponsor'
      readonly id: string
      readonly days: number
      readonly state: 'prepared' | 'sent'
    }
  /** Tells of a grant that began so many days ago. */
  | { readonly type: 'grant'; readonly id: string; readonly days: number; readonly amountUsd: number }
  /** Renews for the n-th anniversary. */
  | { readonly type: 'renew'; readonly nth: number }
  /** Leaves a guide unfinished; without one, continues it. */
  | { readonly type: 'leave'; readonly guide: string | undefined }

export interface Happening {
  readonly at: number
  readonly who: number
  readonly deed: Deed
}

export interface History {
  readonly program: string
  readonly people: readonly Setting[]
  /** In the order of time. */
  readonly happenings: readonly Happening[]
}

export const timeZones = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Australia/Sydney',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]

const hours = fc.constantFrom<Hours>(
  { from: '09:00', until: '17:00', days: [1, 2, 3, 4, 5] },
  { from: '08:15', until: '12:30', days: [7, 1, 2, 3, 4] },
  { from: '13:00', until: '13:15', days: [1] },
  { from: '02:30', until: '05:00', days: [1, 2, 3, 4, 5, 6, 7] },
  { from: '00:00', until: '23:45', days: [6, 7] },
)
const setting: fc.Arbitrary<Setting> = fc.record(
  {
    timeZone: fc.constantFrom(...timeZones),
    hours,
    follows: fc.boolean(),
    silent: fc.boolean(),
    gone: fc.boolean(),
  },
  { requiredKeys: [] },
)
const person: fc.Arbitrary<Setting> = fc.record(
  { timeZone: fc.constantFrom(...timeZones), hours, follows: fc.boolean() },
  { requiredKeys: [] },
)

const benefit = fc.constantFrom('listing-optimization', 'press-release-support', 'featured-blog')
const tenant = fc.constantFrom('fabrikam.example', 'tailspin|example')
const request = fc.constantFrom('r1', 'r2')
const technical = (id: string) =>
  ({
    id,
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
  }) as const
const facts = fc.constantFrom(
  seller(0),
  seller(60_000),
  seller(60_000, { softwareDesignation: 'yes' }),
  listed('trial'),
  listed('trial', { liveOfferSince: '2027-12-02' }),
  listed('list'),
  seller(0, { liveOffer: 'no' }),
  seller(0, { enrolled: 'no' }),
)
const team = fc
  .uniqueArray(fc.constantFrom('p0', 'p1', 'p2'), { minLength: 1 })
  .map((ids) => ids.map((id) => ({ id, name: id })))
const recordFacts = facts.map((each): Command => ({ type: 'RecordEligibility', facts: each }))
const assign = fc.constant<Command>({ type: 'AssignContact', contact })
const activate = benefit.map((each): Command => ({ type: 'ActivateBenefit', benefit: each }))
const command: fc.Arbitrary<Command> = fc.oneof(
  recordFacts,
  { weight: 3, arbitrary: activate },
  assign,
  fc
    .constantFrom('eligible' as const, 'not-eligible' as const)
    .map((verdict): Command => ({ type: 'RecordPortalVerdict', verdict })),
  fc.record({
    type: fc.constant('UpdateBenefit' as const),
    benefit,
    state: fc.constantFrom('contacted', 'in-progress', 'completed', 'withdrawn'),
  }),
  request.map((id): Command => ({ type: 'RequestTechnicalHelp', request: technical(id) })),
  request.map((id): Command => ({ type: 'RecordAnswer', request: id })),
  { weight: 2, arbitrary: tenant.map((each): Command => ({ type: 'AssociateTenant', tenant: each })) },
  tenant.map((each): Command => ({ type: 'VerifyTenant', tenant: each })),
  tenant.map((each): Command => ({ type: 'FailTenant', tenant: each, reason: 'guest' })),
  fc.constantFrom(rewards, frontier).map(({ id }): Command => ({ type: 'ChangeProgram', to: id })),
  { weight: 2, arbitrary: team.map((members): Command => ({ type: 'NameTeam', members })) },
  { weight: 8, arbitrary: fc.constant<Command>({ type: 'AskForTeam' }) },
)

/** Days back: to a first or second anniversary soon or a year after the start, to any in the year, or to none in it. */
const daysSince = fc.oneof(
  fc.integer({ min: 330, max: 400 }),
  fc.integer({ min: 180, max: 720 }),
  fc.integer({ min: 0, max: 30 }),
)
const situation: fc.Arbitrary<Deed> = fc.record({
  type: fc.constant('situation' as const),
  situation: fc.oneof(
    fc.constantFrom('no-cost' as const, 'premium' as const),
    fc.constantFrom(...situations),
  ),
  days: fc.option(daysSince, { nil: undefined, freq: 2 }),
})
const submitted: fc.Arbitrary<Deed> = fc.record({
  type: fc.constant('situation' as const),
  situation: fc.constant('not-enrolled' as const),
  days: fc.nat(8),
})
const enrolled: fc.Arbitrary<Deed> = fc.record({
  type: fc.constant('situation' as const),
  situation: fc.constantFrom('no-cost' as const, 'premium' as const),
  days: daysSince,
})
/** What Partner Center shows after an anniversary, with the known day of enrollment. */
const afterwards: fc.Arbitrary<Deed> = fc.record({
  type: fc.constant('situation' as const),
  situation: fc.constantFrom(undefined, undefined, 'no-cost' as const, 'not-enrolled' as const),
  days: fc.constant(undefined),
})
const renew: fc.Arbitrary<Deed> = fc.record({
  type: fc.constant('renew' as const),
  nth: fc.constantFrom(1, 1, 2),
})

const sponsored = fc.constantFrom('s1', 's2', 's3')
const sponsor: fc.Arbitrary<Deed> = fc.record({
  type: fc.constant('sponsor' as const),
  id: sponsored,
  days: fc.integer({ min: -10, max: 61 }),
  state: fc.constantFrom('prepared' as const, 'sent' as const),
})
const grant: fc.Arbitrary<Deed> = fc.record({
  type: fc.constant('grant' as const),
  id: sponsored,
  days: fc.integer({ min: -20, max: 60 }),
  amountUsd: fc.constantFrom(10_000, 120_000),
})
const becomesOfIt: fc.Arbitrary<Command> = fc.record({
  type: fc.constant('UpdateRequest' as const),
  request: sponsored,
  state: fc.constantFrom('sent', 'returned', 'amended', 'refused', 'withdrawn', 'used'),
})

const asCommand = (each: Command): Deed => ({ type: 'command', command: each })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: command.map(asCommand) },
  { weight: 2, arbitrary: setting.map((each): Deed => ({ type: 'setting', setting: each })) },
  situation,
  afterwards,
  { weight: 2, arbitrary: renew },
  { weight: 2, arbitrary: sponsor },
  grant,
  { weight: 2, arbitrary: becomesOfIt.map(asCommand) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('snooze' as const),
      nth: fc.nat(5),
      days: fc.constantFrom(1, 1, 7, 30),
    }),
  },
  fc.record({
    type: fc.constant('leave' as const),
    guide: fc.constantFrom('assign-contact', 'check-eligibility', undefined),
  }),
)
const between = (min: number, max: number) => fc.integer({ min, max })
const happening = (what: fc.Arbitrary<Deed>, at: fc.Arbitrary<number>): fc.Arbitrary<Happening> =>
  fc.record({ at, who: fc.nat(3), deed: what })

/** Half of all comes in the two weeks before some clock changes, so that reminders fall on that day and the next. */
const clockChanges = ['2028-03-12', '2028-03-26', '2028-04-02', '2028-10-01', '2028-10-29', '2028-11-05']
const beforeAChange = fc
  .tuple(fc.constantFrom(...clockChanges), between(-14 * 96, 2 * 96))
  .map(([day, offset]) => (Date.parse(day) - start) / quarter + offset)
const anyTime = fc.oneof(between(0, quarters - 1), beforeAChange)

/** Most companies get somewhere in their first weeks. */
const steps = fc
  .tuple(
    happening(recordFacts.map(asCommand), between(0, 1000)),
    happening(assign.map(asCommand), between(0, 4000)),
    happening(activate.map(asCommand), between(1000, 3000)),
  )
  .map((each): Happening[] => each)
/** Companies whose program nobody asks for, or only later; that join; or that are enrolled since longer. */
const program = fc.oneof(
  fc.constant<Happening[]>([]),
  fc.tuple(happening(situation, between(0, 2000))).map((each): Happening[] => each),
  fc
    .tuple(happening(submitted, between(0, 1000)), happening(enrolled, between(1000, 3000)))
    .map((each): Happening[] => each),
  fc.tuple(happening(enrolled, between(0, 300))).map((each): Happening[] => each),
  fc
    .tuple(
      happening(enrolled, between(0, 300)),
      happening(fc.oneof(afterwards, renew), between(40 * 96, 80 * 96)),
    )
    .map((each): Happening[] => each),
)
const beginning = fc.tuple(steps, program).map((each) => each.flat())

export const history: fc.Arbitrary<History> = fc
  .record({
    program: fc.constantFrom(rewards.id, rewards.id, rewards2023.id, frontier.id),
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    beginning,
    later: fc.array(happening(deed, anyTime), { maxLength: 45 }),
  })
  .map(({ beginning: first, later, ...rest }) => ({
    ...rest,
    happenings: [...first, ...later].sort((one, other) => one.at - other.at),
  }))

/** The commands of a deed at an instant; none for one that records nothing. */
export function commandsOf(deed: Deed, company: Company, now: number): Command[] {
  if (deed.type === 'command') return [deed.command]
  if (deed.type === 'renew') return renewals(deed.nth, company)
  if (deed.type === 'sponsor') return [requestOf(deed, today(now))]
  if (deed.type === 'grant') return [grantOf(deed, today(now))]
  return deed.type === 'situation' ? enrollmentCommands(deed, company, today(now)) : []
}

function requestOf({ id, days, state }: Extract<Deed, { type: 'sponsor' }>, now: string): Command {
  const deal = {
    customer: id,
    closedOn: addDays(now, -days),
    years: 3,
    annualValueUsd: 2_000_000,
    totalValueUsd: 6_000_000,
    isAgreed: true,
  }
  const wish = { purpose: 'adoption', deal, amountUsd: 10_000, agreement: 'ea-active', state } as const
  const request = { id, kind: 'sponsorship', title: 'T', description: '', ...wish } as const
  return { type: 'RequestTechnicalHelp', request }
}

function grantOf({ id, days, amountUsd }: Extract<Deed, { type: 'grant' }>, now: string): Command {
  const given = { amountUsd, from: addDays(now, -days) }
  return { type: 'UpdateRequest', request: id, state: 'granted', grant: given }
}

function renewals(nth: number, { enrollment }: Company): Command[] {
  const day = enrollment?.enrolledOn
  return day ? [{ type: 'RenewEnrollment', anniversary: addMonths(day, 12 * nth) }] : []
}

function enrollmentCommands(
  { situation: wanted, days }: Extract<Deed, { type: 'situation' }>,
  { program: id, enrollment }: Company,
  now: string,
): Command[] {
  const shown = wanted ?? enrollment?.situation
  if (!shown) return []
  const to = programs.in(shown)?.id ?? id
  const { enrolledOn = now, submittedOn = now } = enrollment ?? {}
  const since = (known: string) => (days === undefined ? known : addDays(now, -days))
  const dates = {
    'no-cost': { enrolledOn: since(enrolledOn) },
    premium: { enrolledOn: since(enrolledOn) },
    'not-enrolled': { submittedOn: since(submittedOn) },
    rewards: {},
    'page-missing': {},
  }
  return [
    { type: 'ChangeProgram', to },
    { type: 'RecordEnrollment', facts: { situation: shown, ...dates[shown] } },
  ]
}
