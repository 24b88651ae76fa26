import assert from 'node:assert/strict'
import { type Command, commandSchema } from '../../../src/core/company/command.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { isRefusal } from '../../../src/core/company/decision.ts'
import { by, carryOut, contact, fresh, frontier, listed, on, ready, rewards, seller } from '../example.ts'

const day = '2026-03-02'
const now = on(day)
const as = (role: 'other' | 'partner-admin' | 'global-admin' | 'unknown') => ({ ...now, by: { ...by, role } })
const activateBlog: Command = { type: 'ActivateBenefit', benefit: 'featured-blog' }
const activate: Command = { type: 'ActivateBenefit', benefit: 'listing-optimization' }
const update = (state: 'contacted' | 'in-progress' | 'completed' | 'withdrawn'): Command => ({
  type: 'UpdateBenefit',
  benefit: 'listing-optimization',
  state,
})
const technical = {
  id: 'request-1',
  kind: 'technical',
  phase: 'design',
  solution: 'hybrid',
  product: 'Azure SQL',
  title: 'Move a database',
  description: 'How to move 2 TB.',
  country: 'FR',
  language: 'fr',
  phone: '+33612345678',
  timeZone: 'Europe/Paris',
} as const
const ask: Command = { type: 'RequestTechnicalHelp', request: technical }
const associate: Command = { type: 'AssociateTenant', tenant: 'Fabrikam.example' }

describe('recording eligibility', () => {
  it('keeps the facts and what was estimated', () => {
    assert.deepEqual(decide(fresh(), { type: 'RecordEligibility', facts: seller(25_000) }, now), {
      events: [
        {
          type: 'EligibilityRecorded',
          facts: seller(25_000),
          summary: {
            tier: 'demand-generation',
            reachedBy: 'billedSalesUsd',
            countedUsd: 25_000,
            listingClasses: ['transact'],
            ruledOut: [],
          },
        },
      ],
    })
  })

  it('adds nothing when the same is said again', () => {
    const command: Command = { type: 'RecordEligibility', facts: seller(25_000) }
    assert.deepEqual(decide(carryOut(fresh(), command, now), command, on('2026-05-01')), { events: [] })
  })

  it('is recorded anew when one profile more is named', () => {
    const profiles = [...seller(0).profiles, ...listed('list').profiles]
    const company = carryOut(fresh(), { type: 'RecordEligibility', facts: seller(0) }, now)
    const decision = decide(company, { type: 'RecordEligibility', facts: seller(0, { profiles }) }, now)
    assert.equal(!isRefusal(decision) && decision.events.length, 1)
  })

  it('is estimated anew when the program has changed', () => {
    const command: Command = { type: 'RecordEligibility', facts: seller(4_500_000) }
    const company = carryOut(fresh(), command, now)
    const moved = carryOut(company, { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }, now)
    const decision = decide(moved, command, on(day, frontier))
    assert.equal(!isRefusal(decision) && decision.events.length, 1)
  })

  it('is open to everybody', () => {
    assert.equal(
      isRefusal(decide(fresh(), { type: 'RecordEligibility', facts: seller(0) }, as('other'))),
      false,
    )
  })
})

describe('recording the portal’s verdict', () => {
  const command: Command = { type: 'RecordPortalVerdict', verdict: 'eligible' }

  it('adds nothing when it is known', () => {
    assert.deepEqual(decide(carryOut(ready(seller(0)), command, now), command, now), { events: [] })
  })

  it('counts anew when facts came in between', () => {
    const known = carryOut(ready(seller(0)), command, now)
    const newer = carryOut(known, { type: 'RecordEligibility', facts: seller(5) }, on('2026-03-05'))
    assert.deepEqual(decide(newer, command, on('2026-03-06')), {
      events: [{ type: 'PortalVerdictRecorded', verdict: 'eligible' }],
    })
  })
})

describe('assigning the contact', () => {
  const assign: Command = { type: 'AssignContact', contact }

  it('records the first one', () => {
    assert.deepEqual(decide(fresh(), assign, now), { events: [{ type: 'ContactAssigned', contact }] })
  })

  it('says what was changed of the one before', () => {
    const moved = { ...contact, phone: '+33699999999' }
    assert.deepEqual(decide(ready(seller(0)), { type: 'AssignContact', contact: moved }, now), {
      events: [{ type: 'ContactChanged', contact: moved, changed: ['phone'] }],
    })
  })

  it('adds nothing when nothing changed', () => {
    assert.deepEqual(decide(ready(seller(0)), assign, now), { events: [] })
  })

  it('is refused for the address that the person signs in with', () => {
    const same = { ...contact, email: 'ADA@contoso.example' }
    assert.deepEqual(decide(fresh(), { type: 'AssignContact', contact: same }, now), {
      refused: 'contact-invalid',
      problems: ['same-as-sign-in'],
    })
  })

  it('is refused before the company is enrolled', () => {
    const facts = seller(0, { enrolled: 'no' })
    const company = carryOut(fresh(), { type: 'RecordEligibility', facts }, now)
    assert.deepEqual(decide(company, assign, now), { refused: 'not-enrolled' })
  })

  it('is refused to a role that the program does not allow, with those who may', () => {
    assert.deepEqual(decide(fresh(), assign, as('other')), {
      refused: 'role',
      action: 'assignContact',
      role: 'other',
      allowed: rewards.roles.assignContact,
    })
  })

  it('is accepted for an unconfirmed and for an undeclared role', () => {
    const decisions = [as('global-admin'), as('unknown')].map((context) => decide(fresh(), assign, context))
    assert.deepEqual(decisions.filter(isRefusal), [])
  })
})

