import assert from 'node:assert/strict'
import { noteLost } from '../../../bot/delivery/lost-replies.ts'
import type { Delivery } from '../../../src/core/conversation.ts'
import {
  conversation,
  delivery,
  place as placeOf,
  type StorePlace,
  start,
  turnKeys,
  write,
} from '../../adapters/contract/subject.ts'
import { makeEmbeddedPlace } from '../../adapters/embedded/place.ts'
import { type Situation, thinkOf } from '../../support/thought.ts'

const here = { ...conversation(), welcomed: ['person-1'] }
const lost: Situation = { documents: { conversation: { ...here, lost: true } }, log: [] }

describe('a reply that was lost', () => {
  it('is told of once, before the answer to what comes next, with the way to see it', async () => {
    const { texts, sent, situation, outbox } = await thinkOf(lost, 'en', { text: 'help' })
    assert.equal(sent.length, 1)
    assert.match(texts.join(), /may not have reached you.*\*\*resume\*\*.*\*\*my rewards\*\*/)
    assert.equal(outbox[0]?.activity.text, texts[0])
    const next = await thinkOf(situation, 'en', { text: 'help' })
    assert.deepEqual(next.texts, [])
  })

  it('is told of in French too, in words that the bot understands', async () => {
    const { texts, situation } = await thinkOf(lost, 'fr', { text: 'aide' })
    const words = [...(texts[0] ?? '').matchAll(/\*\*(.+?)\*\*/g)].map(([, word]) => word ?? '')
    assert.deepEqual(words, ['reprendre', 'mes récompenses'])
    for (const text of words) {
      const { sent } = await thinkOf(situation, 'fr', { text })
      assert.equal(sent.length, 1, text)
    }
  })

  it('shows the open step to who enters what it says', async () => {
    const begun = await thinkOf({ documents: {}, log: [] }, 'en', { text: 'technical help' })
    const kept = begun.situation.documents.conversation ?? assert.fail()
    const documents = { ...begun.situation.documents, conversation: { ...kept, lost: true as const } }
    const { texts, sent } = await thinkOf({ documents, log: [] }, 'en', { text: 'resume' })
    assert.equal(texts.length, 1)
    assert.deepEqual(sent[0]?.body, begun.sent[0]?.body)
  })

  it('is told of in a group without naming what is only for the private chat', async () => {
    const group = { id: 'chat-1', conversationType: 'groupChat', isGroup: true }
    const { texts } = await thinkOf(lost, 'en', { text: 'help', conversation: group })
    assert.deepEqual(texts, ['One of my answers may not have reached this chat. Please ask again.'])
  })

  it('is not told of to who removes the app', async () => {
    const removal = { type: 'installationUpdate', action: 'remove' }
    const { outbox, situation } = await thinkOf(lost, 'en', removal)
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
    await store.release([{ ...placeOf(), messages: 2 }])
    await note()
    assert.deepEqual(
      found.map(({ id }) => id),
      ['0', '1'],
    )
  })
})
