import assert from 'node:assert/strict'
import type { ButtonIntent } from '../../../dialogs/engine/button-intent.ts'
import { clickSchema } from '../../../dialogs/engine/card-data.ts'

const read = (value: unknown) => {
  const click = clickSchema.parse(value)
  return click.kind === 'button' ? click.intent : undefined
}

const intents: readonly ButtonIntent[] = [
  { do: 'open', command: 'my-rewards' },
  { do: 'open', command: 'company.benefit-state', sentence: 'where is our press release' },
  { do: 'continue', guide: 'assign-contact' },
  { do: 'start-afresh', guide: 'assign-contact' },
  { do: 'start-with', guide: 'follow-up', answer: 'a:b' },
  { do: 'detour', guide: 'assign-contact', backTo: 'activate-benefits' },
  { do: 'speak', language: 'fr' },
  { do: 'answer-reminder', verb: 'not-yet', delivery: 'm-1', schedule: 'contact|a:b|2026-01-02' },
  { do: 'list-reminders', from: 12 },
  { do: 'delete-data', of: 'person' },
  { do: 'ask-parting', tenant: 'tenant-2' },
  { do: 'start-named', guide: 'assign-contact', sentence: 'set Marie Dupont as our contact' },
  { do: 'remind-on', delivery: '', schedule: 'tenant|fabrikam.com|2026-11-22', on: '2026-12-07' },
]

describe('a button', () => {
  it('carries what it means, without what a client adds', () => {
    for (const intent of intents) assert.deepEqual(read({ ...intent, msteams: {}, choice: 'x' }), intent)
  })

  it('is nothing of the bot with a part missing or of another kind', () => {
    for (const value of [
      { do: 'open' },
      { do: 'open', command: 'company.tier', sentence: 'x'.repeat(201) },
      { do: 'no-such-thing' },
      { do: 'speak', language: 'xx' },
      { do: 'change-reminders', change: '__proto__' },
      { do: 'list-reminders', from: -1 },
      { do: 'delete-data', of: 'everybody' },
      { do: 'remind-on', delivery: '', schedule: 'tenant|fabrikam.com|2026-11-22', on: 'tomorrow' },
    ])
      assert.equal(clickSchema.safeParse(value).success, false)
  })
})