describe('activating a benefit', () => {
  it('notes by when Microsoft gets in touch, and when it may be used again', () => {
    assert.deepEqual(decide(ready(listed('trial')), activate, now), {
      events: [
        {
          type: 'BenefitActivated',
          benefit: 'listing-optimization',
          on: '2026-03-02',
          contactBy: '2026-03-09',
          expiresOn: '2026-06-02',
          renewsOn: '2027-03-02',
        },
      ],
    })
  })

  it('adds nothing while it is active', () => {
    const company = carryOut(ready(listed('trial')), activate, now)
    assert.deepEqual(decide(company, activate, on('2026-04-01')), { events: [] })
  })

  it('counts the second time after the anniversary', () => {
    const company = carryOut(ready(listed('list')), activate, now)
    const again = carryOut(company, activate, on('2027-03-02'))
    assert.equal(again.benefits['listing-optimization']?.timesActivated, 2)
  })

  it('is refused with the reasons of the lock', () => {
    assert.deepEqual(decide(ready(seller(20_000)), activateBlog, now), {
      refused: 'benefit-locked',
      benefit: 'featured-blog',
      reasons: [{ code: 'tier', unlockUsd: 25_000, missingUsd: 5_000, tier: 'demand-generation' }],
    })
  })

  it('is refused for a benefit that is asked for otherwise', () => {
    const command: Command = { type: 'ActivateBenefit', benefit: 'azure-sponsorship' }
    assert.deepEqual(decide(ready(seller(1_000_000)), command, now), {
      refused: 'not-activatable',
      benefit: 'azure-sponsorship',
      access: 'request',
    })
  })

  it('is refused for a benefit that the program does not have', () => {
    assert.deepEqual(decide(ready(seller(0)), { type: 'ActivateBenefit', benefit: 'free-lunch' }, now), {
      refused: 'unknown-benefit',
      benefit: 'free-lunch',
    })
  })
})

describe('reporting how a benefit goes on', () => {
  const active = carryOut(ready(seller(0)), activate, now)

  it('moves it forward', () => {
    assert.equal(
      carryOut(active, update('contacted'), now).benefits['listing-optimization']?.state,
      'contacted',
    )
  })

  it('adds nothing when it is there already', () => {
    assert.deepEqual(decide(carryOut(active, update('contacted'), now), update('contacted'), now), {
      events: [],
    })
  })

  it('is refused backwards', () => {
    assert.deepEqual(decide(carryOut(active, update('in-progress'), now), update('contacted'), now), {
      refused: 'illegal-transition',
      benefit: 'listing-optimization',
      from: 'in-progress',
      to: 'contacted',
    })
  })

  it('is refused for a benefit that was never activated', () => {
    assert.deepEqual(decide(fresh(), update('completed'), now), {
      refused: 'not-activated',
      benefit: 'listing-optimization',
    })
  })
})

describe('asking for technical help', () => {
  it('expects the answer in two business days', () => {
    assert.deepEqual(decide(fresh(), ask, on('2026-11-20')), {
      events: [
        {
          type: 'TechnicalHelpRequested',
          request: { ...technical, requestedOn: '2026-11-20', answerBy: '2026-11-24' },
        },
      ],
    })
  })

  it('is open to every user of the company', () => {
    assert.equal(isRefusal(decide(fresh(), ask, as('other'))), false)
  })

  it('adds nothing for the same request', () => {
    assert.deepEqual(decide(carryOut(fresh(), ask, now), ask, now), { events: [] })
  })

  it('is refused without a membership', () => {
    assert.deepEqual(decide(ready(seller(0, { membership: 'no' })), ask, now), {
      refused: 'membership-needed',
    })
  })

  it('keeps several requests apart', () => {
    const second: Command = { type: 'RequestTechnicalHelp', request: { ...technical, id: 'request-2' } }
    const company = carryOut(carryOut(fresh(), ask, now), second, now)
    assert.deepEqual(
      company.requests.map(({ id }) => id),
      ['request-1', 'request-2'],
    )
  })

  it('promises no day for Azure sponsorship', () => {
    const request = {
      id: 'r2',
      kind: 'sponsorship',
      agreement: 'mca',
      title: 'PoC',
      description: '',
    } as const
    assert.deepEqual(decide(fresh(), { type: 'RequestTechnicalHelp', request }, now), {
      events: [{ type: 'TechnicalHelpRequested', request: { ...request, requestedOn: '2026-03-02' } }],
    })
  })

  it('is refused for Azure sponsorship under an agreement that excludes it', () => {
    const request = {
      id: 'r2',
      kind: 'sponsorship',
      agreement: 'csp',
      title: 'PoC',
      description: '',
    } as const
    assert.deepEqual(decide(fresh(), { type: 'RequestTechnicalHelp', request }, now), {
      refused: 'agreement-excluded',
      agreement: 'csp',
      reason: 'bought-through-csp',
    })
  })

  it('keeps the case number, once', () => {
    const number: Command = { type: 'RecordCaseNumber', request: 'request-1', caseNumber: '2603020040001234' }
    const company = carryOut(carryOut(fresh(), ask, now), number, now)
    assert.deepEqual(
      [company.requests[0]?.caseNumber, decide(company, number, now)],
      ['2603020040001234', { events: [] }],
    )
  })

  it('keeps the day of the answer, once', () => {
    const answered: Command = { type: 'RecordAnswer', request: 'request-1' }
    const company = carryOut(carryOut(fresh(), ask, now), answered, on('2026-03-04'))
    assert.deepEqual(
      [company.requests[0]?.answeredOn, decide(company, answered, on('2026-03-05'))],
      ['2026-03-04', { events: [] }],
    )
  })

  it('knows no case of a request that was never made', () => {
    assert.deepEqual(decide(fresh(), { type: 'RecordCaseNumber', request: 'r9', caseNumber: '1' }, now), {
      refused: 'unknown-request',
      request: 'r9',
    })
  })
})

