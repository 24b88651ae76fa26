import assert from 'node:assert/strict'
import type { Command } from '../../../../src/core/company/command.ts'
import type { Facts } from '../../../../src/core/eligibility/facts.ts'
import { listed, rewards, seller } from '../../../core/example.ts'
import { sponsoring, wish } from '../../../core/sponsorship/sponsoring.ts'
import { textOf } from '../../../support/bot/rehearsal.ts'
import { request as technical } from '../../../support/past/situations.ts'
import { enrolledOn, rehearsalOf } from '../../guides/technical-help/rehearsal.ts'

const day = '2026-11-02'
const asks = (request: Extract<Command, { type: 'RequestTechnicalHelp' }>['request']) =>
  [day, { type: 'RequestTechnicalHelp', request }] as const
const update = (on: string, changes: Omit<Extract<Command, { type: 'UpdateRequest' }>, 'type' | 'request'>) =>
  [on, { type: 'UpdateRequest', request: wish.id, ...changes }] as const
const facts = (known: Facts) => [day, { type: 'RecordEligibility', facts: known }] as const

/** My rewards of that day, line by line. */
async function linesOf(
  today: string,
  past: Parameters<typeof rehearsalOf>[1],
  program = sponsoring,
  language: 'en' | 'fr' = 'en',
): Promise<string[]> {
  const talk = rehearsalOf(today, [[day, enrolledOn('2026-10-10')], ...past], { program, language })
  await talk.say(language === 'en' ? 'my rewards' : 'mes avantages')
  return textOf(talk.card).split('\n')
}
const noteUnder = (lines: readonly string[], title: string): string => lines[lines.indexOf(title) + 1] ?? ''

describe('the requests on my rewards', () => {
  const title = 'Azure sponsorship: Fabrikam'

  it('say by when a prepared one has to be sent', async () => {
    const lines = await linesOf('2026-11-10', [asks({ ...wish, state: 'prepared' })])
    assert.equal(
      noteUnder(lines, title),
      'Prepared on November 2, 2026, not sent yet. To be sent by November 30, 2026.',
    )
    assert.ok(lines.includes('Fabrikam: send the request for sponsorship'))
  })

  it('say when the answer to a sent one is expected', async () => {
    const lines = await linesOf('2026-11-10', [asks(wish)])
    assert.equal(
      noteUnder(lines, title),
      'Asked on November 2, 2026. Answer expected by November 11, 2026.\u00a0¹',
    )
  })

  it('say what to do with a returned one, and expect nothing meanwhile', async () => {
    const lines = await linesOf('2026-11-10', [asks(wish), update('2026-11-05', { state: 'returned' })])
    assert.equal(
      noteUnder(lines, title),
      'Asked on November 2, 2026. Sent back for changes: change it, send it again, then tell me.',
    )
  })

  it('expect a new answer to one that was sent again', async () => {
    const lines = await linesOf('2026-11-10', [
      asks(wish),
      update('2026-11-05', { state: 'returned' }),
      update('2026-11-09', { state: 'amended' }),
    ])
    assert.match(
      noteUnder(lines, title),
      /Sent again on November 9, 2026\. Answer expected by November 18, 2026\.\u00a0¹$/,
    )
  })

  it('keep account of a grant, and of what is not known of it', async () => {
    const grant = { amountUsd: 40_000, from: '2026-11-20', usedUsd: 15_000 }
    const known = await linesOf('2026-12-10', [asks(wish), update('2026-11-12', { state: 'granted', grant })])
    assert.equal(
      noteUnder(known, title),
      'Asked on November 2, 2026. $40,000 granted. $15,000 used, $25,000 left. Valid from November 20, 2026 to February 18, 2027.',
    )
    const bare = { amountUsd: 40_000 }
    const unknown = await linesOf('2026-12-10', [
      asks(wish),
      update('2026-11-12', { state: 'granted', grant: bare }),
    ])
    assert.match(
      noteUnder(unknown, title),
      /isn’t known yet\. The first day isn’t known yet, so neither is the end\.$/,
    )
  })

  it('call an interest of before an interest', async () => {
    const { state: _, ...interest } = wish
    const lines = await linesOf('2026-11-10', [asks(interest)])
    assert.equal(noteUnder(lines, 'Fabrikam'), 'Interest noted on November 2, 2026.')
  })

  it('say that technical help was refused or withdrawn', async () => {
    for (const [state, word] of [
      ['refused', 'Refused.'],
      ['withdrawn', 'Withdrawn.'],
    ] as const) {
      const change = { type: 'UpdateRequest', request: technical.id, state } as const
      const lines = await linesOf('2026-11-10', [asks(technical), ['2026-11-03', change]])
      assert.ok(lines.some((line) => line.endsWith(word) && !line.includes('expected')))
    }
  })
})

describe('the allowances on my rewards', () => {
  it('say their ceiling with its certainty, what was granted, and when they end', async () => {
    const grant = { amountUsd: 40_000, from: '2026-11-20', usedUsd: 15_000 }
    const lines = await linesOf('2026-12-10', [
      facts(seller(50_000)),
      asks(wish),
      update('2026-11-12', { state: 'granted', grant }),
    ])
    assert.equal(
      noteUnder(lines, 'Customer deployments'),
      'Up to $400,000 per term in the Grow stage (reported by a third party). Your share of that isn’t published. $40,000 granted, $15,000 used, as recorded here. Whatever is left ends on October 10, 2027.\u00a0²',
    )
    assert.ok(lines.some((line) => /² \[.*reported by a third party/u.test(line)))
  })

  it('are not there in programs without', async () => {
    const lines = await linesOf('2026-12-10', [facts(seller(50_000))], rewards)
    assert.ok(!lines.includes('Customer deployments'))
  })
})

describe('the way to Azure IP co-sell on my rewards', () => {
  it('is a number, with what counts and what else it takes', async () => {
    const lines = await linesOf('2026-12-10', [facts(seller(60_000, { azureConsumptionUsd: 70_000 }))])
    const title = '$30,000 more to Azure IP co-sell: $70,000 of $100,000 in Azure consumption'
    assert.match(noteUnder(lines, title), /never their sum.*SaaS.*co-sell ready.*\$1,000,000 count instead/)
  })

  it('says what is missing for certain, and what is not known', async () => {
    const lines = await linesOf('2026-12-10', [facts(listed('list'))])
    const title = '$100,000 more to Azure IP co-sell: $0 of $100,000 in billed sales'
    assert.match(noteUnder(lines, title), /I don’t know your Azure consumption.*you have none/)
  })

  it('says that the revenue is reached', async () => {
    const lines = await linesOf('2026-12-10', [facts(seller(250_000))])
    assert.ok(lines.some((line) => line.startsWith('Revenue for Azure IP co-sell reached: $250,000')))
  })

  it('speaks French', async () => {
    const lines = await linesOf('2026-12-10', [facts(seller(60_000))], sponsoring, 'fr')
    assert.ok(
      lines.some((line) => /^Encore 40.000.\$US jusqu’à la co-vente Azure IP/.test(line)),
      lines.join('\n'),
    )
  })
})
