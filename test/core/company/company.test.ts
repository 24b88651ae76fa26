import assert from 'node:assert/strict'
import fc from 'fast-check'
import { standing } from '../../../src/core/benefits/benefit.ts'
import type { Command } from '../../../src/core/company/command.ts'
import { type Company, companySchema } from '../../../src/core/company/company.ts'
import { type LoggedEvent, loggedEventSchema } from '../../../src/core/company/company-event.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { isRefusal, logged } from '../../../src/core/company/decision.ts'
import { evolve, replay } from '../../../src/core/company/evolve.ts'
import { roles } from '../../../src/core/people/person.ts'
import { situations } from '../../../src/core/program/program-vocabulary.ts'
import { outlook } from '../../../src/core/reminders/due-actions.ts'
import { addDays } from '../../../src/core/time/calendar.ts'
import {
  by,
  contact,
  fresh,
  frontier,
  listed,
  on,
  programs,
  rewards,
  rewards2023,
  seller,
} from '../example.ts'

const benefit = fc.constantFrom(
  'listing-optimization',
  'featured-blog',
  'press-release-support',
  'engagement-manager',
  'none',
)
const tenant = fc.constantFrom('fabrikam.example', 'tailspin.example', 'tenant-1')
const facts = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map((usd) => seller(usd)),
  fc.constantFrom('list' as const, 'trial' as const).map((each) => listed(each)),
  fc.constantFrom(seller(0, { enrolled: 'no' }), seller(0, { liveOffer: 'unknown' })),
)
const request = fc.constantFrom('r1', 'r2')
const sponsorship = (id: string) =>
  ({ id, kind: 'sponsorship', agreement: 'mca', title: 'PoC', description: '' }) as const
const host = fc.constantFrom('key-1', 'key-2').map((invitation) => ({ tenant: 'tenant-2', invitation }))
const command: fc.Arbitrary<Command> = fc.oneof(
  facts.map((each): Command => ({ type: 'RecordEligibility', facts: each })),
  fc
    .constantFrom('eligible' as const, 'not-eligible' as const)
    .map((verdict): Command => ({ type: 'RecordPortalVerdict', verdict })),
  fc
    .constantFrom('+33612345678', '+4930123456')
    .map((phone): Command => ({ type: 'AssignContact', contact: { ...contact, phone } })),
  benefit.map((each): Command => ({ type: 'ActivateBenefit', benefit: each })),
  fc.record({
    type: fc.constant('UpdateBenefit' as const),
    benefit,
    state: fc.constantFrom('contacted', 'in-progress', 'completed', 'withdrawn'),
  }),
  request.map((id): Command => ({ type: 'RequestTechnicalHelp', request: sponsorship(id) })),
  request.map((id): Command => ({ type: 'RecordCaseNumber', request: id, caseNumber: '1' })),
  request.map((id): Command => ({ type: 'RecordAnswer', request: id })),
  tenant.map((each): Command => ({ type: 'AssociateTenant', tenant: each })),
  tenant.map((each): Command => ({ type: 'VerifyTenant', tenant: each })),
  tenant.map((each): Command => ({ type: 'FailTenant', tenant: each, reason: 'guest' })),
  fc
    .constantFrom(rewards.id, rewards2023.id, frontier.id)
    .map((to): Command => ({ type: 'ChangeProgram', to })),
  fc
    .record(
      {
        situation: fc.constantFrom(...situations),
        enrolledOn: fc.constantFrom('2024-02-29', '2025-10-05'),
        submittedOn: fc.constant('2024-03-01'),
      },
      { requiredKeys: ['situation'] },
    )
    .map((each): Command => ({ type: 'RecordEnrollment', facts: each })),
  fc
    .constantFrom('2025-02-28', '2026-02-28', '2026-10-05', '2027-01-01')
    .map((anniversary): Command => ({ type: 'RenewEnrollment', anniversary })),
  fc.constantFrom('person-2', 'person-3').map(
    (id): Command => ({
      type: 'NameTeam',
      members: [
        { id: by.id, name: 'Ada' },
        { id, name: 'Ben' },
      ],
    }),
  ),
  fc.constant<Command>({ type: 'AskForTeam' }),
  fc.constantFrom('key-1', 'key-2').map((key): Command => ({ type: 'InviteTenant', key })),
  host.map((each): Command => ({ type: 'JoinCompany', host: each })),
  host.map((each): Command => ({ type: 'ReturnHome', host: each })),
  fc.constant<Command>({ type: 'PartTenant', tenant: 'tenant-3' }),
)
const step = fc.record({ command, days: fc.nat(200), role: fc.constantFrom(...roles) })
const steps = fc.array(step, { maxLength: 40 })

