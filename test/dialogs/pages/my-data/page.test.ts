import assert from 'node:assert/strict'
import { assertShows, buttonsOf, headingOf, Rehearsal } from '../../../support/bot/rehearsal.ts'
import { noon, rehearse } from '../../../support/bot/rehearse.ts'
import { ada, contact, type Past, self, situationAfter } from '../../../support/past/situations.ts'

const team = (...members: (typeof ada)[]): Past => ({
  role: 'global-admin',
  commands: [[9, { type: 'NameTeam', members }]],
})
const none: Past = { role: 'global-admin', commands: [] }
const click = async (past: Past, argument: string) => {
  const turn = await rehearse(situationAfter(past), 'en', { value: { run: 'my-data', with: argument } })
  const { roster, person } = turn.situation.documents
  return {
    deletions: (roster?.deletions ?? []).map(({ what }) => what),
    download: person?.download?.of,
    card: turn.sent.at(-1),
  }
}

describe('what a person may have of the company', () => {
  for (const argument of ['company', 'company:yes', 'company-file']) {
    it(`is nothing before there is a team, whatever their role (${argument})`, async () => {
      const { deletions, download, card } = await click(none, argument)
      assert.deepEqual([deletions, download], [[], undefined])
      assert.equal(headingOf(card), 'First, who can act for your company?')
      assert.deepEqual(buttonsOf(card), ['Authorized people'])
    })

    it(`is nothing for who is not authorized, who hears who can (${argument})`, async () => {
      const { deletions, download, card } = await click(team(ada), argument)
      assert.deepEqual([deletions, download], [[], undefined])
      assertShows(card, 'At your company, that’s Ada \\*King\\*')
    })
  }

  it('is all for a member, deleted after a question', async () => {
    assert.deepEqual((await click(team(self), 'company')).deletions, [])
    assert.deepEqual((await click(team(self), 'company:yes')).deletions, ['company'])
    assert.equal((await click(team(self), 'company-file')).download, 'company')
  })

  it('is asked for again when the question is answered', async () => {
    const chat = new Rehearsal(situationAfter(team(self, ada)), noon)
    await chat.say('my data')
    const question = await chat.press('Delete company data')
    await chat.say('authorized people')
    await chat.press('Next', chat.card, { members: 'person-2' })
    await chat.press('Yes, authorize them')
    assertShows(await chat.press('Yes, delete it for everyone', question), 'that’s Ada')
    assert.deepEqual(chat.situation.documents.roster?.deletions ?? [], [])
  })
})

describe('what is kept of a person', () => {
  it('names a guide that is in the midst of its questions', async () => {
    const halfway = { guide: 'associate-tenant', since: noon }
    const situation = situationAfter({ ...none, listening: { halfway } })
    const { sent } = await rehearse(situation, 'en', { text: 'my data' })
    assertShows(sent.at(-1), 'Associate a tenant')
  })
})

describe('what a person may have of themselves', () => {
  it('is all, deleted after a question, for any person', async () => {
    assert.deepEqual((await click(team(ada), 'delete')).deletions, [])
    assert.deepEqual((await click(team(ada), 'delete:yes')).deletions, ['person'])
    assert.equal(headingOf((await click(team(ada), 'file')).card), 'Your data is ready')
  })

  it('says that their role is their own word', async () => {
    assertShows((await click(none, '')).card, 'Global admin (self-declared)')
  })

  it('says in which language, and how they said that they know no role', async () => {
    const { card } = await click({ role: 'unknown', commands: [] }, '')
    assertShows(card, 'English')
    assertShows(card, 'you don’t know it')
  })

  it('has no role of who never said one', async () => {
    const { card } = await click({ commands: [] }, '')
    assert.doesNotMatch(JSON.stringify(card), /know it/)
  })

  it('names the day once when all was recorded in one', async () => {
    const { commands } = team(self)
    const { card } = await click({ commands: [...commands, [9, { type: 'AssignContact', contact }]] }, '')
    assertShows(card, '2 entries, on November')
  })

  it('ignores unknown arguments', async () => {
    const { deletions, card } = await click(team(self), 'delete:no')
    assert.deepEqual([deletions, headingOf(card)], [[], 'What I know about you'])
  })
})
