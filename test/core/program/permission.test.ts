import assert from 'node:assert/strict'
import { permission } from '../../../src/core/program/permission.ts'
import { frontier, rewards, rewards2023 } from '../example.ts'

const answer = (...given: Parameters<typeof permission>) => permission(...given).answer

describe('a role', () => {
  it('of partner admin may activate benefits', () => {
    assert.equal(answer(rewards, 'activateBenefit', 'partner-admin'), 'yes')
  })

  it('of Global admin could open the page in 2023, unconfirmed since', () => {
    const answers = [rewards2023, rewards].map((program) =>
      answer(program, 'checkEligibility', 'global-admin'),
    )
    assert.deepEqual(answers, ['yes', 'unsure'])
  })

  it('of Admin agent may open the page, unconfirmed for activating', () => {
    assert.deepEqual(
      [answer(rewards, 'checkEligibility', 'admin-agent'), answer(rewards, 'activateBenefit', 'admin-agent')],
      ['yes', 'unsure'],
    )
  })

  it('of partner admin may not associate a tenant', () => {
    assert.equal(answer(rewards, 'associateTenant', 'partner-admin'), 'no')
  })

  it('is irrelevant for technical help', () => {
    assert.equal(answer(rewards, 'requestTechnicalHelp', 'other'), 'yes')
  })

  it('that is undeclared is neither allowed nor refused', () => {
    assert.deepEqual(
      [answer(rewards, 'activateBenefit', undefined), answer(rewards, 'activateBenefit', 'unknown')],
      ['undeclared', 'undeclared'],
    )
  })

  it('is unsure for every action that the new program has not confirmed', () => {
    assert.equal(answer(frontier, 'activateBenefit', 'partner-admin'), 'unsure')
  })
})
