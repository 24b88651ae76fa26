import assert from 'node:assert/strict'
import { hasBeenSeen } from '../../../src/core/eligibility/portal-verdict.ts'
import {
  checksOf,
  diagnose,
  roleShowsProgram,
  visibilityChecks,
} from '../../../src/core/eligibility/visibility.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { carryOut, fresh, listed, on, rewards } from '../example.ts'

const frontier = loadPrograms().of('frontier-accelerate-2026')

const inOrder = {
  account: 'yes',
  role: 'yes',
  tenant: 'yes',
  enrolment: 'yes',
  'live-offer': 'yes',
  vetting: 'yes',
} as const

describe('why the program does not show', () => {
  it('is asked one thing after the other', () => {
    assert.deepEqual(
      [
        diagnose(rewards, {}),
        diagnose(rewards, { account: 'yes' }),
        diagnose(rewards, { account: 'yes', role: 'yes' }),
      ],
      [{ ask: 'account' }, { ask: 'role' }, { ask: 'tenant' }],
    )
  })

  it('is answered by the first thing that is not in order', () => {
    assert.deepEqual(diagnose(rewards, { account: 'yes', role: 'yes', tenant: 'no' }), {
      finding: {
        cause: 'tenant',
        certain: true,
        link: 'tenants',
        button: 'associateTenant',
        guide: 'associate-tenant',
        rule: 'visibility',
      },
    })
  })

  it('skips what is unknown', () => {
    assert.deepEqual(diagnose(rewards, { account: 'unknown' }), { ask: 'role' })
  })

  it('returns to what was unknown when nothing else explains it', () => {
    assert.deepEqual(diagnose(rewards, { ...inOrder, role: 'unknown', vetting: 'unknown' }), {
      finding: {
        cause: 'role',
        certain: false,
        link: 'account',
        button: 'viewPermissions',
        rule: 'visibility',
      },
    })
  })

  it('goes to support when everything is in order', () => {
    assert.deepEqual(diagnose(rewards, inOrder), {
      finding: { cause: 'unexplained', certain: false, link: 'support' },
    })
  })

  it('is asked of Frontier Accelerate in the order of what holds up an enrollment, without a live offer', () => {
    assert.deepEqual(checksOf(frontier), ['account', 'role', 'vetting', 'tenant', 'enrolment'])
    const { 'live-offer': _, ...others } = inOrder
    assert.deepEqual(diagnose(frontier, { account: 'yes', role: 'yes' }), { ask: 'vetting' })
    assert.deepEqual(diagnose(frontier, others), {
      finding: { cause: 'unexplained', certain: false, link: 'support' },
    })
  })

  it('leads to the enrollment of a company that is not enrolled', () => {
    const found = diagnose(frontier, { ...inOrder, enrolment: 'no' })
    assert.ok('finding' in found)
    assert.equal(found.finding.guide, 'join-program')
  })

  for (const check of visibilityChecks)
    it(`ends on a page of the program when ${check} is the cause`, () => {
      const found = diagnose(rewards, { ...inOrder, [check]: 'no' })
      assert.ok('finding' in found && rewards.links[found.finding.link].url.startsWith('https://'))
    })
})

describe('the role of a person who does not see the program', () => {
  for (const [role, answer] of [
    ['partner-admin', 'yes'],
    ['admin-agent', 'yes'],
    ['global-admin', 'unknown'],
    ['account-admin', 'no'],
    ['other', 'no'],
    ['unknown', 'unknown'],
    [undefined, 'unknown'],
  ] as const)
    it(`explains it when it is ${role}: ${answer}`, () => {
      assert.equal(roleShowsProgram(rewards, role), answer)
    })
})

describe('the program', () => {
  const told = (verdict: 'eligible' | 'not-eligible' | 'not-visible') =>
    carryOut(fresh(), { type: 'RecordPortalVerdict', verdict }, on('2026-03-02'))

  it('was seen by a company that knows what it shows, good or bad', () => {
    assert.deepEqual([hasBeenSeen(told('eligible')), hasBeenSeen(told('not-eligible'))], [true, true])
  })

  it('was not seen by a company that is new, or that could not find it', () => {
    assert.deepEqual([hasBeenSeen(fresh()), hasBeenSeen(told('not-visible'))], [false, false])
  })

  it('may be out of sight again once newer facts are known', () => {
    const later = carryOut(
      told('eligible'),
      { type: 'RecordEligibility', facts: listed('list') },
      on('2026-03-03'),
    )
    assert.equal(hasBeenSeen(later), false)
  })
})
