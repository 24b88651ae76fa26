import assert from 'node:assert/strict'
import { countLine, factLine } from '../../scripts/facts/fact-lines.ts'
import { listedFacts, overdueSources } from '../../scripts/facts/listed-facts.ts'
import type { Program } from '../../src/core/program/program.ts'
import { type Fact, factsOf } from '../../src/core/program/program-facts.ts'
import { addDays, today } from '../../src/core/time/calendar.ts'
import { loadPrograms } from '../../src/programs/index.ts'

const programs = [...loadPrograms().byId.values()]
const frontier = loadPrograms().of('frontier-accelerate-2026')

/** Surest first. */
const certainties = ['official', 'secondary', 'inferred', 'general', 'unknown']
const rankOf = (certainty: string | undefined) => certainties.indexOf(certainty ?? '')

/** Facts that claim more than their source; a grant may be 'unsure', where pages differ. */
const surerThanSource = (program: Program) =>
  factsOf(program).filter(({ source = '', certainty }) => {
    if (certainty === undefined || certainty === 'unsure') return false
    return rankOf(certainty) < rankOf(program.sources[source]?.certainty)
  })
const changed = (change: (program: Program) => unknown): Program => {
  const program = structuredClone(frontier)
  change(program)
  return program
}
const named = ({ path, value, source, certainty }: Fact) => [path, value, source, certainty]
const factAt = (path: string) => factsOf(frontier).find((fact) => fact.path === path)

describe('the facts of the program files', () => {
  it('are many', () => assert.ok(programs.every((program) => factsOf(program).length > 200)))

  for (const program of programs) {
    it(`have each a source: ${program.id}`, () => {
      const bare = factsOf(program).filter(({ source }) => !source || !program.sources[source])
      assert.deepEqual(bare.map(named), [])
    })

    it(`are none surer than their source: ${program.id}`, () =>
      assert.deepEqual(surerThanSource(program).map(named), []))
  }

  it('have a certainty that is known', () => {
    const strange = programs
      .flatMap(factsOf)
      .filter(({ certainty = 'official' }) => certainty !== 'unsure' && rankOf(certainty) < 0)
    assert.deepEqual(strange.map(named), [])
  })

  it('would be seen where one claims more than its source', () => {
    const boasting = changed(({ tiers, allowances, links, benefits }) => [
      Object.assign(tiers[3] ?? {}, { certainty: 'official' }),
      Object.assign(allowances?.[0] ?? {}, { certainty: 'official' }),
      Object.assign(links.marketingBenefits, { certainty: 'secondary' }),
      Object.assign(benefits[3]?.upTo ?? {}, { certainty: 'official' }),
    ])
    const paths = new Set(surerThanSource(boasting).map(({ path }) => path.split('.').slice(0, 2).join('.')))
    assert.deepEqual(
      [...paths],
      ['tiers.tier-7', 'benefits.fam-incentives', 'links.marketingBenefits', 'allowances.0'],
    )
  })

  it('were looked at again in time, or are at most 45 days late', () =>
    assert.deepEqual(overdueSources(programs, today(Date.now()), 45), []))

  it('would be seen where they are later than that', () => {
    const now = today(Date.now())
    const late = changed(({ sources }) => [
      Object.assign(sources['fam-video'] ?? {}, { lookAgainOn: addDays(now, -46) }),
      Object.assign(sources['fam-grow'] ?? {}, { lookAgainOn: addDays(now, -45) }),
    ])
    assert.deepEqual(overdueSources([late], now, 45), ['frontier-accelerate-2026: fam-video'])
  })

  it('take the source nearest to them, and a citation before all', () => {
    assert.deepEqual(
      [
        'tiers.tier-7.minimumUsd',
        'roles.enroll.global-admin',
        'rules.servicesOnly',
        'enrollment.termMonths',
        'enrollment.renewalNoticeDays',
        'enrollment.paths.premium.yearlyUsd',
        'channelAllowance.upToUsd',
        'coSell.commitmentsUsd',
        'coSell.listedBy.co-sell-solution-admin',
        'enrollment.verifiedBy.compliance-admin',
        'benefits.fam-incentives.upTo.usd',
        'benefits.fam-gtm.recurrence',
        'links.deck.url',
      ].map((path) => named(factAt(path) ?? assert.fail(path)).slice(1)),
      [
        ['8000000', 'fam-grow', 'secondary'],
        ['yes', 'fam-enroll', 'secondary'],
        ['yes', 'fam-eligibility', undefined],
        ['12', 'fam-enroll', undefined],
        ['30, 14, 3, 0', 'own-choice', undefined],
        ['1500', 'fam-faq', undefined],
        ['200000', 'fam-video', 'secondary'],
        ['1000000', 'fam-go-to-market', undefined],
        ['yes', 'co-sell-status', 'secondary'],
        ['yes', 'compliance-page', 'official'],
        ['100000', 'fam-video', 'secondary'],
        ['unpublished', 'fam-grow', 'unknown'],
        ['https://aka.ms/FAM-Resources', 'fam-guide', 'secondary'],
      ],
    )
  })
})

describe('npm run facts', () => {
  const facts = listedFacts([frontier], '2026-12-30')

  it('puts first what has to be looked at again first', () => {
    const days = facts.map(({ lookAgainOn }) => lookAgainOn)
    assert.deepEqual(days, days.toSorted())
    assert.equal(facts[0]?.source, 'fam-video')
  })

  it('prints program, fact, source, date, certainty and that day in one line', () => {
    const fact = facts.find(({ path }) => path === 'allowances.0.upToUsd') ?? assert.fail()
    assert.equal(
      factLine(fact),
      '2026-12-28  secondary  frontier-accelerate-2026  allowances.0.upToUsd = 400000  ' +
        '[Frontier Accelerate briefing: said by Microsoft on video (September 10, 2026), on no page; 2026-09-10]',
    )
  })

  it('shortens what is long', () => {
    const mailboxes = facts.find(({ path }) => path === 'contactRules.sharedMailboxes') ?? assert.fail()
    assert.match(factLine(mailboxes), / = info, contact, .{60,70}… {2}\[/)
  })

  it('counts each certainty, and what is overdue', () => {
    const overdue = facts.filter(({ isOverdue }) => isOverdue)
    assert.ok(overdue.length > 0 && overdue.every(({ source }) => source === 'fam-video'))
    assert.match(
      countLine(facts),
      new RegExp(`^Facts: ${facts.length} \\(secondary \\d+, .*\\)\\. .* by today: ${overdue.length}\\.$`),
    )
    assert.equal(countLine([]), 'Facts: 0 (none). To be looked at again by today: 0.')
  })
})
