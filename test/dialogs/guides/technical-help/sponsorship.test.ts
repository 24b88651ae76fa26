import assert from 'node:assert/strict'
import { stateOf } from '../../../../src/core/requests/request-state.ts'
import { rewards, seller } from '../../../core/example.ts'
import { deal, wish } from '../../../core/sponsorship/sponsoring.ts'
import { assertShows, buttonsOf, headingOf, type Rehearsal, textOf } from '../../../support/bot/rehearsal.ts'
import { inputsIn } from '../../../support/bot/walk.ts'
import { enrolledOn, rehearsalOf } from './rehearsal.ts'

const today = '2026-11-02'
const known = [
  [today, enrolledOn('2026-10-10')],
  [today, { type: 'RecordEligibility', facts: seller(50_000) }],
] as const
const theDeal = { customer: 'Fabrikam', closedOn: '2026-10-01', agreed: 'yes' }
const theValue = { years: '3', annualValue: '500k', totalValue: '1.5M' }
const theAmount = { amount: '40 000', startOn: '2026-11-20', accountTeam: 'Lee', dealId: 'D-1' }
const theTrials = { offer: 'Contoso Cloud', expected: '40', converted: '10' }

describe('asking for Azure sponsorship where the program has rules for it', () => {
  let talk: Rehearsal

  beforeEach(() => {
    talk = rehearsalOf(today, known)
  })

  const toPurpose = async () => {
    await talk.say('technical help')
    await talk.press('Azure sponsorship')
    return talk.press('Next', undefined, { choice: 'ea-active' })
  }
  const toDeal = async () => {
    await toPurpose()
    return talk.press('A customer’s deployment')
  }
  const next = (inputs: object) => talk.press('Next', undefined, inputs)
  const toAmount = async (changes: object = {}) => {
    await toDeal()
    await next(theDeal)
    return next({ ...theValue, ...changes })
  }
  const toChecklist = async (changes: object = {}) => {
    await toAmount()
    return next({ ...theAmount, ...changes })
  }
  const toText = async () => {
    await toChecklist()
    return talk.press('Show me the text')
  }
  const request = () => {
    const [found] = talk.company?.requests ?? []
    return found?.kind === 'sponsorship' ? found : assert.fail('No request is recorded')
  }
  const pasted = () => inputsIn(talk.card?.body).find(({ id }) => id === 'paste')?.value ?? ''

  it('says how much there is at most, how sure that is, and what is not known', async () => {
    await toPurpose()
    assertShows(
      talk.card,
      '**Customer deployments:** Up to $400,000 per term in the Grow stage (reported by a third party).',
    )
    assertShows(talk.card, 'Your share of that isn’t published.')
    assertShows(talk.card, 'Whatever is left ends on October 10, 2027.')
  })

  it('says what channel partners have, on whose word', async () => {
    await toPurpose()
    assertShows(talk.card, 'Channel partners that sell through multiparty offers: up to $200,000 in total')
    assertShows(talk.card, 'said by Microsoft on video')
  })

  it('shows the limits before an amount is typed', async () => {
    await toAmount()
    assertShows(talk.card, 'Per request: $100 to $200,000, in steps of $100.')
    assertShows(talk.card, '$50,000 for this deal: 10% of its annual value.')
    assertShows(talk.card, 'First day: November 16, 2026 to December 2, 2026.')
  })

  it('says that the cap of a term is not stated', async () => {
    await toAmount({ years: '2.5' })
    assertShows(talk.card, 'For a term of 2.5 years, no cap is stated: ask Microsoft.')
  })

  for (const [changes, problem] of [
    [{ amount: '60k' }, 'This deal allows up to $50,000.'],
    [{ amount: '50' }, 'The smallest request is $100.'],
    [{ amount: '40 050' }, 'Enter an amount in steps of $100, such as $40,000.'],
    [{ startOn: '2026-12-20' }, 'Select a day from November 16, 2026 to December 2, 2026.'],
  ] as const)
    it(`answers ${JSON.stringify(changes)} with the rule`, async () => {
      await toChecklist(changes)
      assert.equal(headingOf(talk.card), 'How much, and from when?')
      assertShows(talk.card, problem)
    })

  it('says what it comes to, and what such requests are sent back for, by whose word', async () => {
    await toChecklist()
    for (const words of [
      'Your request · $40,000',
      'Approval · Required from the customer’s account team at Microsoft, as from $35,000 up',
      'Send by · November 30, 2026',
      'After that · About 7 business days',
      'Valid for · 90 days; from which day isn’t defined',
      'ask your Engagement Manager',
      'Check first, according to Microsoft’s pages:',
      'Check first, in our experience:',
      'Source: ',
    ])
      assertShows(talk.card, words)
  })

  it('warns of a deal without agreement, and of an approval that nobody was asked for', async () => {
    await toDeal()
    await next({ ...theDeal, agreed: 'no' })
    await next(theValue)
    await next({ ...theAmount, accountTeam: '' })
    assertShows(talk.card, 'agreed in the negotiation, before the deal closes')
    assertShows(talk.card, 'You named no contact')
  })

  it('asks for no approval below the limit', async () => {
    await toChecklist({ amount: '20k', accountTeam: '' })
    assertShows(talk.card, 'None from the account team; it’s required from $35,000')
    assert.ok(!textOf(talk.card).includes('You named no contact'))
  })

  it('has everything that the form asks for in one text, and marks what is to be filled in', async () => {
    await toText()
    for (const line of [
      'Global Partner ID (PartnerGlobal): (to fill in)',
      'Amount: $40,000',
      'Customer: Fabrikam',
      'Total contract value: $1,500,000',
      'Term in years: 3',
      'Closing day: 2026-10-01',
      'Co-sell deal ID: D-1',
      'Contact on the customer’s account team: Lee',
      'Recipient’s billing account: Enterprise Agreement, active',
    ])
      assert.ok(pasted().split('\n').includes(line), `${line} is not in\n${pasted()}`)
    assert.ok(pasted().includes('Software company (change this if you are a channel partner)'))
  })

  it('records what was sent, and says when it should be set up', async () => {
    await toText()
    await talk.press('It’s sent')
    assert.equal(headingOf(talk.card), 'Your request is recorded as sent')
    assertShows(talk.card, 'until about November 11, 2026')
    const { id: _, by: __, title, description, ...recorded } = request()
    assert.deepEqual([title, description], ['Fabrikam', ''])
    assert.deepEqual(recorded, {
      kind: 'sponsorship',
      agreement: 'ea-active',
      purpose: 'adoption',
      deal,
      amountUsd: 40_000,
      startOn: '2026-11-20',
      accountTeam: 'Lee',
      dealId: 'D-1',
      state: 'sent',
      requestedOn: today,
      answerBy: '2026-11-11',
    })
  })

  it('keeps what is sent later, says by when, and fills it in again', async () => {
    await toText()
    await talk.press('I’ll send it later')
    assert.equal(headingOf(talk.card), 'Your request is saved')
    assertShows(talk.card, 'Send it by November 30, 2026.')
    assertShows(talk.card, 'I’ll remind you on')
    await toDeal()
    const filled = inputsIn(talk.card?.body).map(({ id, value }) => [id, value])
    assert.deepEqual(filled, Object.entries(theDeal))
    await next({})
    await next({})
    await next({ amount: '30k' })
    await talk.press('Show me the text')
    await talk.press('It’s sent')
    assert.equal(talk.company?.requests.length, 1)
    assert.deepEqual([stateOf(request()), request().amountUsd], ['sent', 30_000])
  })

  it('lets a deal that has not closed be prepared, not sent', async () => {
    await toDeal()
    await next({ ...theDeal, closedOn: '2026-11-10' })
    await next(theValue)
    await next({ ...theAmount, startOn: '2026-11-30' })
    await talk.press('Show me the text')
    assertShows(talk.card, 'The deal closes on November 10, 2026.')
    assert.ok(!buttonsOf(talk.card).includes('It’s sent'))
    await talk.press('I’ll send it later')
    assert.equal(stateOf(request()), 'prepared')
  })

  it('ends where the deal closed too long ago', async () => {
    await toDeal()
    await next({ ...theDeal, closedOn: '2026-08-01' })
    assert.equal(headingOf(talk.card), 'It’s too late for this deal')
    assertShows(talk.card, 'within 60 days after closing')
    assert.deepEqual(talk.company?.requests, [])
  })

  it('refuses a second request for a deal, and leads to the first', async () => {
    talk = rehearsalOf(today, [...known, [today, { type: 'RequestTechnicalHelp', request: wish }]])
    await toDeal()
    await next({ ...theDeal, customer: 'fabrikam' })
    assert.equal(headingOf(talk.card), 'This deal already has a request')
    assert.ok(buttonsOf(talk.card).includes('Update a request'))
  })

  it('asks for trials what the form asks for trials', async () => {
    await toPurpose()
    await talk.press('Free trials')
    await next(theTrials)
    assert.ok(!inputsIn(talk.card?.body).some(({ id }) => id === 'dealId'))
    await next({ amount: '5000', startOn: '2026-11-20' })
    assertShows(talk.card, 'None of the trials is for the public sector.')
    await talk.press('Show me the text')
    assert.ok(pasted().includes('Trials expected in three months: 40'))
    await talk.press('It’s sent')
    const { purpose, trials, deal: none } = request()
    assert.deepEqual(
      [purpose, trials, none],
      ['trials', { offer: 'Contoso Cloud', expected: 40, converted: 10 }, undefined],
    )
  })

  it('can be typed from beginning to end', async () => {
    for (const line of [
      'technical help',
      'azure sponsorship',
      'enterprise agreement, active',
      "a customer's deployment",
      'Fabrikam',
      'October 1, 2026',
      'yes',
      '3 years',
      '500k',
      '1.5M',
      '40000',
      'November 20, 2026',
      'next',
      'done',
      "it's sent",
    ])
      await talk.say(line)
    assert.deepEqual([request().amountUsd, stateOf(request())], [40_000, 'sent'])
  })

  it('records nothing for the merely curious', async () => {
    await toPurpose()
    await talk.press('That’s all for now')
    assert.equal(headingOf(talk.card), 'Good to know')
    assert.deepEqual(talk.company?.requests, [])
  })

  it('speaks French', async () => {
    talk = rehearsalOf(today, known, { language: 'fr' })
    await talk.say('aide technique')
    await talk.press('Parrainage Azure')
    await talk.press('Suivant', undefined, { choice: 'ea-active' })
    await talk.press('Un déploiement chez un client')
    await talk.press('Suivant', undefined, theDeal)
    await talk.press('Suivant', undefined, theValue)
    await talk.press('Suivant', undefined, theAmount)
    await talk.press('Voir le texte')
    assert.ok(pasted().includes('Client\u00a0: Fabrikam'))
    await talk.press('Elle est envoyée')
    assertShows(talk.card, '11 novembre 2026')
  })

  it('stays short in classic programs: an interest, noted', async () => {
    talk = rehearsalOf(today, [[today, { type: 'RecordEnrollment', facts: { situation: 'rewards' } }]], {
      program: rewards,
    })
    await talk.say('technical help')
    await talk.press('Azure sponsorship')
    await next({ choice: 'mca' })
    await talk.press('Note our interest')
    assert.equal(headingOf(talk.card), 'Your interest is noted')
    assert.equal(stateOf(request()), 'noted')
  })
})
