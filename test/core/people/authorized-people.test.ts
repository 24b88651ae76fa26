import assert from 'node:assert/strict'
import { type Command, commandSchema } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { type Context, isRefusal } from '../../../src/core/company/decision.ts'
import { evolve } from '../../../src/core/company/evolve.ts'
import type { Member } from '../../../src/core/people/authorized-people.ts'
import { tracesOf } from '../../../src/core/privacy/traces.ts'
import { companyWithout, entryWithout } from '../../../src/core/privacy/without-person.ts'
import { sha256 } from '../../../src/sha256.ts'
import { by, carryOut, contact, fresh, on, ready, seller } from '../example.ts'

const now = on('2026-03-02')
const ben = { id: 'person-2', name: 'Ben' }
const cyd = { id: 'person-3', name: 'Cyd' }
const ada: Member = { id: by.id, name: by.name }
const as = (person: Member): Context => ({ ...now, by: { ...person, role: by.role } })
const led = (company = ready(seller(25_000))) => carryOut(company, { type: 'NameTeam', members: [ada] }, now)
const refusedWith = (company: Company, command: Command, context = as(ben)) => {
  const decision = decide(company, command, context)
  return isRefusal(decision) ? decision : undefined
}

/** Commands reserved to authorized people, each valid for them. */
const ofTeam: Command[] = [
  { type: 'AssignContact', contact: { ...contact, name: 'Hopper' } },
  { type: 'ActivateBenefit', benefit: 'listing-optimization' },
  { type: 'UpdateBenefit', benefit: 'featured-blog', state: 'withdrawn' },
  { type: 'ChangeProgram', to: 'frontier-accelerate-2026' },
  { type: 'RecordEnrollment', facts: { situation: 'premium', enrolledOn: '2026-01-15' } },
  { type: 'RenewEnrollment', anniversary: '2027-01-15' },
  { type: 'AssociateTenant', tenant: 'fabrikam.example' },
  { type: 'VerifyTenant', tenant: 'fabrikam.example' },
  { type: 'FailTenant', tenant: 'fabrikam.example', reason: 'guest' },
  { type: 'NameTeam', members: [ben] },
  { type: 'InviteTenant', key: 'key' },
  { type: 'JoinCompany', host: { tenant: 'tenant-2', invitation: 'key' } },
]

describe('a company with a team', () => {
  for (const command of ofTeam) {
    it(`lets no one else ${command.type}, and says who can`, () => {
      assert.deepEqual(refusedWith(led(), command), { refused: 'team', members: ['Ada'] })
      assert.notEqual(refusedWith(led(), command, now)?.refused, 'team')
      assert.notEqual(refusedWith(ready(seller(25_000)), command)?.refused, 'team')
    })
  }

  it('has at most 30 authorized people, each counted once', () => {
    const people = (count: number): Member[] =>
      Array.from({ length: count }, (_, index) => ({ id: `person-${index}`, name: 'Ada' }))
    const refusal = (members: Member[]) => refusedWith(led(), { type: 'NameTeam', members }, now)
    assert.deepEqual(refusal(people(31)), { refused: 'team-size', most: 30 })
    assert.equal(refusal([...people(30), ...people(30)]), undefined)
  })

  it('leaves all other commands to everybody', () => {
    const types = commandSchema.options.map((option) => option.shape.type.value)
    const open = types.filter((type) => !ofTeam.some((each) => each.type === type))
    assert.deepEqual(open, [
      'RecordEligibility',
      'RecordPortalVerdict',
      'RequestTechnicalHelp',
      'RecordCaseNumber',
      'RecordAnswer',
      'UpdateRequest',
      'AskForTeam',
      'AdmitTenant',
      'PartTenant',
      'ReturnHome',
    ])
  })

  it('lets anybody tell that a benefit goes on', () => {
    const activated = carryOut(led(), { type: 'ActivateBenefit', benefit: 'featured-blog' }, now)
    const update: Command = { type: 'UpdateBenefit', benefit: 'featured-blog', state: 'contacted' }
    assert.equal(refusedWith(activated, update), undefined)
  })
})

describe('naming the authorized people', () => {
  it('is open to the first person, for anyone', () => {
    const company = carryOut(fresh(), { type: 'NameTeam', members: [ben, ben] }, now)
    assert.deepEqual(company.team, { members: [ben], asked: [] })
  })

  it('adds nothing when the same people are named again, in any order', () => {
    const both = carryOut(fresh(), { type: 'NameTeam', members: [ada, ben] }, now)
    assert.deepEqual(decide(both, { type: 'NameTeam', members: [ben, ada] }, now), { events: [] })
  })

  it('answers each requester once', () => {
    const asked = carryOut(carryOut(led(), { type: 'AskForTeam' }, as(ben)), { type: 'AskForTeam' }, as(cyd))
    const at = new Date(now.now).toISOString()
    assert.deepEqual(asked.team?.asked, [
      { ...ben, at },
      { ...cyd, at },
    ])
    assert.deepEqual(decide(asked, { type: 'AskForTeam' }, as(ben)), { events: [] })
    const answered = carryOut(asked, { type: 'NameTeam', members: [ada, ben] }, now)
    assert.deepEqual(answered.team, { members: [ada, ben], asked: [] })
    assert.deepEqual(carryOut(asked, { type: 'NameTeam', members: [ada] }, now).team?.asked, [])
  })

  it('cannot be asked for while there is no team', () => {
    assert.deepEqual(refusedWith(fresh(), { type: 'AskForTeam' }), { refused: 'no-team' })
  })
})

describe('a member who is deleted', () => {
  const events = (team: Member[]) => ({
    at: '2026-11-22T09:00:00.000Z',
    by: ada,
    program: 'p',
    event: { type: 'TeamNamed' as const, members: team },
  })
  const leavingBen = { traces: tracesOf(['person-2'], { name: 'Ben' }, []), pseudonym: 'deleted-1' }
  const forgotten = (company: Company) =>
    evolve(companyWithout(company, leavingBen), {
      ...events([ada]),
      event: { type: 'PersonForgotten', person: 'deleted-1' },
    })

  it('is no longer authorized, and is in the log by a pseudonym', () => {
    const company = carryOut(fresh(), { type: 'NameTeam', members: [ada, ben] }, now)
    assert.deepEqual(forgotten(company).team, { members: [ada], asked: [] })
    assert.deepEqual(entryWithout(events([ada, ben]), leavingBen, sha256).event, {
      type: 'TeamNamed',
      members: [ada, { id: 'deleted-1', name: 'deleted-1' }],
    })
  })

  it('leaves no team behind as the last one, so that it can be named anew', () => {
    const company = forgotten(carryOut(fresh(), { type: 'NameTeam', members: [ben] }, now))
    assert.ok(!('team' in company))
  })
})
