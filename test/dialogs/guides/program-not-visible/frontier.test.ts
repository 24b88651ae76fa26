import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf, type Rehearsal } from '../../../support/bot/rehearsal.ts'
import { chatInFrontier } from '../../../support/past/frontier-past.ts'

const asked = {
  account: 'Is your company’s global account open?',
  vetting: 'Has Microsoft verified your company?',
  enrolment: 'Is your company enrolled in the program?',
}

describe('not seeing Frontier Accelerate for Marketplace', () => {
  const begun = async (past: Parameters<typeof chatInFrontier>[0] = []) => {
    const chat = chatInFrontier(past)
    chat.role = 'partner-admin'
    await chat.say('I can’t see the program')
    return chat
  }
  /** Answers every question with yes, from the first on, and collects them. */
  const headings = async (chat: Rehearsal, answers: number) => {
    const met = [headingOf(await chat.press('No message, ask me questions'))]
    for (let left = answers; left > 0; left--) met.push(headingOf(await chat.press('Yes')))
    return met
  }

  it('begins with the page where it is', async () => {
    const { card } = await begun()
    assertShows(card, 'Frontier Accelerate for Marketplace')
    assertShows(card, 'up to 5 short questions')
  })

  it('asks in the order of what holds up an enrollment, and for no live offer', async () => {
    const met = await headings(await begun(), 3)
    assert.deepEqual([met[0], met[1], met[3]], [asked.account, asked.vetting, asked.enrolment])
    const chat = await begun()
    await headings(chat, 3)
    assert.ok(!headingOf(await chat.press('Yes')).includes('offer'))
  })

  it('leads to the enrollment of a company that is not enrolled', async () => {
    const chat = await begun()
    await headings(chat, 3)
    const card = await chat.press('No')
    assert.equal(headingOf(card), 'Your company isn’t enrolled')
    assert.ok(buttonsOf(card).includes('Join the program'))
    assert.equal(headingOf(await chat.press('Join the program')), 'Which program are you in?')
  })

  it('does not ask whether a company is enrolled that said on which path it is', async () => {
    const chat = await begun([[3, { type: 'RecordEnrollment', facts: { situation: 'no-cost' } }]])
    assert.ok(!(await headings(chat, 3)).includes(asked.enrolment))
  })
})
