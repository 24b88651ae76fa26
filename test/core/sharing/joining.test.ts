import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import type { CompanyEvent } from '../../../src/core/company/company-event.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { type Context, isRefusal } from '../../../src/core/company/decision.ts'
import { evolve } from '../../../src/core/company/evolve.ts'
import type { Member } from '../../../src/core/people/authorized-people.ts'
import { refusedStranger } from '../../../src/core/people/authorized-people-decision.ts'
import { tracesOf } from '../../../src/core/privacy/traces.ts'
import { companyWithout } from '../../../src/core/privacy/without-person.ts'
import { guestId, homeOf } from '../../../src/core/sharing/guest-id.ts'
import { guestOf } from '../../../src/core/sharing/joining.ts'
import { by, carryOut, contact, fresh, on } from '../example.ts'

const now = on('2026-03-02')
const later = (milliseconds: number, context = now): Context => ({
  ...context,
  now: context.now + milliseconds,
})
const ada = { id: by.id, name: by.name }
const cydAtHome = { id: 'person-9', name: 'Cyd' }
const cyd = { id: guestId('tenant-2', 'person-9'), name: 'Cyd', tenant: 'tenant-2' }
const guestOn = (context = now, home?: Company): Context => ({
  ...context,
  by: cyd,
  ...(home && { home: { company: home, person: 'person-9' } }),
})
const led = carryOut(fresh(), { type: 'NameTeam', members: [ada] }, now)
const inviting = carryOut(led, { type: 'InviteTenant', key: 'key' }, now)
const admit: Command = { type: 'AdmitTenant', invitation: 'key' }
const hosting = carryOut(inviting, admit, guestOn())
const ownCompany: Company = { ...fresh(), tenant: 'tenant-2' }
const join = { type: 'JoinCompany', host: { tenant: 'tenant-1', invitation: 'key' } } as const
const joined = carryOut(ownCompany, join, now)
const part: Command = { type: 'PartTenant', tenant: 'tenant-2' }
const refusal = (company: Company, command: Command, context: Context) => {
  const decision = decide(company, command, context)
  return isRefusal(decision) ? decision.refused : undefined
}

describe('a code for another tenant', () => {
  it('lets one tenant in, within the hour', () => {
    assert.deepEqual(
      hosting.guests?.map(({ tenant, by: who }) => [tenant, who.id]),
      [['tenant-2', cyd.id]],
    )
    assert.equal(refusal(inviting, admit, guestOn(later(3_600_000 - 1))), undefined)
    assert.equal(refusal(inviting, admit, guestOn(later(3_600_000))), 'code')
  })

  it('is good once, but bears to be redeemed again by the same', () => {
    const other = { ...now, by: { ...cyd, tenant: 'tenant-3' } }
    assert.equal(refusal(hosting, admit, other), 'code')
    assert.deepEqual(decide(hosting, admit, guestOn(later(3_600_000 - 1))), { events: [] })
    assert.equal(refusal(hosting, admit, guestOn(later(3_600_000))), 'code')
  })

  it('is good no more once its guest has left', () => {
    assert.equal(refusal(carryOut(hosting, part, now), admit, guestOn()), 'code')
  })

  it('ends when twenty newer ones were made: they fill no document', () => {
    const made = Array.from({ length: 20 }, (_, index) => `key-${index}`)
    const flooded = made.reduce(
      (company, key) => carryOut(company, { type: 'InviteTenant', key }, now),
      inviting,
    )
    assert.deepEqual(
      flooded.invitations?.map(({ key }) => key),
      made,
    )
    assert.equal(refusal(flooded, admit, guestOn()), 'code')
  })

  it('gets one answer, whatever is wrong with it', () => {
    const wrong: Command = { type: 'AdmitTenant', invitation: 'guessed' }
    assert.equal(refusal(inviting, wrong, guestOn()), 'code')
    assert.equal(refusal(fresh(), wrong, guestOn()), 'code')
    assert.equal(refusal({ ...inviting, host: { tenant: 't', invitation: 'i' } }, admit, guestOn()), 'code')
    assert.equal(refusal(inviting, admit, now), 'code')
  })

  it('is made by authorized people, and by no one of another tenant', () => {
    const invite: Command = { type: 'InviteTenant', key: 'other' }
    assert.equal(refusal(fresh(), invite, now), 'no-team')
    const withCyd = carryOut(hosting, { type: 'NameTeam', members: [ada, cyd] }, now)
    assert.equal(refusal(withCyd, invite, guestOn()), 'guest')
    assert.equal(refusal(hosting, invite, guestOn()), 'team')
  })
})

describe('a company with as many guests as it may have', () => {
  const crowded: Company = {
    ...inviting,
    guests: ['a', 'b', 'c', 'd', 'e'].map((tenant) => ({ tenant, invitation: tenant, since: 0, by: ada })),
  }

  it('makes no codes, and takes none', () => {
    assert.equal(refusal(crowded, { type: 'InviteTenant', key: 'another' }, now), 'full')
    assert.equal(refusal(crowded, admit, guestOn()), 'code')
  })
})

