import assert from 'node:assert/strict'
import type { Command } from '../../../../src/core/company/command.ts'
import { stateOf } from '../../../../src/core/requests/request-state.ts'
import { wish } from '../../../core/sponsorship/sponsoring.ts'
import { assertShows, headingOf, type Rehearsal, textOf } from '../../../support/bot/rehearsal.ts'
import { inputsIn } from '../../../support/bot/walk.ts'
import { request as technical } from '../../../support/past/situations.ts'
import { enrolledOn, rehearsalOf } from './rehearsal.ts'

const begun = [['2026-11-02', enrolledOn('2026-10-10')]] as const
const asks = (request: Extract<Command, { type: 'RequestTechnicalHelp' }>['request']) =>
  ['2026-11-02', { type: 'RequestTechnicalHelp', request }] as const

describe('saying where a request stands', () => {
  let talk: Rehearsal

  const about = async (today: string, past: Parameters<typeof rehearsalOf>[1]) => {
    talk = rehearsalOf(today, [...begun, ...past])
    await toNews()
  }
  const toNews = async () => {
    await talk.say('technical help')
    await talk.press('Update a request')
  }
  const tell = (choice: string) => talk.press('Next', undefined, { choice })
  const request = () => talk.company?.requests[0] ?? assert.fail('No request is recorded')
  const inputsOf = (id: string) => inputsIn(talk.card?.body).find((each) => each.id === id)

  describe('about technical help', () => {
    it('offers what can have become of it', async () => {
      await about('2026-11-03', [asks(technical)])
      const titles = inputsOf('choice')?.choices?.map(({ title }) => title)
      assert.deepEqual(titles, [
        'Microsoft got in touch',
        'Microsoft sent it back for changes',
        'Microsoft refused it',
        'We’re withdrawing it',
      ])
    })

    it('says what to do with a request that was sent back, and waits no more', async () => {
      await about('2026-11-03', [asks(technical)])
      await tell('returned')
      assert.equal(headingOf(talk.card), 'Recorded as sent back')
      assertShows(talk.card, 'send it again under the same number')
      assert.ok(!textOf(talk.card).includes('I’ll remind you on'))
      assert.equal(stateOf(request()), 'returned')
    })

    it('begins the answer date anew once it was sent again', async () => {
      await about('2026-11-03', [asks(technical)])
      await tell('returned')
      talk.now += 3 * 86_400_000
      await talk.press('Update a request')
      await tell('amended')
      assert.equal(headingOf(talk.card), 'Recorded as sent again')
      assertShows(talk.card, 'expected by about November 10, 2026')
      assertShows(talk.card, 'I’ll remind you on November 10, 2026.')
    })

    for (const [state, heading, words] of [
      ['refused', 'Recorded as refused', 'ask for it: reply to the email'],
      ['withdrawn', 'Recorded as withdrawn', 'tell Microsoft too'],
      ['answered', 'Noted: Microsoft got in touch', 'I’m no longer waiting'],
    ] as const)
      it(`closes a request that is ${state}`, async () => {
        await about('2026-11-03', [asks(technical)])
        await tell(state)
        assert.equal(headingOf(talk.card), heading)
        assertShows(talk.card, words)
        await talk.say('technical help')
        assert.ok(!talk.card?.actions.some(({ title }) => title === 'Update a request'))
      })
  })

  describe('about sponsorship', () => {
    it('asks what was granted, and says until when it is valid', async () => {
      await about('2026-11-12', [asks(wish)])
      await tell('granted')
      assert.equal(inputsOf('amount')?.value, '40000')
      await talk.press('Next', undefined, { firstDay: '2026-11-20' })
      assert.equal(headingOf(talk.card), 'The grant is recorded')
      assertShows(talk.card, '$40,000 granted.')
      assertShows(talk.card, 'Valid from November 20, 2026 to February 18, 2027.')
      assertShows(talk.card, 'I’ll remind you on')
    })

    it('says that the end is not known while the first day is not', async () => {
      await about('2026-11-12', [asks(wish)])
      await tell('granted')
      await talk.press('Next')
      assertShows(talk.card, 'The first day isn’t known yet, so neither is the end.')
    })

    it('keeps account of what is used and left, up to the grant', async () => {
      await about('2026-11-12', [asks(wish)])
      await tell('granted')
      await talk.press('Next', undefined, { firstDay: '2026-11-20' })
      await toNews()
      await tell('used')
      await talk.press('Next', undefined, { used: '50k' })
      assertShows(talk.card, 'Only $40,000 was granted.')
      await talk.press('Next', undefined, { used: '15k' })
      assertShows(talk.card, '$15,000 used, $25,000 left.')
      await toNews()
      await tell('used')
      await talk.press('Next', undefined, { used: '40k' })
      assert.equal(headingOf(talk.card), 'Recorded as used up')
      assert.equal(stateOf(request()), 'used')
    })

    it('takes a prepared request as sent', async () => {
      await about('2026-11-10', [asks({ ...wish, state: 'prepared' })])
      await tell('sent')
      assert.equal(headingOf(talk.card), 'Recorded as sent')
      assertShows(talk.card, 'by about November 19, 2026')
    })

    it('lets an interest of before be withdrawn', async () => {
      const { state: _, ...interest } = wish
      await about('2026-11-10', [asks(interest)])
      await tell('withdrawn')
      assert.equal(stateOf(request()), 'withdrawn')
    })
  })

  it('asks which request where there are several', async () => {
    talk = rehearsalOf('2026-11-10', [...begun, asks(technical), asks(wish)])
    await toNews()
    assert.equal(headingOf(talk.card), 'Which request is it?')
    await tell(wish.id)
    assertShows(talk.card, 'This is about “Fabrikam”.')
  })
})

describe('the summary of a technical request', () => {
  it('says what such requests are sent back for, before the text is shown', async () => {
    const talk = rehearsalOf('2026-11-10', begun)
    await talk.say('technical help')
    await talk.press('Request technical help')
    const { phase, solution, product, title, description } = technical
    await talk.press('Next', undefined, { phase, solution, product, title, description })
    await talk.press('Next', undefined, { country: 'FR', phone: '06 12 34 56 78', language: 'fr-FR' })
    assert.equal(headingOf(talk.card), 'Is this right?')
    assertShows(talk.card, 'Check first, according to Microsoft’s pages:')
    assertShows(talk.card, '☐ The phone number has its full international dialing code.')
    assertShows(talk.card, 'Check first, in our experience:')
    assertShows(talk.card, '☐ It asks for advice.')
  })
})
