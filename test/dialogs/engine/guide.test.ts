import assert from 'node:assert/strict'
import { choice, line } from '../../../dialogs/engine/form.ts'
import { guide, part } from '../../../dialogs/engine/guide.ts'
import { rehearse, type Situation } from '../../support/bot/rehearse.ts'

const nothing: Situation = { documents: {}, log: [] }
const roleForm = { choice: choice(['partner-admin', 'other']) }
const personForm = { choice: line() }
const asked = { card: 'pick-one', section: 'role' } as const

const person = part('assign-contact')
  .given('role', roleForm)
  .askIf('person', ({ answers }) => answers.role.choice === 'other', personForm, { card: 'pick-one' })
const whole = guide('assign-contact', { version: 1 })
  .ask('role', roleForm, asked)
  .include(person)
  .end('receipt')

describe('a part of a guide', () => {
  const answer = async (role: string) => {
    const begun = await rehearse(nothing, 'en', { value: { run: 'assign-contact' } }, { guides: [whole] })
    const stamp = { guide: 'assign-contact', step: 'role', card: begun.outbox[0]?.id ?? '' }
    return rehearse(begun.situation, 'en', { value: { answer: stamp, choice: role } }, { guides: [whole] })
  }

  it('adds its steps where it is included', () => {
    const ids = whole.steps.flatMap((step) => ('id' in step ? [step.id] : []))
    assert.deepEqual(ids, ['role', 'person', 'receipt'])
  })

  it('sees the answers before it', async () => {
    const { cards } = await answer('other')
    assert.match(JSON.stringify(cards.at(-1)), /"step":"person"/)
  })

  it('refuses a guide that does not ask before it what it goes on from', () => {
    const early = guide('assign-contact', { version: 1 })
    assert.throws(() => early.include(person), /asks no "role"/)
    assert.throws(() => early.include(person).ask('role', roleForm, asked), /asks no "role"/)
  })
})
