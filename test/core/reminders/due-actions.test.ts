import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import type { Company } from '../../../src/core/company/company.ts'
import { due, outlook } from '../../../src/core/reminders/due-actions.ts'
import { by, carryOut, fresh, inRewards, listed, on, ready, rewards, seller } from '../example.ts'

const day = '2026-03-02'
const activate: Command = { type: 'ActivateBenefit', benefit: 'listing-optimization' }
const update = (state: 'contacted' | 'completed' | 'withdrawn'): Command => ({
  type: 'UpdateBenefit',
  benefit: 'listing-optimization',
  state,
})
const kinds = (company: Company, today: string) => due(company, rewards, today).map(({ what }) => what)
const only = (company: Company, today: string, what: string) =>
  outlook(company, rewards, today).filter((each) => each.what === what)

describe('what is due', () => {
  const waiting = carryOut(inRewards(ready(seller(0))), activate, on(day))

  it('is nothing for a company of which nothing is known', () => {
    assert.deepEqual(due(fresh(), rewards, day), [])
  })

  const schedule = {
    '2026-03-08': { what: 'contact-expected', on: '2026-03-09', overdue: false },
    '2026-03-09': { what: 'contact-expected', on: '2026-03-09', overdue: false },
    '2026-03-10': { what: 'contact-expected', on: '2026-03-09', overdue: true },
    '2026-03-12': { what: 'recheck-contact', on: '2026-03-12', overdue: false },
    '2026-03-15': { what: 'recheck-contact', on: '2026-03-12', overdue: true },
    '2026-03-16': { what: 'escalate', on: '2026-03-16', overdue: false },
    '2026-05-01': { what: 'escalate', on: '2026-03-16', overdue: true },
  }
  for (const [today, expected] of Object.entries(schedule))
    it(`is ${expected.what} on ${today}, without any contact`, () => {
      assert.deepEqual(due(waiting, rewards, today), [{ subject: 'listing-optimization', ...expected }])
    })

  it('ends when Microsoft got in touch', () => {
    assert.deepEqual(kinds(carryOut(waiting, update('contacted'), on(day)), '2026-03-16'), [])
  })

  it('is the answer to a technical request, until it came', () => {
    const request = {
      id: 'r1',
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
    } as const
    const asked = carryOut(fresh(), { type: 'RequestTechnicalHelp', request }, on('2026-11-20'))
    const answered = carryOut(asked, { type: 'RecordAnswer', request: 'r1' }, on('2026-11-24'))
    assert.deepEqual(
      [due(asked, rewards, '2026-11-25'), due(answered, rewards, '2026-11-25')],
      [[{ what: 'technical-answer', subject: 'r1', on: '2026-11-24', overdue: true }], []],
    )
  })

  const trial = carryOut(
    carryOut(inRewards(ready(listed('trial'))), activate, on(day)),
    update('contacted'),
    on(day),
  )

  it('is an expiry thirty days ahead, and not thirty-one', () => {
    assert.deepEqual([kinds(trial, '2026-05-02'), kinds(trial, '2026-05-03')], [[], ['expiry']])
  })

  it('is an expiry up to its day', () => {
    assert.deepEqual([kinds(trial, '2026-06-02'), kinds(trial, '2026-06-03')], [['expiry'], []])
  })

  it('is no expiry of what was completed', () => {
    assert.deepEqual(kinds(carryOut(trial, update('completed'), on(day)), '2026-06-01'), [])
  })

  it('is the yearly refresh, once for the company', () => {
    const both = carryOut(
      trial,
      { type: 'ActivateBenefit', benefit: 'press-release-support' },
      on('2026-04-01'),
    )
    assert.deepEqual(only(both, '2027-02-20', 'refresh'), [
      { what: 'refresh', subject: '', on: '2027-03-02', overdue: false },
    ])
  })

  it('is the refresh on its day, and no longer the day after', () => {
    const days = ['2027-03-02', '2027-03-03'].map((today) => only(trial, today, 'refresh').length)
    assert.deepEqual(days, [1, 0])
  })

  it('is no silence about a benefit that has expired meanwhile', () => {
    const forgotten = carryOut(ready(listed('trial')), activate, on(day))
    assert.deepEqual(only(forgotten, '2026-06-03', 'escalate'), [])
  })

  it('is a tenant to look at after one, three and seven days', () => {
    const admin = { ...on(day), by: { ...by, role: 'global-admin' as const } }
    const pending = carryOut(fresh(), { type: 'AssociateTenant', tenant: 'fabrikam.example' }, admin)
    const days = ['2026-03-02', '2026-03-04', '2026-03-05', '2026-03-09'].map(
      (today) => due(pending, rewards, today)[0]?.on,
    )
    assert.deepEqual(days, ['2026-03-03', '2026-03-03', '2026-03-05', '2026-03-09'])
  })

  it('is no tenant that was verified', () => {
    const admin = { ...on(day), by: { ...by, role: 'global-admin' as const } }
    const pending = carryOut(fresh(), { type: 'AssociateTenant', tenant: 'fabrikam.example' }, admin)
    const verified = carryOut(pending, { type: 'VerifyTenant', tenant: 'fabrikam.example' }, on(day))
    assert.deepEqual(due(verified, rewards, '2026-03-09'), [])
  })

  it('is a contact when only that keeps benefits from being activated', () => {
    const company = carryOut(fresh(), { type: 'RecordEligibility', facts: seller(0) }, on(day))
    assert.deepEqual(only(company, '2026-03-03', 'contact-missing'), [
      { what: 'contact-missing', subject: '', on: '2026-03-09', overdue: false },
    ])
  })

  it('is no contact for a company that is not enrolled', () => {
    const facts = seller(0, { enrolled: 'no' })
    const company = carryOut(fresh(), { type: 'RecordEligibility', facts }, on(day))
    assert.deepEqual(only(company, '2026-03-10', 'contact-missing'), [])
  })

  it('is a live offer unnoticed for four weeks', () => {
    const company = ready(seller(0, { liveOfferSince: '2026-02-20' }))
    assert.deepEqual(only(company, day, 'offer-unnoticed'), [
      { what: 'offer-unnoticed', subject: '', on: '2026-03-20', overdue: false },
    ])
  })

  it('is no unnoticed offer while an activation is waited for', () => {
    assert.deepEqual(only(waiting, day, 'offer-unnoticed'), [])
  })
})
