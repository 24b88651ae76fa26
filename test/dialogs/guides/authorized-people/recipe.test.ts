import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf, Rehearsal } from '../../../support/bot/rehearsal.ts'
import { noon } from '../../../support/bot/rehearse.ts'
import { inputsIn } from '../../../support/bot/walk.ts'
import {
  ada,
  ben,
  contact,
  facts,
  type Past,
  self,
  situationAfter,
} from '../../../support/past/situations.ts'

const talk = (past: Past, language: 'en' | 'fr' = 'en') => new Rehearsal(situationAfter(past), noon, language)
const named = (...members: (typeof ada)[]): Past['commands'] => [[5, { type: 'NameTeam', members }]]
const asked: Past['commands'][number] = [2, { type: 'AskForTeam' }, ben]
const idsIn = ({ company }: Rehearsal) => company?.team?.members.map(({ id }) => id)
const pickIn = (chat: Rehearsal) => {
  const [{ value, choices = [] } = { value: undefined }] = inputsIn(chat.card?.body)
  return { value, titles: choices.map(({ title }) => title) }
}

describe('naming the authorized people', () => {
  it('begins with oneself among the colleagues whom the bot knows', async () => {
    const chat = talk({ commands: [], colleagues: [ben, ada] })
    const card = await chat.say('who is on our team?')
    assert.equal(headingOf(card), 'Who can act for your company?')
    assertShows(card, 'So far, everyone can record everything.')
    assert.deepEqual(pickIn(chat), { value: '@me', titles: ['Camille Roy (you)', 'Ada *King*', 'Ben'] })
  })

  it('is recorded when it was confirmed, and says by whom', async () => {
    const chat = talk({ role: 'partner-admin', commands: [], colleagues: [ada] })
    await chat.say('authorized people')
    assertShows(
      await chat.press('Next', chat.card, { members: '@me,person-2' }),
      'Camille Roy and Ada \\*King\\*',
    )
    assert.equal(chat.company?.team, undefined)
    const card = await chat.press('Yes, authorize them')
    assert.equal(headingOf(card), 'Your authorized people are set')
    assertShows(card, 'Recorded by Camille Roy. Role (self-declared, not verified): partner admin.')
    assert.deepEqual(idsIn(chat), ['person-1', 'person-2'])
  })

  it('is kept in a half-done dialog under the id that stored dialogs, drafts and sent cards have', async () => {
    const chat = talk({ commands: [], colleagues: [ada] })
    await chat.say('authorized people')
    const { dialogs } = JSON.parse(JSON.stringify(chat.situation.documents.conversation))
    assert.equal(dialogs.dialogStack[0].id, 'rewards-team')
  })

  it('takes names that are typed', async () => {
    const chat = talk({ commands: [], colleagues: [ada, ben] }, 'fr')
    await chat.say('personnes autorisées')
    await chat.say('Camille Roy et Ben')
    await chat.say('oui')
    assert.deepEqual(idsIn(chat), ['person-1', 'person-3'])
  })

  it('accepts no one outside the list', async () => {
    const chat = talk({ commands: [], colleagues: [ada] })
    await chat.say('authorized people')
    const card = await chat.press('Next', chat.card, { members: '@me,person-9' })
    assert.equal(headingOf(card), 'Who can act for your company?')
    assertShows(card, 'Select one of the options.')
  })

  it('starts from the people of a card, except those deleted meanwhile', async () => {
    const chat = talk({ commands: [], colleagues: [ada] })
    await chat.say('authorized people')
    await chat.press('Next', chat.card, { members: 'person-2' })
    const { roster: _, ...documents } = chat.situation.documents
    chat.situation = { ...chat.situation, documents }
    assert.equal(headingOf(await chat.press('Yes, authorize them')), 'Who can act for your company?')
    assert.equal(chat.company?.team, undefined)
  })
})