describe('a tenant that joined', () => {
  it('is a guest as long as both sides say so, by the same code', () => {
    assert.equal(guestOf(hosting, joined)?.tenant, 'tenant-2')
    assert.equal(guestOf(hosting, ownCompany), undefined)
    assert.equal(guestOf(inviting, joined), undefined)
    assert.equal(guestOf(carryOut(hosting, part, now), joined), undefined)
    const older = { ...joined, host: { tenant: 'tenant-1', invitation: 'older' } }
    assert.equal(guestOf(hosting, older), undefined)
  })

  it('cannot have guests of its own, join itself, or be led on to a third', () => {
    assert.equal(
      refusal({ ...hosting }, { type: 'JoinCompany', host: { tenant: 't', invitation: 'i' } }, now),
      'has-guests',
    )
    assert.equal(
      refusal(led, { type: 'JoinCompany', host: { tenant: 'tenant-1', invitation: 'i' } }, now),
      'own-code',
    )
    assert.equal(guestOf({ ...hosting, host: { tenant: 't', invitation: 'i' } }, joined), undefined)
  })

  it('may be parted with by the authorized people of the company', () => {
    assert.deepEqual(carryOut(hosting, part, now).guests, [])
    const ben = { ...now, by: { id: 'person-2', name: 'Ben' } }
    assert.equal(refusal(hosting, part, ben), 'team')
  })

  it('may leave by its own authorized people, or by anybody where none are named', () => {
    assert.equal(refusal(hosting, part, guestOn(now, joined)), undefined)
    const team = (members: { id: string; name: string }[]): Company => ({
      ...joined,
      team: { members, asked: [] },
    })
    assert.equal(refusal(hosting, part, guestOn(now, team([cydAtHome]))), undefined)
    assert.deepEqual(decide(hosting, part, guestOn(now, team([{ id: 'x', name: 'Xia' }]))), {
      refused: 'team',
      members: ['Xia'],
    })
  })

  it('does not part others, even when its people are authorized', () => {
    const withCyd = carryOut(hosting, { type: 'NameTeam', members: [ada, cyd] }, now)
    const two: Company = {
      ...withCyd,
      guests: [
        ...(withCyd.guests ?? []),
        { tenant: 'tenant-3', invitation: 'i', since: 0, by: { id: 'x', name: 'X' } },
      ],
    }
    assert.equal(refusal(two, { type: 'PartTenant', tenant: 'tenant-3' }, guestOn(now, joined)), 'team')
  })

  it('comes back to what was recorded before', () => {
    const { chain: _, ...back } = carryOut(joined, { type: 'ReturnHome', host: join.host }, now)
    assert.deepEqual(back, ownCompany)
  })
})

describe('a tenant that was parted with and has joined again', () => {
  it('stays when the removal is found only then', () => {
    for (const host of [
      { tenant: 'tenant-3', invitation: 'key' },
      { tenant: 'tenant-1', invitation: 'older' },
    ])
      assert.deepEqual(decide(joined, { type: 'ReturnHome', host }, now), { events: [] })
  })
})

describe('who speaks for a company that has guests', () => {
  const ben = { id: 'person-2', name: 'Ben' }
  const named = (...members: Member[]): Command => ({ type: 'NameTeam', members })
  const together = carryOut(hosting, named(ada, cyd), now)
  const forgotten = (company: Company, person: string) =>
    carryOutEvent(company, { type: 'PersonForgotten', person })

  it('may be one of them, who then assigns and activates, but authorizes no one', () => {
    assert.notEqual(refusal(together, { type: 'AssignContact', contact }, guestOn()), 'team')
    assert.equal(refusal(together, named(cyd), guestOn()), 'guest')
  })

  it('is none of them while no one is authorized', () => {
    const { team: _, ...leaderless } = hosting
    for (const command of [named(cyd), named(ada, cyd)])
      assert.equal(refusal(leaderless, command, guestOn()), 'guest')
    assert.equal(refusal(leaderless, { type: 'AssignContact', contact }, guestOn()), 'guest')
    assert.equal(refusal(leaderless, named(ben), now), undefined)
  })

  it('is always of its own tenant, or none', () => {
    assert.equal(refusal(hosting, named(cyd), now), 'team-of-guests')
    assert.equal(forgotten(together, ada.id).team, undefined)
    assert.deepEqual(forgotten(together, cyd.id).team?.members, [ada])
  })

  it('is no one of a tenant that left, even if it joins again', () => {
    const asked = carryOut(together, { type: 'AskForTeam' }, guestOfSame('person-8'))
    const parted = carryOut(asked, part, now)
    assert.deepEqual(parted.team, { members: [ada], asked: [] })
  })

  it('is no guest where all of it is taken away or deleted', () => {
    assert.deepEqual(refusedStranger(together, cyd.id), { refused: 'guest' })
    assert.equal(refusedStranger(together, ada.id), undefined)
    assert.deepEqual(refusedStranger(together, ben.id), { refused: 'team', members: ['Ada', 'Cyd'] })
    assert.deepEqual(refusedStranger(fresh(), ada.id), { refused: 'no-team' })
  })

  const guestOfSame = (person: string): Context => ({
    ...now,
    by: { ...cyd, id: guestId('tenant-2', person), name: 'Dan' },
  })
  const carryOutEvent = (company: Company, event: CompanyEvent) =>
    evolve(company, { at: new Date(now.now).toISOString(), by: ada, program: company.program, event })
})

describe("the id of a guest's person", () => {
  it('is unique, and tells the home tenant', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (tenant, person) => {
        const guests = [{ tenant, invitation: 'i', since: 0, by: { id: 'x', name: 'X' } }]
        assert.deepEqual(homeOf({ guests }, guestId(tenant, person)), { tenant, person })
        assert.equal(homeOf({ guests: [] }, guestId(tenant, person)), undefined)
      }),
    )
  })
})

describe('a guest who redeemed the code and is deleted', () => {
  it('is in the document as the log makes it, by a pseudonym', () => {
    const leaving = { traces: tracesOf([cyd.id], { name: cyd.name }, []), pseudonym: 'deleted-1' }
    const [guest] = companyWithout(hosting, leaving).guests ?? []
    assert.deepEqual(guest?.by, { id: 'deleted-1', name: '' })
  })
})
