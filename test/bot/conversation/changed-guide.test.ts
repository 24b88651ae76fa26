import assert from 'node:assert/strict'
import { choice, line } from '../../../dialogs/engine/form.ts'
import { guide } from '../../../dialogs/engine/guide.ts'
import { rehearse, type Situation } from '../../support/bot/rehearse.ts'

const nothing: Situation = { documents: {}, log: [] }
const stamp = (card: string) => ({ answer: { guide: 'assign-contact', step: 'role', card } })

const roleForm = { choice: choice(['partner-admin', 'other']) }
const asked = { card: 'pick-one', section: 'role' } as const
const first = guide('assign-contact', { version: 1 })
  .ask('role', roleForm, asked)
  .ask('person', { choice: line() }, { card: 'pick-one' })
const second = guide('assign-contact', { version: 2 })
  .ask('role', roleForm, asked)
  .ask('someone', { choice: line() }, { card: 'pick-one', section: 'assign-contact.person' })

describe('a guide that changed while in use', () => {
  const half = async () => {
    const begun = await rehearse(nothing, 'en', { value: { run: 'assign-contact' } }, { guides: [first] })
    const card = begun.outbox[0]?.id ?? ''
    return rehearse(
      begun.situation,
      'en',
      { value: { ...stamp(card), choice: 'partner-admin' } },
      { guides: [first] },
    )
  }

  it('starts over politely', async () => {
    const { texts, cards } = await rehearse(
      (await half()).situation,
      'en',
      { text: 'Ann' },
      { guides: [second] },
    )
    assert.ok(texts.some((text) => text.includes('This guide was updated')))
    assert.match(JSON.stringify(cards.at(-1)), /What is your role/)
  })

  it('keeps the answers that still fit', async () => {
    const { cards } = await rehearse((await half()).situation, 'en', { text: 'Ann' }, { guides: [second] })
    assert.match(JSON.stringify(cards.at(-1)), /"value":"partner-admin"/)
  })

  it('drops the answers that do not fit any more', async () => {
    const narrow = guide('assign-contact', { version: 3 }).ask('role', { choice: choice(['other']) }, asked)
    const { cards } = await rehearse((await half()).situation, 'en', { text: 'Ann' }, { guides: [narrow] })
    assert.match(JSON.stringify(cards.at(-1)), /"id":"choice"[^[]*"value":""/)
  })

  it('does not read old answers with the new steps', async () => {
    const reading = guide('assign-contact', { version: 4 })
      .ask('role', { choice: choice(['other']) }, asked)
      .ask(
        'person',
        { choice: line() },
        { card: 'pick-one', view: ({ answers }) => ({ textValues: { role: answers.role.choice } }) },
      )
    const { texts } = await rehearse((await half()).situation, 'en', { text: 'Ann' }, { guides: [reading] })
    assert.ok(texts.some((text) => text.includes('This guide was updated')))
  })

  it('lets the person continue when the guide is gone', async () => {
    const { cards } = await rehearse((await half()).situation, 'en', { text: 'help' }, { guides: [] })
    assert.match(JSON.stringify(cards.at(-1)), /What can I do for you/)
  })

  it('lets the person continue when the step is gone', async () => {
    const shorter = guide('assign-contact', { version: 2 }).ask('role', roleForm, asked)
    const { cards } = await rehearse((await half()).situation, 'en', { text: 'Ann' }, { guides: [shorter] })
    assert.match(JSON.stringify(cards.at(-1)), /What is your role/)
  })
})
