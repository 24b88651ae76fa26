import assert from 'node:assert/strict'
import { conversation } from '../../adapters/contract/subject.ts'
import { headingOf } from '../../support/bot/rehearsal.ts'
import { rehearse, type Situation } from '../../support/bot/rehearse.ts'

const arrival = { type: 'conversationUpdate', membersAdded: [{ id: 'person-1' }] }
const greetedAs = (...welcomed: string[]): Situation => ({
  documents: { conversation: { ...conversation(), welcomed } },
  log: [],
})

describe('a person who was greeted in a private chat before', () => {
  for (const account of ['person-1', '29:person-1', 'bot-1', 'entra-1'])
    it(`is not greeted again where an earlier version kept the account ${account}`, async () => {
      const { cards } = await rehearse(greetedAs(account), 'en', arrival)
      assert.deepEqual(cards, [])
    })

  it('is greeted once, whichever account the channel names', async () => {
    const first = await rehearse(greetedAs(), 'en', {
      ...arrival,
      from: { id: 'bot-1', name: 'Bot' },
      membersAdded: [{ id: 'bot-1' }],
    })
    assert.deepEqual(first.sent.map(headingOf), ['Hello, I’m Rewards Guide'])
    const { sent } = await rehearse(first.situation, 'en', arrival)
    assert.deepEqual(sent, [])
  })

  it('is greeted where only the others of the chat were, as long as it counted as a group', async () => {
    const { sent } = await rehearse(greetedAs('*'), 'en', arrival)
    assert.deepEqual(sent.map(headingOf), ['Hello Camille Roy, I’m Rewards Guide'])
  })

  it('is no reason not to greet the group that the chat turns out to be', async () => {
    const group = { id: 'chat-1', conversationType: 'groupChat', isGroup: true }
    const event = { ...arrival, membersAdded: [{ id: 'bot-1' }], conversation: group }
    const { sent } = await rehearse(greetedAs('person-1'), 'en', event)
    assert.equal(sent.length, 1)
  })
})
