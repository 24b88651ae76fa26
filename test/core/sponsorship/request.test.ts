import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import { type Company, companySchema } from '../../../src/core/company/company.ts'
import { decide } from '../../../src/core/company/decide.ts'
import { stateOf } from '../../../src/core/requests/request-state.ts'
import { allowancesOf } from '../../../src/core/sponsorship/allowances.ts'
import { carryOut, fresh, on, ready, rewards, seller } from '../example.ts'
import { asked, deal, granted, sentOn, sponsoring, wish } from './sponsoring.ts'

const request = (changes: object): Command => ({
  type: 'RequestTechnicalHelp',
  request: { ...wish, ...changes },
})
const update = (state: 'sent' | 'granted' | 'used' | 'returned' | 'refused', grant?: object): Command => ({
  type: 'UpdateRequest',
  request: wish.id,
  state,
  ...(grant && { grant: { amountUsd: 40_000, ...grant } }),
})
const at = (day: string) => on(day, sponsoring)
const first = ({ requests }: Company) => requests[0] ?? assert.fail()
const grantOf = (company: Company) => {
  const found = first(company)
  return found.kind === 'sponsorship' ? found.grant : undefined
}

describe('a request for sponsorship', () => {
  it('is expected to be provisioned seven business days after it was sent', () => {
    const { answerBy, requestedOn } = first(asked())
    assert.deepEqual([stateOf(first(asked())), requestedOn, answerBy], ['sent', '2026-11-02', '2026-11-11'])
  })

  it('awaits nothing while it is only prepared', () => {
    const prepared = carryOut(fresh(sponsoring), request({ state: 'prepared' }), at(sentOn))
    assert.deepEqual([stateOf(first(prepared)), first(prepared).answerBy], ['prepared', undefined])
  })

  it('can be prepared anew, then sent, under its id', () => {
    const prepared = carryOut(fresh(sponsoring), request({ state: 'prepared' }), at(sentOn))
    const again = carryOut(prepared, request({ state: 'prepared', amountUsd: 30_000 }), at(sentOn))
    const sent = carryOut(again, update('sent'), at('2026-11-09'))
    const { requests } = sent
    assert.deepEqual([requests.length, stateOf(first(sent)), first(sent).answerBy], [1, 'sent', '2026-11-18'])
  })

  it('is kept as it is when it was sent already', () => {
    assert.deepEqual(decide(asked(), request({ amountUsd: 100 }), at(sentOn)), { events: [] })
  })

  it('is refused for a deal that another request is for, whatever the spelling', () => {
    const second = request({ id: 'wish-2', deal: { ...deal, customer: 'FABRIKAM ' } })
    assert.deepEqual(decide(asked(), second, at(sentOn)), { refused: 'deal-taken', title: 'Fabrikam' })
    const other = request({ id: 'wish-2', deal: { ...deal, closedOn: '2026-10-02' } })
    assert.equal('events' in decide(asked(), other, at(sentOn)), true)
  })

  it('may be made for a deal whose request was refused', () => {
    const refused = carryOut(asked(), update('refused'), at('2026-11-05'))
    assert.equal('events' in decide(refused, request({ id: 'wish-2' }), at('2026-11-06')), true)
  })

  it('is refused by the rule that it breaks', () => {
    assert.deepEqual(decide(fresh(sponsoring), request({ amountUsd: 60_000 }), at(sentOn)), {
      refused: 'sponsorship-rule',
      problem: { code: 'amount-over-cap', mostUsd: 50_000 },
    })
  })

  it('stays a mere interest in programs without rules, and in old records', () => {
    const { deal: _, ...interest } = { ...wish, state: undefined }
    const company = carryOut(fresh(rewards), { type: 'RequestTechnicalHelp', request: interest }, on(sentOn))
    assert.deepEqual([stateOf(first(company)), first(company).answerBy], ['noted', undefined])
    const answered = { ...first(company), answeredOn: sentOn }
    assert.equal(stateOf(first(companySchema.parse({ ...company, requests: [answered] }))), 'answered')
  })
})