interface Story {
  readonly company: Company
  readonly log: readonly LoggedEvent[]
  readonly day: string
}

/** Carries out what is not refused; every step lies some days after the one before. */
function live(story: readonly { command: Command; days: number; role: (typeof roles)[number] }[]): Story {
  return story.reduce<Story>(
    ({ company, log, day: before }, { command, days, role }) => {
      const day = addDays(before, days)
      const context = { ...on(day, programs.of(company.program)), by: { ...by, role } }
      const decision = decide(company, command, context)
      const news = isRefusal(decision) ? [] : logged(decision, context)
      return { company: replay(company, news), log: [...log, ...news], day }
    },
    { company: fresh(), log: [], day: '2024-01-31' },
  )
}

describe('a company', () => {
  it('is what folding its log gives', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { company, log } = live(story)
        assert.deepEqual(replay(fresh(), log), company)
      }),
    )
  })

  it('is the same after a trip through JSON and the schema', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { company } = live(story)
        assert.deepEqual(companySchema.parse(JSON.parse(JSON.stringify(company))), company)
      }),
    )
  })

  it('has a log that its schema reads back unchanged', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { log } = live(story)
        assert.deepEqual(loggedEventSchema.array().parse(JSON.parse(JSON.stringify(log))), log)
      }),
    )
  })

  it('is not changed by the same command a second time', () => {
    fc.assert(
      fc.property(steps, step, (story, { command, role }) => {
        const { company, day } = live(story)
        const context = { ...on(day, programs.of(company.program)), by: { ...by, role } }
        const first = decide(company, command, context)
        fc.pre(!isRefusal(first))
        const changed = replay(company, logged(first, context))
        const second = decide(changed, command, { ...context, program: programs.of(changed.program) })
        assert.deepEqual(second, { events: [] })
      }),
    )
  })

  it('has one standing with each benefit, and no lock without a reason', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...roles), (story, role) => {
        const { company, day } = live(story)
        const program = programs.of(company.program)
        const all = standing(company, program, { today: day, role })
        assert.deepEqual(
          all.map((each) => each.benefit.id),
          program.benefits.map(({ id }) => id),
        )
        assert.ok(all.every((each) => each.state !== 'locked' || each.reasons.length > 0))
      }),
    )
  })

  it('can activate exactly what stands as available', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...roles), (story, role) => {
        const { company, day } = live(story)
        const program = programs.of(company.program)
        for (const { state, benefit } of standing(company, program, { today: day, role })) {
          const context = { ...on(day, program), by: { ...by, role } }
          const decision = decide(company, { type: 'ActivateBenefit', benefit: benefit.id }, context)
          const happens = !isRefusal(decision) && decision.events.length > 0
          assert.equal(happens, state === 'available' && ['activate', 'page'].includes(benefit.access))
        }
      }),
    )
  })

  it('has an outlook in the order of the days', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { company, day } = live(story)
        const days = outlook(company, programs.of(company.program), day).map((each) => each.on)
        assert.deepEqual(days, [...days].sort())
      }),
    )
  })

  it('is not changed by news of a benefit that was never activated', () => {
    const event = { type: 'BenefitUpdated', benefit: 'none', state: 'completed' } as const
    const stray = { at: '2026-03-02T12:00:00.000Z', by, program: rewards.id, event }
    assert.deepEqual(evolve(fresh(), stray), fresh())
  })

  it('remembers since when it has a live offer', () => {
    const story = [0, 30].map((days) => ({
      command: { type: 'RecordEligibility', facts: seller(days) } as const,
      days,
      role: 'partner-admin' as const,
    }))
    assert.equal(live(story).company.offerLiveSince, '2024-01-31')
  })
})