describe('an authorized person', () => {
  it('finds the authorized people ticked, also those whom the bot cannot write to, and sees who asked', async () => {
    const chat = talk({ commands: [...named(self, ada), asked] })
    assertShows(await chat.say('authorized people'), 'Select who is authorized.')
    const titles = ['Camille Roy (you)', 'Ada *King*', 'Ben (asked to be authorized)']
    assert.deepEqual(pickIn(chat), { value: '@me,person-2', titles })
  })

  it('answers who asked by naming the authorized people, also the same again', async () => {
    const chat = talk({ commands: [...named(self), asked] })
    await chat.say('authorized people')
    await chat.press('Next', chat.card, { members: '@me' })
    await chat.press('Yes, authorize them')
    assert.deepEqual([idsIn(chat), chat.company?.team?.asked], [['person-1'], []])
  })

  it('is warned before they take themselves off', async () => {
    const chat = talk({ commands: named(self, ada) })
    await chat.say('authorized people')
    const card = await chat.press('Next', chat.card, { members: 'person-2' })
    assertShows(card, 'After you confirm, only the people on it can change it.')
    assertShows(card, 'No longer authorized · Camille Roy')
    await chat.press('Yes, authorize them')
    assert.deepEqual(idsIn(chat), ['person-2'])
  })

  it('is led there by the tasks', async () => {
    const chat = talk({ role: 'partner-admin', commands: [...named(self), asked, ...eligibility] })
    const card = await chat.say('my rewards')
    assertShows(card, 'Someone asked to be authorized')
    assert.equal(headingOf(await chat.press('Answer')), 'Who can act for your company?')
  })

  it('is notified of a request once, with the way to answer', async () => {
    const begun = { halfway: undefined, timeZone: 'UTC' }
    const chat = talk({ commands: [...named(self), asked], listening: begun })
    chat.now = Date.UTC(2026, 10, 23, 12)
    const card = await chat.remind()
    assert.equal(headingOf(card), 'Who else can act for your company?')
    assertShows(card, '**Ben** asked to be authorized.')
    assert.equal(await chat.remind(), undefined)
    await chat.press('Authorized people', card)
    await chat.press('Next', chat.card, { members: '@me,person-3' })
    await chat.press('Yes, authorize them')
    assertShows(chat.results.at(-1), 'Authorized people: Camille Roy and Ben')
  })
})

const eligibility: Past['commands'] = [[1, { type: 'RecordPortalVerdict', verdict: 'eligible' }]]

describe('a person who is not authorized', () => {
  it('sees who is, and can ask to be', async () => {
    const chat = talk({ commands: named(ada, ben) })
    assertShows(await chat.say('authorized people'), '**Ada \\*King\\* and Ben**')
    assertShows(await chat.press('Ask to be authorized'), 'Ada \\*King\\* and Ben will see your request')
    assert.deepEqual(
      chat.company?.team?.asked.map(({ id }) => id),
      ['person-1'],
    )
  })

  it('sees that they asked when they come again', async () => {
    const chat = talk({ commands: named(ada) })
    await chat.say('authorized people')
    await chat.press('Ask to be authorized')
    assert.equal(headingOf(await chat.say('authorized people')), 'You asked to be authorized')
  })

  for (const guide of ['assign contact', 'activate benefits', 'associate tenant'])
    it(`hears who can before anything is asked: ${guide}`, async () => {
      const chat = talk({ commands: named(ada, ben) })
      const card = await chat.say(guide)
      assertShows(card, 'At your company, that’s Ada \\*King\\* and Ben.')
      assert.deepEqual(inputsIn(card.body), [])
      assert.equal(headingOf(await chat.press('Ask to be authorized')), 'You asked to be authorized')
    })

  it('checks the eligibility in the program that the company is in, without being asked for it', async () => {
    const chat = talk({ commands: named(ada) })
    assert.ok(chat.company)
    const { enrollment: _, ...unasked } = chat.company
    chat.situation = { ...chat.situation, documents: { ...chat.situation.documents, company: unasked } }
    assert.equal(headingOf(await chat.say('check eligibility')), 'Do you have a live offer?')
  })

  it('follows up a benefit, but does not withdraw it', async () => {
    const past = situationOf([
      [20, { type: 'ActivateBenefit', benefit: 'press-release-support' }],
      ...named(ada),
    ])
    const chat = new Rehearsal(past, noon)
    await chat.say('follow up')
    assertShows(await chat.press('We no longer want it'), 'that’s Ada')
    await chat.say('follow up')
    await chat.press('Microsoft has been in touch')
    assert.equal(chat.company?.benefits['press-release-support']?.state, 'contacted')
  })

  it('hears who can when they answer the reminder of a tenant, which stays open', async () => {
    const commands: Past['commands'] = [
      [4, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
      ...named(ada),
    ]
    const chat = talk({ role: 'global-admin', listening: { timeZone: 'UTC' }, commands })
    chat.now += 86_400_000
    const card = await chat.remind()
    assertShows(await chat.press('Yes, it’s there', card), 'that’s Ada')
    assert.deepEqual([chat.company?.tenants[0]?.state, chat.results.length], ['pending', 0])
    assert.ok(buttonsOf(chat.card).includes('Ask to be authorized'))
  })
})

const situationOf = (commands: Past['commands']) =>
  situationAfter({ role: 'partner-admin', listening: { follows: true }, commands: [...begun, ...commands] })
const begun: Past['commands'] = [
  [60, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
  [50, { type: 'AssignContact', contact }],
]
