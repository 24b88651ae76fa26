import assert from 'node:assert/strict'
import { languages } from '../../locales/index.ts'
import { startBot } from '../support/bot/running-bot.ts'
import type { FakeConversation } from '../support/connector/fake-conversation.ts'
import { recordsOf } from '../support/past/company-past.ts'
import { hardSpaces } from '../support/recorded/hard-spaces.ts'
import { htmlTwin } from '../support/recorded/html-twin.ts'
import { invisibleCharacters } from '../support/recorded/invisible-characters.ts'
import { namelessClick } from '../support/recorded/nameless-click.ts'
import { type Shape, shaped } from '../support/recorded/shape.ts'
import { withoutLocale } from '../support/recorded/without-locale.ts'
import { GuidedPerson } from './guided-person.ts'
import { livePast } from './past.ts'
import { type Script, scriptsIn } from './scripts.ts'

/** All that real clients were recorded to do to words and clicks, at once. */
const asRecorded = shaped(invisibleCharacters, hardSpaces, htmlTwin, namelessClick)
const person = { tenantId: 'contoso', aadObjectId: 'ann' }

/** Result of a guide: records, and messages replaced. */
async function walked(script: Script, shape?: Shape) {
  const bot = await startBot({ personality: 'teams' })
  try {
    await livePast(bot.store, script, person.tenantId)
    const guided = new GuidedPerson(bot.connector, bot.url, script, { ...person, ...(shape && { shape }) })
    await guided.follows(script)
    const events = (await bot.log(person.tenantId)).slice(recordsOf(script.past)).map(({ event }) => event)
    const refused = guided.client.posts.filter(({ status }) => status !== 200)
    return { events, refused, conversation: guided.client.conversation }
  } finally {
    // Ends once all is out, so the last replacement has come, too.
    await bot.stop()
  }
}

function replaced({ arrivals, messages }: FakeConversation): number[] {
  return arrivals.flatMap(({ kind, message }) =>
    kind === 'update' && message ? [messages.indexOf(message)] : [],
  )
}

/** Without what each walk makes up anew. */
const alike = (events: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify(events).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'))

describe('a guide whose person writes and clicks as real Teams was recorded to', () => {
  for (const script of languages.flatMap(scriptsIn))
    it(`records and replaces the same as with the plain client: ${script.guide} in ${script.language}`, async () => {
      const plain = await walked(script)
      const recorded = await walked(script, asRecorded)
      assert.deepEqual(alike(recorded.events), alike(plain.events))
      assert.deepEqual(recorded.refused, [])
      assert.ok(replaced(plain.conversation).length > 0)
      assert.deepEqual(replaced(recorded.conversation), replaced(plain.conversation))
    })

  // The welcome is in English then, so these begin by typing.
  for (const script of scriptsIn('fr').filter(({ steps: [first] }) => first && 'types' in first))
    it(`leads to the receipt where events have no language: ${script.guide}`, async () => {
      const { events } = await walked(script, withoutLocale)
      assert.deepEqual(
        events.map(({ type }) => type),
        script.records,
      )
    })
})
