import assert from 'node:assert/strict'
import { answerOf } from '../../../../dialogs/guides/check-eligibility/answer.ts'
import type { Facts } from '../../../../src/core/eligibility/facts.ts'
import { rewards, seller } from '../../../core/example.ts'
import { sponsoring } from '../../../core/sponsorship/sponsoring.ts'
import { worldIn } from '../../../support/bot/rehearse.ts'
import { rehearsalOf } from '../technical-help/rehearsal.ts'

/** Lines and footnotes of the answer for these facts. */
function answerFor(facts: Facts, program = sponsoring) {
  const { situation, programs } = rehearsalOf(
    '2026-11-02',
    [['2026-11-02', { type: 'RecordEligibility', facts }]],
    {
      program,
    },
  )
  const { view = {}, footnotes = [] } = answerOf(worldIn(situation, 'en', programs && { programs }))
  return { lines: [view.lines].flat().map(String), footnotes: footnotes.map(({ text }) => text) }
}

describe('the distance to Azure IP co-sell in the answer', () => {
  it('is a number with its source, and never adds sales and consumption', () => {
    const { lines, footnotes } = answerFor(seller(60_000, { azureConsumptionUsd: 70_000 }))
    const [first = ''] = lines
    assert.match(
      first,
      /^\*\*\$30,000 more to Azure IP co-sell: \$70,000 of \$100,000 in Azure consumption\*\*/,
    )
    const number = /\*\*\u00a0(.)/.exec(first)?.[1] ?? assert.fail(first)
    assert.ok(footnotes.some((note) => note.startsWith(number) && /\((written|reported)/.test(note)))
  })

  it('names the role that lists a solution, where that is done, and the page that says so', () => {
    const { lines, footnotes } = answerFor(seller(60_000))
    const [, number = assert.fail(lines.join())] =
      /under Referrals > Co-sell solutions: Co-sell solution admin\.\u00a0(.)/.exec(lines[0] ?? '') ?? []
    assert.ok(
      footnotes.some((note) => note.startsWith(number) && note.includes('Verify your co-sell status')),
    )
  })

  it('is not there in programs that say nothing of it', () => {
    assert.ok(!answerFor(seller(60_000), rewards).lines.some((line) => line.includes('co-sell')))
  })
})
