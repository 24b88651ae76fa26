import assert from 'node:assert/strict'
import type { Personality } from '../connector/fake-connector.ts'
import { clickAction } from './card-click.ts'
import type { Entries } from './card-input.ts'
import { findAction, viewCard } from './card-view.ts'

const inputs = [
  {
    type: 'Input.Text',
    id: 'name',
    label: 'Name',
    value: 'Ann',
    isRequired: true,
    errorMessage: 'name please',
  },
  { type: 'Input.Text', id: 'note' },
  { type: 'Input.Toggle', id: 'ok', title: 'OK?' },
  { type: 'Input.Text', id: 'hidden', isVisible: false, value: 'h' },
]

function click(
  action: object,
  personality: Personality = 'playground',
  entries: Entries = {},
  body: object[] = inputs,
) {
  const card = viewCard({
    type: 'AdaptiveCard',
    body,
    actions: [{ type: 'Action.Submit', title: 'Go', ...action }],
  })
  return clickAction(personality, card, findAction(card, 'Go'), entries, '17')
}

function posted(...args: Parameters<typeof click>) {
  const effect = click(...args)
  assert.equal(effect.kind, 'post')
  return effect.kind === 'post' ? effect.deed : assert.fail()
}

describe('a click on a card', () => {
  it('sends the data first, then the inputs in the order of the card, without empty ones, with hidden ones', () => {
    const { value } = posted({ data: { step: 1 } })
    assert.equal(JSON.stringify(value), '{"step":1,"name":"Ann","ok":"false","hidden":"h"}')
  })

  it('lets an input win over the data of the same name', () => {
    assert.deepEqual(Object(posted({ data: { name: 'data' } }).value).name, 'Ann')
  })

  it('keeps the data where the input of the same name is empty', () => {
    assert.deepEqual(Object(posted({ data: { note: 'data' } }).value).note, 'data')
  })

  it('sends only the data, unchecked, when the action takes no inputs', () => {
    const body = [{ ...inputs[0], value: '' }]
    assert.deepEqual(posted({ data: { b: 2 }, associatedInputs: 'none' }, 'teams', {}, body).value, { b: 2 })
  })

  it('posts nothing while an input is wrong, and shows its message', () => {
    assert.deepEqual(click({}, 'teams', { Name: '' }), {
      kind: 'refused',
      errors: [{ id: 'name', message: 'name please' }],
    })
  })

  it('never has a text', () => {
    for (const personality of ['emulator', 'playground', 'teams'] as const) {
      assert.equal(posted({}, personality).text, undefined)
    }
  })

  it('names the message of the card in Playground and Teams, not in Emulator', () => {
    assert.equal(posted({}, 'playground').replyToId, '17')
    assert.equal(posted({}, 'teams').replyToId, '17')
    assert.equal(posted({}, 'emulator').replyToId, undefined)
  })

  it('opens a link without the bot', () => {
    assert.deepEqual(click({ type: 'Action.OpenUrl', url: 'https://example.com/' }), {
      kind: 'opened',
      url: 'https://example.com/',
    })
  })

  it('cannot be made on a disabled button', () => {
    assert.throws(() => click({ isEnabled: false }), /disabled/)
  })

  it('takes the inputs of the ShowCard that it lies in and of the card around, not of another', () => {
    const show = (id: string) => ({
      type: 'Action.ShowCard',
      title: `show ${id}`,
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id, value: id }],
        actions: [{ type: 'Action.Submit', title: `send ${id}` }],
      },
    })
    const body = [{ type: 'Input.Text', id: 'outer', value: 'o' }]
    const card = viewCard({ type: 'AdaptiveCard', body, actions: [show('a'), show('b')] })
    const effect = clickAction('teams', card, findAction(card, 'send b'), {}, '1')
    assert.deepEqual(effect.kind === 'post' && effect.deed.value, { outer: 'o', b: 'b' })
  })

  describe('whose data is a string', () => {
    it('loses data and inputs in Playground', () => {
      assert.deepEqual(posted({ data: 'words' }, 'playground').value, {})
    })

    it('is a text in Emulator, if the card has no inputs', () => {
      const { text, value } = posted({ data: 'words' }, 'emulator', {}, [])
      assert.deepEqual([text, value], ['words', undefined])
    })

    it('posts nothing in Emulator, if the card has inputs', () => {
      assert.equal(click({ data: 'words' }, 'emulator').kind, 'nothing')
    })
  })

  describe('with data for a special Teams button', () => {
    const data = { msteams: { type: 'task/fetch' }, a: 1 }

    it('does nothing in Playground', () => {
      assert.equal(click({ data }, 'playground').kind, 'nothing')
    })

    it('is a plain submit in Emulator, with everything in it', () => {
      assert.deepEqual(posted({ data }, 'emulator', {}, []).value, data)
    })

    it('asks for a dialog in Teams', () => {
      const { type, name, value } = posted({ data }, 'teams', {}, [])
      assert.deepEqual([type, name, Object(value).data], ['invoke', 'task/fetch', data])
    })

    it('says the words of imBack and the text of messageBack in Teams', () => {
      assert.equal(posted({ data: { msteams: { type: 'imBack', value: 'hi' } } }, 'teams').text, 'hi')
      const back = posted({ data: { msteams: { type: 'messageBack', text: 't', value: { v: 1 } } } }, 'teams')
      assert.deepEqual([back.text, back.value], ['t', { v: 1 }])
    })

    it('arrives in the value when it only hides the feedback', () => {
      const feedback = { msteams: { feedback: { hide: true } } }
      assert.deepEqual(posted({ data: feedback }, 'playground', {}, []).value, feedback)
    })
  })

  describe('that executes', () => {
    const action = { type: 'Action.Execute', id: 'go', verb: 'run', data: { k: 1 } }

    it('is an invoke without trigger and id in Playground', () => {
      const { type, name, value, replyToId } = posted(action, 'playground', {}, [])
      assert.deepEqual([type, name, replyToId], ['invoke', 'adaptiveCard/action', '17'])
      assert.deepEqual(value, {
        action: { type: 'Action.Execute', title: 'Go', verb: 'run', data: { k: 1 } },
      })
    })

    it('has trigger and id in Teams', () => {
      const value = Object(posted(action, 'teams', {}, []).value)
      assert.deepEqual([value.trigger, value.action.id], ['manual', 'go'])
    })

    it('carries the inputs in its data', () => {
      assert.equal(Object(posted(action, 'teams').value).action.data.name, 'Ann')
    })

    it('is dead in Emulator', () => {
      assert.equal(click(action, 'emulator').kind, 'nothing')
    })
  })
})
