import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import { stateOf } from '../../../src/core/requests/request-state.ts'
import { at } from '../../core/example.ts'
import { wish } from '../../core/sponsorship/sponsoring.ts'
import { assertShows, buttonsOf, headingOf, type Rehearsal, textOf } from '../../support/bot/rehearsal.ts'
import { enrolledOn, rehearsalOf } from '../guides/technical-help/rehearsal.ts'

const asks = (state: 'sent' | 'prepared', day = '2026-11-02') =>
  [day, { type: 'RequestTechnicalHelp', request: { ...wish, state } }] as const
const grants: Command = {
  type: 'UpdateRequest',
  request: wish.id,
  state: 'granted',
  grant: { amountUsd: 40_000, from: '2026-11-20' },
}

describe('a reminder about sponsorship', () => {
  let talk: Rehearsal

  /** The reminder of that day, if any. */
  const on = async (day: string, past: Parameters<typeof rehearsalOf>[1]) => {
    talk = rehearsalOf(day, past)
    talk.now = at(day)
    return talk.remind()
  }

  it('says by when a prepared request has to be sent, by which rule and on whose word', async () => {
    const card = await on('2026-11-27', [asks('prepared')])
    assert.equal(headingOf(card), 'Send the request for Fabrikam by November 30, 2026')
    assertShows(card, 'within 60 days after the closing')
    assertShows(card, 'Source: ')
    assert.deepEqual(buttonsOf(card).slice(0, 2), ['It’s sent', 'Azure sponsorship'])
  })

  it('says of several by when each has to be seen to: the request, the end of a grant and that of the allowance', async () => {
    const sold = { ...wish.deal, customer: 'Northwind', closedOn: '2026-08-20' }
    const other = { ...wish, id: 'other', title: 'Northwind', startOn: '2026-09-20', deal: sold }
    const card = await on('2026-11-27', [
      ['2026-02-25', enrolledOn('2026-02-25')],
      ['2026-09-01', { type: 'RequestTechnicalHelp', request: { ...other, state: 'sent' } }],
      [
        '2026-09-12',
        {
          type: 'UpdateRequest',
          request: 'other',
          state: 'granted',
          grant: { amountUsd: 40_000, from: '2026-09-12' },
        },
      ],
      asks('prepared'),
    ])
    assert.equal(headingOf(card), '3 items need your attention')
    for (const day of ['November 30, 2026', 'December 11, 2026', 'February 25, 2027'])
      assertShows(card, `by ${day}`)
    assert.doesNotMatch(textOf(card), /since/)
  })

  it('takes the request as sent by its button, and names the next day', async () => {
    await on('2026-11-27', [asks('prepared')])
    await talk.press('It’s sent')
    assert.equal(headingOf(talk.card), 'Recorded as sent')
    assertShows(talk.card, 'by about December 8, 2026')
    assert.equal(stateOf(talk.company?.requests[0] ?? assert.fail()), 'sent')
    assert.deepEqual(talk.results.map(headingOf), ['Fabrikam: send the request for sponsorship'])
  })

  it('is silent once the last day has passed', async () => {
    assert.equal(await on('2026-12-01', [asks('prepared')]), undefined)
  })

  it('asks for the answer about the day on which sponsorship is set up, which it calls about', async () => {
    const card = await on('2026-11-11', [asks('sent')])
    assert.equal(headingOf(card), 'Has Microsoft answered about Fabrikam?')
    assertShows(card, 'about 7 business days')
    await talk.press('Not yet')
    assert.equal(headingOf(talk.card), 'Let’s see where it’s stuck')
    assertShows(talk.card, 'Requests of $35,000 or more')
    assertShows(talk.card, 'I’ll ask you again on November 18, 2026.')
  })

  it('leads from the question to the news', async () => {
    await on('2026-11-11', [['2026-11-02', enrolledOn('2026-11-02')], asks('sent')])
    await talk.press('Update a request')
    assert.equal(headingOf(talk.card), 'Where does the request stand?')
  })

  it('leads there also where the program has to be asked first', async () => {
    await on('2026-11-11', [asks('sent')])
    await talk.press('Update a request')
    assert.equal(headingOf(talk.card), 'Which program are you in?')
    await talk.press('Next', undefined, { situation: 'premium' })
    assert.equal(headingOf(talk.card), 'Where does the request stand?')
  })

  it('warns before a grant ends, and says that the day is our count', async () => {
    const card = await on('2027-02-15', [asks('sent'), ['2026-11-12', grants]])
    assert.equal(headingOf(card), 'The sponsorship for Fabrikam ends on February 18, 2027')
    assertShows(card, 'We counted from the first day')
    assertShows(card, 'Usage after the end is billed as usual.')
  })

  it('warns before the allowance ends, and says that what is left is not published', async () => {
    const returned: Command = { type: 'UpdateRequest', request: wish.id, state: 'returned' }
    const past = [['2026-11-02', enrolledOn('2026-10-12')], asks('sent'), ['2026-11-05', returned]] as const
    // Before the notices of the renewal.
    const card = await on('2027-08-13', past)
    assert.equal(headingOf(card), 'Your sponsorship allowance ends on October 12, 2027')
    assertShows(card, 'nothing carries over')
    assertShows(card, 'How much is left isn’t published')
    assert.equal(buttonsOf(card)[0], 'Azure sponsorship')
  })
})
