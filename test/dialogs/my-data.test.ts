import assert from 'node:assert/strict'
import type { Role } from '../../src/core/person.ts'
import { situationAfter } from '../support/situations.ts'
import { thinkOf } from '../support/thought.ts'

const click = (role: Role, argument: string) =>
  thinkOf(situationAfter({ role, commands: [] }), 'en', { value: { run: 'my-data', with: argument } })
const deletionsIn = ({ situation }: Awaited<ReturnType<typeof click>>) =>
  (situation.documents.roster?.deletions ?? []).map(({ what }) => what)
const buttonsIn = ({ sent }: Awaited<ReturnType<typeof click>>) =>
  sent.at(-1)?.actions.map(({ title }) => title) ?? []

describe('what a person may have deleted', () => {
  for (const role of ['other', 'unknown', 'admin-agent'] as const)
    it(`is nothing of the company for ${role}, even by a button that was never shown`, async () => {
      assert.deepEqual(deletionsIn(await click(role, 'company:yes')), [])
      assert.ok(!buttonsIn(await click(role, '')).includes('Delete company data'))
    })

  for (const role of ['partner-admin', 'global-admin', 'account-admin'] as const)
    it(`is all of the company for ${role}, after a question`, async () => {
      assert.ok(buttonsIn(await click(role, '')).includes('Delete company data'))
      assert.deepEqual(deletionsIn(await click(role, 'company')), [])
      assert.deepEqual(deletionsIn(await click(role, 'company:yes')), ['company'])
    })

  it('is their own, after a question, whoever they are', async () => {
    assert.deepEqual(deletionsIn(await click('other', 'delete')), [])
    assert.deepEqual(deletionsIn(await click('other', 'delete:yes')), ['person'])
  })

  it('is nothing by an argument that nobody knows', async () => {
    const thought = await click('global-admin', 'delete:no')
    assert.deepEqual([deletionsIn(thought), thought.sent.length], [[], 1])
  })
})
