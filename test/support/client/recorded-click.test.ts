import assert from 'node:assert/strict'
import { cardMessage } from '../bot/scripted-bot.ts'
import { findRecordedClick } from './recorded-click.ts'

const card = (...actions: object[]) => ({
  type: 'message',
  ...cardMessage({ body: [{ type: 'Input.Text', id: 'name' }], actions }),
})
const button = (title: string, data?: object) => ({ type: 'Action.Submit', title, ...(data ? { data } : {}) })
const submit = (value: object) => ({ type: 'message', value })

describe('the click behind a recorded submit', () => {
  it('is on the button whose data was sent', () => {
    const shown = card(button('Bare'), button('One', { n: 1 }), button('Two', { n: 2 }))
    const click = findRecordedClick([shown, submit({ n: 2, name: 'Ann' })], 1)
    assert.deepEqual([click.label, click.actionIndex, click.entries], ['Two', 2, { name: 'Ann' }])
  })

  it('is on the latest card that has such a button', () => {
    const click = findRecordedClick(
      [card(button('Go', { n: 1 })), card(button('Go', { n: 1 })), submit({ n: 1 })],
      2,
    )
    assert.equal(click.cardIndex, 1)
  })

  it('is on an older card when no button of the latest accounts for all that was sent', () => {
    const click = findRecordedClick(
      [card(button('Old', { n: 1 })), card(button('Bare')), submit({ n: 1 })],
      2,
    )
    assert.deepEqual([click.cardIndex, click.label], [0, 'Old'])
  })

  it('empties again what was empty then', () => {
    assert.deepEqual(findRecordedClick([card(button('Go', { n: 1 })), submit({ n: 1 })], 1).entries, {
      name: '',
    })
  })

  it('is on a button that executes when an invoke was recorded', () => {
    const execute = { type: 'Action.Execute', title: 'Run', data: { n: 1 } }
    const value = { action: { type: 'Action.Execute', data: { n: 1 } } }
    const click = findRecordedClick([card(button('Go', { n: 1 }), execute), { type: 'invoke', value }], 1)
    assert.equal(click.label, 'Run')
  })

  it('cannot be found without such a card', () => {
    assert.throws(
      () => findRecordedClick([card(button('Go', { n: 1 })), submit({ n: 2 })], 1),
      /No card before activity 1/,
    )
  })
})
