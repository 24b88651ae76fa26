import assert from 'node:assert/strict'
import type { Situation } from '../../../../src/core/program/program-vocabulary.ts'
import { assertShows, buttonsOf, headingOf, type Rehearsal } from '../../../support/bot/rehearsal.ts'
import { inputsIn } from '../../../support/bot/walk.ts'
import { chatInFrontier } from '../../../support/past/frontier-past.ts'
import { ada } from '../../../support/past/situations.ts'

const filledIn = ({ card }: Rehearsal, id: string) =>
  inputsIn(card?.body).find((each) => each.id === id)?.value
const answers = (chat: Rehearsal, situation: Situation, enrolledOn = '') =>
  chat.press('Next', chat.card, { situation, enrolledOn })

describe('which program a company is in', () => {
  const asked = async (past: Parameters<typeof chatInFrontier>[0] = []) => {
    const chat = chatInFrontier(past)
    await chat.say('which program are we in?')
    return chat
  }

  for (const [situation, program, said, way] of [
    ['no-cost', 'frontier-accelerate-2026', 'Renew once, for $0', 'Check eligibility'],
    ['premium', 'frontier-accelerate-2026', 'in the 30 days before each anniversary', 'Check eligibility'],
    ['rewards', 'marketplace-rewards-2024', 'now need enrollment', 'Join the program'],
    ['not-enrolled', 'frontier-accelerate-2026', 'no-cost path is free', 'Join the program'],
    ['page-missing', 'frontier-accelerate-2026', 'check the account', 'I can’t see the program'],
  ] as const)
    it(`is noted, with what it means and where to go on: ${situation}`, async () => {
      const chat = await asked()
      const card = await answers(chat, situation)
      assert.equal(headingOf(card), 'Noted')
      assertShows(card, said)
      assert.equal(buttonsOf(card)[0], way)
      assert.deepEqual([chat.company?.enrollment?.situation, chat.company?.program], [situation, program])
    })

  it('is shown where to look', async () => {
    const { card } = await asked()
    for (const words of [
      'under **Membership**',
      '▸ Membership',
      'Frontier Accelerate for Marketplace',
      'Your path',
    ])
      assertShows(card, words)
  })

  it('has a day from which its dates are counted', async () => {
    const chat = await asked()
    assertShows(await answers(chat, 'premium', '2026-10-05'), 'Dates are counted from October 5, 2026.')
    assert.equal(chat.company?.enrollment?.enrolledOn, '2026-10-05')
  })

  it('has no day without an enrollment, and none that is still to come', async () => {
    const chat = await asked()
    assertShows(await answers(chat, 'no-cost', '2026-12-24'), 'That day is in the future')
    await answers(chat, 'not-enrolled', '2026-10-05')
    assert.equal(chat.company?.enrollment?.enrolledOn, undefined)
  })

  it('begins with what was recorded, and may change', async () => {
    const chat = await asked([
      [3, { type: 'RecordEnrollment', facts: { situation: 'no-cost', enrolledOn: '2026-10-05' } }],
    ])
    assert.deepEqual([filledIn(chat, 'situation'), filledIn(chat, 'enrolledOn')], ['no-cost', '2026-10-05'])
    await answers(chat, 'premium', '2026-10-05')
    assert.equal(chat.company?.enrollment?.situation, 'premium')
  })

  it('does not end the wait for a form that was sent', async () => {
    const chat = await asked([
      [3, { type: 'RecordEnrollment', facts: { situation: 'not-enrolled', submittedOn: '2026-11-20' } }],
    ])
    await answers(chat, 'not-enrolled')
    assert.equal(chat.company?.enrollment?.submittedOn, '2026-11-20')
    await chat.say('which program are we in?')
    await answers(chat, 'no-cost', '2026-11-21')
    assert.equal(chat.company?.enrollment?.submittedOn, undefined)
  })

  it('is said by authorized people, once there are any', async () => {
    const chat = await asked([[2, { type: 'NameTeam', members: [ada] }]])
    assert.equal(headingOf(chat.card), 'Only authorized people can do this')
  })
})
