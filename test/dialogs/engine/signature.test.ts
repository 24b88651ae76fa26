import assert from 'node:assert/strict'
import type { Role } from '../../../src/core/people/person.ts'
import { assertShows, buttonsOf, headingOf, Rehearsal, textOf } from '../../support/bot/rehearsal.ts'
import { noon } from '../../support/bot/rehearse.ts'
import { contact, facts, type Past, situationAfter } from '../../support/past/situations.ts'

const talk = (past: Past, proven?: Role) => {
  const chat = new Rehearsal(situationAfter(past), noon)
  chat.role = proven
  return chat
}
const known: Past['commands'] = [
  [9, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
]
const assigned: Past['commands'] = [...known, [8, { type: 'AssignContact', contact }]]
const namesAuthorizedPeople = async (chat: Rehearsal) => {
  await chat.say('authorized people')
  await chat.press('Next', chat.card, { members: '@me' })
  return chat.press('Yes, authorize them')
}

describe('a receipt', () => {
  it('calls a declared role unchecked', async () => {
    const card = await namesAuthorizedPeople(talk({ role: 'account-admin', commands: [] }))
    assertShows(card, 'Recorded by Camille Roy. Role (self-declared, not verified): account admin.')
  })

  for (const role of [undefined, 'unknown'] as const)
    it(`says nothing of a role where there is none (${role})`, async () => {
      const card = await namesAuthorizedPeople(talk({ ...(role && { role }), commands: [] }))
      assertShows(card, 'Recorded by Camille Roy.')
      assert.doesNotMatch(textOf(card), /Role/)
    })

  it('says so, too, where something was recorded turns before it', async () => {
    const chat = talk({ role: 'global-admin', commands: [] })
    await chat.say('associate tenant')
    await chat.press('Next', chat.card, { account: 'pga', guest: 'no', tiedElsewhere: 'no' })
    await chat.say('fabrikam.com')
    await chat.say('yes')
    await chat.say('done')
    assert.equal(chat.company?.tenants.length, 1)
    assertShows(await chat.say('later'), 'Recorded by Camille Roy.')
  })

  it('has no signature where nothing was recorded', async () => {
    const chat = talk({
      role: 'partner-admin',
      commands: [...assigned, [3, { type: 'ActivateBenefit', benefit: 'press-release-support' }]],
    })
    await chat.say('follow up')
    const card = await chat.press('No one has been in touch yet')
    assert.doesNotMatch(textOf(card), /Recorded by/)
  })

  it('is signed where a reminder is answered', async () => {
    const commands: Past['commands'] = [[4, { type: 'AssociateTenant', tenant: 'fabrikam.com' }]]
    const chat = talk({ role: 'global-admin', commands, listening: { timeZone: 'UTC' } })
    chat.now += 86_400_000
    const card = await chat.remind()
    assertShows(
      await chat.press('Yes, it’s there', card),
      'Role (self-declared, not verified): global admin.',
    )
  })
})

describe('the role that a directory has', () => {
  it('replaces the declared one on the receipt and in the log, and is not stored for people', async () => {
    const chat = talk({ role: 'other', commands: [] }, 'partner-admin')
    assertShows(
      await namesAuthorizedPeople(chat),
      'Recorded by Camille Roy. Role (from your directory): partner admin.',
    )
    const { by } = chat.situation.log.at(-1) ?? {}
    assert.deepEqual([by?.role, by?.isRoleProven], ['partner-admin', true])
    assert.equal(chat.situation.documents.person?.role, 'other')
  })

  it('is not asked for', async () => {
    assert.equal(
      headingOf(await talk({ commands: known }).say('assign contact')),
      'What is your role in Partner Center?',
    )
    const chat = talk({ commands: known }, 'partner-admin')
    assert.notEqual(headingOf(await chat.say('assign contact')), 'What is your role in Partner Center?')
  })

  it('refuses for good: declaring another changes nothing', async () => {
    const card = await talk({ role: 'partner-admin', commands: known }, 'other').say('assign contact')
    assert.equal(headingOf(card), 'Your role can’t do this')
    assert.ok(!buttonsOf(card).includes('I have a different role'))
  })

  it('is shown as such in my data and in the history, a declared one as declared', async () => {
    const chat = talk({ role: 'partner-admin', commands: known }, 'global-admin')
    await namesAuthorizedPeople(chat)
    assertShows(await chat.say('my data'), 'Global admin (from your directory)')
    const history = await chat.say('history')
    assertShows(history, 'Camille Roy, global admin · ')
    assertShows(history, 'Camille Roy, partner admin (self-declared) · ')
  })
})
