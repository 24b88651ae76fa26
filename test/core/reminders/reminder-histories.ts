import fc from 'fast-check'
import type { Command } from '../../../src/core/company/command.ts'
import type { Hours } from '../../../src/core/time/local-time.ts'
import { contact, frontier, listed, rewards, rewards2023, seller } from '../example.ts'

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
  { weight: 3, arbitrary: fc.constant<Command>({ type: 'AskForTeam' }) },
)

const asCommand = (each: Command): Deed => ({ type: 'command', command: each })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: command.map(asCommand) },
  { weight: 2, arbitrary: setting.map((each): Deed => ({ type: 'setting', setting: each })) },
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
const beginning = fc.tuple(
  happening(recordFacts.map(asCommand), between(0, 1000)),
  happening(assign.map(asCommand), between(0, 4000)),
  happening(activate.map(asCommand), between(1000, 3000)),
)

export const history: fc.Arbitrary<History> = fc
  .record({
    program: fc.constantFrom(rewards.id, rewards.id, rewards2023.id, frontier.id),
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    beginning,
    later: fc.array(happening(deed, anyTime), { maxLength: 40 }),
  })
  .map(({ beginning: first, later, ...rest }) => ({
    ...rest,
    happenings: [...first, ...later].sort((one, other) => one.at - other.at),
  }))
