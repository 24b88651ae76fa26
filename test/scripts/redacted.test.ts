import assert from 'node:assert/strict'
import { redacted } from '../../scripts/inspect/redacted.ts'
import { newRecipient, type Recipient, type Roster } from '../../src/core/reminders/roster.ts'
import { address } from '../adapters/contract/subject.ts'

const recipient = (): Recipient => ({
  ...newRecipient({ ...address('a:chat'), person: { id: '29:ada', name: 'Ada' } }),
  told: { 'tenant|contoso.example|2026-11-02': { rung: 1, at: 5 } },
  snoozed: { 'contact|blog|2026-11-03': 7 },
})

describe('a document without its people', () => {
  it('shows numbers and notices of a roster, not people', () => {
    const roster: Roster = {
      schema: 1,
      wakeup: { id: 'w', at: 9 },
      people: { '29:ada': recipient(), '29:alan': recipient() },
    }
    const shown = JSON.stringify(redacted(roster))
    assert.ok(!/ada|alan|chat|contoso|blog/i.test(shown), shown)
    assert.match(shown, /"wakeup":\{"id":"…","at":9\}/)
    assert.match(shown, /"people":\{"… 1":.*"told":\{"… 1":\{"rung":1,"at":5\}\},.*"… 2":/)
  })
})