describe('associating a tenant', () => {
  const pending = carryOut(fresh(), associate, as('global-admin'))

  it('is recorded as pending', () => {
    assert.deepEqual(pending.tenants, [
      { tenant: 'fabrikam.example', state: 'pending', since: '2026-03-02', by: by.id },
    ])
  })

  it('is refused to a partner admin', () => {
    assert.deepEqual(decide(fresh(), associate, now), {
      refused: 'role',
      action: 'associateTenant',
      role: 'partner-admin',
      allowed: rewards.roles.associateTenant,
    })
  })

  it('may be for the tenant of this chat, as the account may have been made with another', () => {
    assert.deepEqual(decide(fresh(), { type: 'AssociateTenant', tenant: 'TENANT-1' }, as('global-admin')), {
      events: [{ type: 'TenantAssociated', tenant: 'tenant-1' }],
    })
  })

  it('adds nothing the second time, whatever the case', () => {
    assert.deepEqual(decide(pending, { ...associate, tenant: 'FABRIKAM.example ' }, as('global-admin')), {
      events: [],
    })
  })

  it('ends verified', () => {
    const verified = carryOut(pending, { type: 'VerifyTenant', tenant: 'fabrikam.example' }, on('2026-03-03'))
    assert.deepEqual(verified.tenants, [
      { tenant: 'fabrikam.example', state: 'verified', since: '2026-03-03', by: by.id },
    ])
  })

  it('ends failed with the reason, and can be tried again', () => {
    const failed = carryOut(pending, { type: 'FailTenant', tenant: 'fabrikam.example', reason: 'guest' }, now)
    const again = carryOut(failed, associate, as('global-admin'))
    assert.deepEqual([failed.tenants[0]?.reason, again.tenants[0]?.state], ['guest', 'pending'])
  })

  it('fails with another reason when more is known', () => {
    const failed = carryOut(pending, { type: 'FailTenant', tenant: 'fabrikam.example', reason: 'guest' }, now)
    const more = carryOut(failed, { type: 'FailTenant', tenant: 'fabrikam.example', reason: 'role' }, now)
    assert.deepEqual(
      more.tenants.map(({ reason }) => reason),
      ['role'],
    )
  })

  it('cannot be verified when it was never begun', () => {
    assert.deepEqual(decide(fresh(), { type: 'VerifyTenant', tenant: 'fabrikam.example' }, now), {
      refused: 'unknown-tenant',
      tenant: 'fabrikam.example',
    })
  })
})

describe('a move to another program', () => {
  const move: Command = { type: 'ChangeProgram', to: 'frontier-accelerate-2026' }

  it('is recorded once', () => {
    const moved = carryOut(fresh(), move, now)
    assert.deepEqual([moved.program, decide(moved, move, now)], ['frontier-accelerate-2026', { events: [] }])
  })

  it('leaves old records under the version they were made under', () => {
    const moved = carryOut(carryOut(ready(seller(0)), activate, now), move, now)
    assert.equal(moved.benefits['listing-optimization']?.program, 'marketplace-rewards-2024')
  })
})

describe('a command from outside', () => {
  it('may not set a benefit to activated by an update', () => {
    const command = { type: 'UpdateBenefit', benefit: 'listing-optimization', state: 'activated' }
    assert.equal(commandSchema.safeParse(command).success, false)
  })

  it('may not carry a phone number in national form', () => {
    const command = { type: 'AssignContact', contact: { ...contact, phone: '0612345678' } }
    assert.equal(commandSchema.safeParse(command).success, false)
  })
})