describe('a grant', () => {
  it('ends 90 days after its first day', () => {
    assert.deepEqual(grantOf(granted({ amountUsd: 40_000, from: '2026-11-20' })), {
      amountUsd: 40_000,
      from: '2026-11-20',
      until: '2027-02-18',
    })
  })

  it('has no end while its first day is not known, and gets one later', () => {
    const unknown = granted({ amountUsd: 120_000 })
    assert.equal(grantOf(unknown)?.until, undefined)
    const known = update('granted', { amountUsd: 120_000, from: '2026-11-20' })
    assert.equal(grantOf(carryOut(unknown, known, at('2026-11-21')))?.until, '2027-05-19')
  })

  it('stays granted until all of it is used', () => {
    const half = carryOut(
      granted({ amountUsd: 40_000 }),
      update('used', { usedUsd: 15_000 }),
      at('2026-12-01'),
    )
    assert.deepEqual([stateOf(first(half)), grantOf(half)?.usedUsd], ['granted', 15_000])
    const all = carryOut(half, update('used', { usedUsd: 40_000 }), at('2026-12-20'))
    assert.equal(stateOf(first(all)), 'used')
  })

  it('is recorded once', () => {
    const before = granted({ amountUsd: 40_000, from: '2026-11-20' })
    const again = update('granted', { from: '2026-11-20' })
    assert.deepEqual(decide(before, again, at('2026-11-21')), { events: [] })
  })
})

describe('the allowances of a company', () => {
  const grow = (company: Company) => ({ ...company, eligibility: ready(seller(50_000)).eligibility })
  const enrolled = (company: Company) =>
    carryOut(
      company,
      { type: 'RecordEnrollment', facts: { situation: 'premium', enrolledOn: '2026-10-10' } },
      at('2026-11-12'),
    )
  const of = (company: Company) =>
    allowancesOf(company, sponsoring).map(({ purpose, ceiling, ...rest }) => ({
      purpose,
      upToUsd: ceiling?.upToUsd,
      ...rest,
    }))

  it('are none in programs without', () => assert.deepEqual(allowancesOf(fresh(), rewards), []))

  it('have no ceiling while nothing is known of the company', () => {
    assert.deepEqual(of(fresh(sponsoring)), [
      { purpose: 'adoption', upToUsd: undefined, grantedUsd: 0, usedUsd: 0, endsOn: undefined },
      { purpose: 'trials', upToUsd: undefined, grantedUsd: 0, usedUsd: 0, endsOn: undefined },
    ])
  })

  it('have the ceiling of the stage, and what was granted and used of it', () => {
    const company = enrolled(grow(granted({ amountUsd: 40_000, from: '2026-11-20', usedUsd: 5000 })))
    assert.deepEqual(of(company), [
      { purpose: 'adoption', upToUsd: 400_000, grantedUsd: 40_000, usedUsd: 5000, endsOn: '2027-10-10' },
      { purpose: 'trials', upToUsd: 25_000, grantedUsd: 0, usedUsd: 0, endsOn: '2027-10-10' },
    ])
  })

  it('count no grant of an earlier term', () => {
    const company = enrolled(granted({ amountUsd: 40_000, from: '2026-10-01' }))
    assert.equal(of(company)[0]?.grantedUsd, 0)
  })

  it('have the highest ceiling only with a designation and in the highest tier', () => {
    const upTo = (usd: number) => {
      const facts = seller(usd, { softwareDesignation: 'yes' })
      return of({ ...fresh(sponsoring), eligibility: ready(facts, '2026-03-02', sponsoring).eligibility })[0]
        ?.upToUsd
    }
    const top = sponsoring.tiers.at(-1)?.minimumUsd ?? assert.fail()
    assert.deepEqual([upTo(top - 1), upTo(top)], [400_000, 2_000_000])
  })
})
