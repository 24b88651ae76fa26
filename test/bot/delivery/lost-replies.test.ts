import assert from 'node:assert/strict'
import type { Incoming } from '../../../bot/activity/activity.ts'
import { noteLost } from '../../../bot/delivery/lost-replies.ts'
import type { Delivery } from '../../../src/core/conversation/conversation.ts'
import {
  conversation,
  place as conversationKeysOf,
  delivery,
  type StorePlace,
  start,
  turnKeys,
  write,
} from '../../adapters/contract/subject.ts'
import { makeEmbeddedPlace } from '../../adapters/embedded/place.ts'
import { rehearse, type Situation } from '../../support/bot/rehearse.ts'

const here = { ...conversation(), welcomed: ['person-1'] }
const group = { id: 'chat-1', conversationType: 'groupChat', isGroup: true }
const edited = { channelData: { eventType: 'editMessage' } }
const unanswered: Readonly<Record<string, Partial<Incoming>>> = {
  'a reaction': { type: 'messageReaction' },
  'a sign of typing': { type: 'typing' },
  'a deleted message': { type: 'messageDelete' },
  'a restored message': { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } },
  'an edit in a group': { type: 'messageUpdate', text: 'x', conversation: group, ...edited },
  'a colleague who joins': {
    type: 'conversationUpdate',
    membersAdded: [{ id: 'person-2' }],
    conversation: group,
  },
  'a new name of the group': { type: 'conversationUpdate', membersAdded: [], conversation: group },
  'an upgrade of the app': { type: 'installationUpdate', action: 'add-upgrade' },
}
const lost: Situation = { documents: { conversation: { ...here, lost: true } }, log: [] }

describe('a reply that was lost', () => {
  it('is reported once, before the next answer, with the way to see it', async () => {
    const { texts, sent, situation, outbox } = await rehearse(lost, 'en', { text: 'help' })
    assert.equal(sent.length, 1)
    assert.match(texts.join(), /may not have reached you.*\*\*resume\*\*.*\*\*my rewards\*\*/)
    assert.equal(outbox[0]?.activity.text, texts[0])
    const next = await rehearse(situation, 'en', { text: 'help' })
    assert.deepEqual(next.texts, [])
  })

  it('is reported in French too, in words that the bot understands', async () => {
    const { texts, situation } = await rehearse(lost, 'fr', { text: 'aide' })
    const words = [...(texts[0] ?? '').matchAll(/\*\*(.+?)\*\*/g)].map(([, word]) => word ?? '')
    assert.deepEqual(words, ['reprendre', 'mes récompenses'])
    for (const text of words) {
      const { sent } = await rehearse(situation, 'fr', { text })
      assert.equal(sent.length, 1, text)
    }
  })

  it('shows the open step to who enters what it says', async () => {
    const begun = await rehearse({ documents: {}, log: [] }, 'en', { text: 'technical help' })
    const kept = begun.situation.documents.conversation ?? assert.fail()
    const documents = { ...begun.situation.documents, conversation: { ...kept, lost: true as const } }
    const { texts, sent } = await rehearse({ documents, log: [] }, 'en', { text: 'resume' })
    assert.equal(texts.length, 1)
    assert.deepEqual(sent[0]?.body, begun.sent[0]?.body)
  })

  it('is reported in a group without naming private content', async () => {
    const { texts } = await rehearse(lost, 'en', { text: 'help', conversation: group })
    assert.deepEqual(texts, ['One of my answers may not have reached this chat. Ask again.'])
  })

  it('is reported in a group to the next writer, even if another one', async () => {
    const other = { id: 'person-0', name: 'Zed' }
    const kept = { ...here, person: other.id, address: { ...here.address, person: other } }
    const both = { documents: { conversation: { ...kept, lost: true as const } }, log: [] }
    const { texts, situation } = await rehearse(both, 'en', { text: 'help', conversation: group })
    assert.match(texts.join(), /may not have reached this chat/)
    assert.equal(situation.documents.conversation?.lost, undefined)
  })

  for (const [what, activity] of Object.entries(unanswered))
    it(`is kept for later where the bot has nothing to answer: ${what}`, async () => {
      const { outbox, situation } = await rehearse(lost, 'en', activity)
      assert.deepEqual(outbox, [])
      const next = await rehearse(situation, 'en', { text: 'help' })
      assert.match(next.texts.join(), /may not have reached you/)
    })

  it('is reported after an edit, unless only formatting changed', async () => {
    const said = await rehearse({ documents: {}, log: [] }, 'en', { id: '1', text: 'help' })
    const kept = said.situation.documents.conversation ?? assert.fail()
    const documents = { ...said.situation.documents, conversation: { ...kept, lost: true as const } }
    const edit = { type: 'messageUpdate', id: '1', channelData: { eventType: 'editMessage' } }
    assert.deepEqual((await rehearse({ documents, log: [] }, 'en', { ...edit, text: 'help' })).texts, [])
    const { texts } = await rehearse({ documents, log: [] }, 'en', { ...edit, text: 'my rewards' })
    assert.match(texts.join(), /may not have reached you/)
  })

  it('is reported when the page is reloaded', async () => {
    const { texts } = await rehearse(lost, 'en', { type: 'conversationUpdate' })
    assert.match(texts.join(), /may not have reached you/)
  })

  it('is not reported when the app is removed', async () => {
    const removal = { type: 'installationUpdate', action: 'remove' }
    const { outbox, situation } = await rehearse(lost, 'en', removal)
    assert.deepEqual([outbox, situation.documents.conversation?.lost], [[], true])
  })
})

describe('that a reply was lost', () => {
  let now: number
  let at: StorePlace
  let store: Awaited<ReturnType<StorePlace['open']>>
  let found: Delivery[]

  beforeEach(async () => {
    now = start
    found = []
    at = await makeEmbeddedPlace()
    store = await at.open(() => now)
  })
  afterEach(() => at.discard())

  const note = () =>
    noteLost({ store, newId: () => `${Math.random()}` }, delivery('1'), (some) => found.push(...some))
  const kept = async () => (await store.open(turnKeys())).conversation.value

  it('is kept in its conversation, also over a crash, and nothing else changes', async () => {
    await write(store, { write: { conversation: here } })
    await note()
    await store.close()
    store = await at.open(() => now)
    assert.deepEqual(await kept(), { ...here, lost: true })
  })

  it('is kept once', async () => {
    await write(store, { write: { conversation: here } })
    await note()
    const { version } = (await store.open(turnKeys())).conversation
    await note()
    assert.equal((await store.open(turnKeys())).conversation.version, version)
  })

  it('makes no conversation where there is none', async () => {
    await note()
    assert.equal(await kept(), undefined)
  })

  it('hands over what another process left there', async () => {
    await write(store, { write: { conversation: here }, outbox: [delivery('0'), delivery('1')] })
    await store.release([{ ...conversationKeysOf(), messages: 2 }])
    await note()
    assert.deepEqual(
      found.map(({ id }) => id),
      ['0', '1'],
    )
  })
})
