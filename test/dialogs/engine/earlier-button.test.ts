import assert from 'node:assert/strict'
import type { ButtonIntent, Steer } from '../../../dialogs/engine/button-intent.ts'
import { clickSchema } from '../../../dialogs/engine/card-data.ts'

const read = (value: unknown) => {
  const click = clickSchema.parse(value)
  return click.kind === 'button' ? click.intent : undefined
}

/** Data of buttons on cards that are still in chats, with the intent of each. */
const earlier: readonly (readonly [string, string | undefined, ButtonIntent])[] = [
  ['my-rewards', undefined, { do: 'open', command: 'my-rewards' }],
  ['assign-contact', undefined, { do: 'open', command: 'assign-contact' }],
  ['assign-contact', 'continue', { do: 'continue', guide: 'assign-contact' }],
  ['assign-contact', 'fresh', { do: 'start-afresh', guide: 'assign-contact' }],
  [
    'assign-contact',
    'then:activate-benefits',
    { do: 'detour', guide: 'assign-contact', backTo: 'activate-benefits' },
  ],
  ['follow-up', 'for:a:b', { do: 'start-with', guide: 'follow-up', answer: 'a:b' }],
  ['resume', undefined, { do: 'resume' }],
  ['forget', 'assign-contact', { do: 'forget', guide: 'assign-contact' }],
  ['start-over', undefined, { do: 'open', command: 'start-over' }],
  ['start-over', 'yes', { do: 'start-over' }],
  ['language', 'fr', { do: 'speak', language: 'fr' }],
  ['language', 'xx', { do: 'open', command: 'language' }],
  [
    'reminder',
    'not-yet:m-1:contact|a:b|2026-01-02',
    { do: 'answer-reminder', verb: 'not-yet', delivery: 'm-1', schedule: 'contact|a:b|2026-01-02' },
  ],
  ['reminder', 'show::x', { do: 'answer-reminder', verb: 'show', delivery: '', schedule: 'x' }],
  ['reminder', 'no-such-verb:m:x', { do: 'open', command: 'reminder' }],
  ['reminders', 'stop', { do: 'change-reminders', change: 'stop' }],
  ['reminders', 'from:12', { do: 'list-reminders', from: 12 }],
  ['reminders', 'from:-1', { do: 'open', command: 'reminders' }],
  ['history', '24', { do: 'list-history', until: 24 }],
  ['history', '-1', { do: 'open', command: 'history' }],
  ['my-data', 'file', { do: 'download-data', of: 'person' }],
  ['my-data', 'company-file', { do: 'download-data', of: 'company' }],
  ['my-data', 'delete', { do: 'ask-deletion', of: 'person' }],
  ['my-data', 'company', { do: 'ask-deletion', of: 'company' }],
  ['my-data', 'delete:yes', { do: 'delete-data', of: 'person' }],
  ['my-data', 'company:yes', { do: 'delete-data', of: 'company' }],
  ['my-data', 'constructor', { do: 'open', command: 'my-data' }],
  ['other-tenants', 'code', { do: 'invite-tenant' }],
  ['other-tenants', 'part:tenant-2', { do: 'ask-parting', tenant: 'tenant-2' }],
  ['other-tenants', 'part-yes:tenant-2', { do: 'part-tenant', tenant: 'tenant-2' }],
]

describe('a button of a card that was sent before intents', () => {
  for (const [run, argument, meant] of earlier)
    it(`means the same: ${run}, ${argument ?? 'nothing more'}`, () => {
      assert.deepEqual(read({ run, ...(argument !== undefined && { with: argument }) }), meant)
    })

  it('is nothing of the bot with anything but text', () => {
    for (const value of [{ run: 5 }, { run: 'reminders', with: {} }, {}, null])
      assert.equal(clickSchema.safeParse(value).success, false)
  })
})

const stamp = { guide: 'assign-contact', step: 'summary', card: 'card-1' }
const steered = (go: unknown) => {
  const { data } = clickSchema.safeParse({ answer: stamp, go, name: 'Ann' })
  return data?.kind === 'answer' ? data.go : undefined
}

/** Where buttons of questions led on cards that are still in chats, with the same of today. */
const earlierSteers: readonly (readonly [string, Steer])[] = [
  ['back', { do: 'back' }],
  ['cancel', { do: 'cancel' }],
  ['edit:form', { do: 'edit', step: 'form' }],
  ['edit:edit:form', { do: 'edit', step: 'edit:form' }],
  ['no-such-way', { do: 'edit', step: 'no-such-way' }],
  ['', { do: 'edit', step: '' }],
]

describe('a button of a question, on a card that was sent before its ways had a type', () => {
  for (const [go, meant] of earlierSteers)
    it(`leads to the same: ${go || 'nothing'}`, () => assert.deepEqual(steered(go), meant))
})

describe('a button of a question', () => {
  it('carries where it leads, without what a client adds', () => {
    for (const [, go] of earlierSteers) assert.deepEqual(steered({ ...go, msteams: {} }), go)
  })

  it('is an answer where it leads nowhere else', () => {
    const click = clickSchema.parse({ answer: stamp, name: 'Ann' })
    assert.deepEqual(click, { kind: 'answer', stamp, go: undefined, values: { name: 'Ann' } })
  })

  it('is nothing of the bot with a part missing or of another kind', () => {
    for (const go of [
      5,
      null,
      {},
      { do: 'edit' },
      { do: 'open', command: 'help' },
      { do: 'edit', step: 5 },
      ['back'],
    ])
      assert.equal(clickSchema.safeParse({ answer: stamp, go }).success, false)
  })
})
