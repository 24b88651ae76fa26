import assert from 'node:assert/strict'
import { answerOf } from '../../../../dialogs/guides/check-eligibility/answer.ts'
import type { EnrollmentFacts } from '../../../../src/core/enrollment/enrollment.ts'
import { assertShows, buttonsOf, headingOf, type Rehearsal, textOf } from '../../../support/bot/rehearsal.ts'
import { worldIn } from '../../../support/bot/rehearse.ts'
import { chatInFrontier } from '../../../support/past/frontier-past.ts'
import { contact, facts, type Past } from '../../../support/past/situations.ts'

const lacks = ({ card }: Rehearsal, words: string): void =>
  assert.ok(!textOf(card).includes(words), `“${words}” is in:\n${textOf(card)}`)

/** A Global admin of a company that said what Partner Center shows, and what was recorded since. */
function company(situation: EnrollmentFacts['situation'], since: Past['commands'] = []): Rehearsal {
  return chatInFrontier([[9, { type: 'RecordEnrollment', facts: { situation } }], ...since])
}
const estimated: Past['commands'] = [
  [5, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
]
const withContact: Past['commands'] = [...estimated, [4, { type: 'AssignContact', contact }]]

describe('a company that is not enrolled', () => {
  it('is led to join before it types a contact for nothing', async () => {
    const chat = company('not-enrolled')
    assert.equal(headingOf(await chat.say('marketing contact')), 'Your company isn’t enrolled yet')
    assert.deepEqual(buttonsOf(chat.card), ['Join the program', 'Open Partner Center'])
  })

  it('is led to join before any estimate, when it wants to activate', async () => {
    const chat = company('not-enrolled')
    assert.equal(headingOf(await chat.say('activate benefits')), 'Your company isn’t enrolled yet')
  })

  it('finds the way in on my rewards, and no allowance that ends', async () => {
    const chat = company('not-enrolled', estimated)
    await chat.say('my rewards')
    assert.ok(!buttonsOf(chat.card).includes('Marketing contact'))
    lacks(chat, 'Whatever is left ends')
    assert.equal(headingOf(await chat.press('Open')), 'Does the program fit you?')
  })
})

describe('a company that does not find the page', () => {
  it('is led to look for it from my rewards', async () => {
    const chat = company('page-missing', estimated)
    await chat.say('my rewards')
    assertShows(chat.card, 'The program wasn’t visible in Partner Center')
    assert.equal(headingOf(await chat.press('Find out')), 'Why can’t you see the program?')
  })
})

describe('a company on the no-cost path', () => {
  it('is asked for its offers before it is told that nothing can be activated', async () => {
    const chat = company('no-cost')
    assert.equal(headingOf(await chat.say('activate benefits')), 'First, let’s see what you’re eligible for')
    assert.deepEqual(buttonsOf(chat.card), ['Check eligibility'])
  })

  it('reads that technical consultations belong to Premium, where they do not', async () => {
    const chat = company('no-cost')
    await chat.say('technical help')
    assertShows(chat.card, 'only this path lists technical consultations: Premium')
    const other = company('premium')
    await other.say('technical help')
    lacks(other, 'only this path lists')
  })

  it('reads of which benefit a caution is', async () => {
    const chat = company('no-cost', withContact)
    await chat.say('activate benefits')
    assertShows(chat.card, '**Concierge for software companies**: Only for companies with apps')
  })

  it('is promised nothing that only Marketplace Rewards promised', async () => {
    const chat = company('no-cost', estimated)
    await chat.say('marketing contact')
    assertShows(chat.card, 'It isn’t confirmed that Frontier Accelerate for Marketplace does the same')
    lacks(chat, 'Microsoft’s Rewards team contacts')
    const other = company('no-cost', withContact)
    await other.say('activate benefits')
    await other.press('Next', other.card, { benefits: 'fam-gtm' })
    lacks(other, 'Microsoft says its Rewards team')
    await other.press('Yes, show me how')
    await other.press('Done')
    assert.equal(headingOf(other.card), 'Recorded as activated')
    lacks(other, 'within a week')
    await other.say('follow up on our benefit')
    await other.press('No one has been in touch yet')
    assert.equal(headingOf(other.card), 'Microsoft doesn’t say when')
    lacks(other, 'within a week')
  })

  it('looks for the contact under its benefits', async () => {
    const chat = company('no-cost', withContact)
    await chat.say('marketing contact')
    await chat.press('Next', chat.card, { ...contact, phone: '06 12 34 56 78' })
    assertShows(chat.card, 'Open your benefits in Partner Center and select **Marketing benefits**')
    lacks(chat, 'Open the Marketplace Rewards page')
  })
})

describe('a company that still sees Marketplace Rewards', () => {
  const stillRewards = async () => {
    const chat = company('page-missing', withContact)
    await chat.say('which program')
    await chat.press('Next', chat.card, { situation: 'rewards' })
    return chat
  }

  it('reads what its benefits need now, from a page that is young enough to say so', async () => {
    const chat = await stillRewards()
    assertShows(chat.card, 'now need enrollment in Frontier Accelerate for Marketplace')
    assertShows(chat.card, 'Frontier Accelerate, questions and answers')
    lacks(chat, 'December 2021')
  })

  it('reads it again before it activates one', async () => {
    const chat = await stillRewards()
    assert.equal(headingOf(await chat.say('activate benefits')), 'Which benefits do you want to activate?')
    assertShows(chat.card, 'Partner Center may not let you activate these')
  })
})

describe('the estimate for a company that is on no path yet', () => {
  const columns = (situation: EnrollmentFacts['situation']) => {
    const world = worldIn(company(situation, estimated).situation, 'en')
    return JSON.stringify(answerOf(world).view?.columns)
  }

  it('says which benefits only Premium brings', () => {
    assert.match(columns('not-enrolled'), /Engagement Manager \(Premium only\)/)
    assert.match(columns('page-missing'), /Engagement Manager \(Premium only\)/)
    assert.doesNotMatch(columns('not-enrolled'), /Marketplace go-to-market benefits \(/)
    assert.doesNotMatch(columns('no-cost'), /Engagement Manager/)
    assert.doesNotMatch(columns('premium'), /Premium only/)
  })
})
