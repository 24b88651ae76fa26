import { storedName } from '../../../src/archive/stored-name.ts'
import { Talk } from '../../support/bot/talk.ts'
import { ChatClient } from '../../support/client/chat-client.ts'
import { cardIn } from '../../support/client/chat-reply.ts'
import { keepYear, liveYear } from '../../support/past/company-year.ts'
import { uuidV4 } from '../../support/wire-ids.ts'
import type { Loot } from '../input/seeds.ts'
import { everythingIn, type Settings, withStore } from '../watch/store.ts'
import type { Stage } from './stage.ts'

const day = 86_400_000
const people = ['Vera Quillfeather', 'Ulrich Zwettlinger', 'Wanda Xanthopoulou'].map((name, index) => {
  const email = `${name.toLowerCase().replace(' ', '.')}@secret-victim.example`
  return { id: uuidV4(), name, email, phone: `+3319900${index}4477` }
})
const openForm = { name: 'Nobody Knowsthis', email: 'nobody.knows@secret-victim.example', country: 'FR' }

/** A company that does nothing while others do everything. Strangers know all of its ids, and none of its words. */
export interface Victim {
  readonly tenant: string
  readonly conversation: string
  /** Everything that the store keeps of it, in a fixed order. */
  readonly kept: readonly string[]
}

/** Data that no stranger may read. */
export const secrets: readonly string[] = [
  ...people.flatMap(({ name, email, phone }) => [name, email, phone]),
  openForm.name,
  openForm.email,
  'secret-victim',
]

/** A year of history and an unfinished guide; what strangers may know of it is in the loot. */
export async function prepareVictim({ grounds, startBot }: Stage, loot: Loot): Promise<Victim> {
  const tenant = uuidV4()
  const { env, connectors, tokens } = grounds
  await withStore(env, (store) => keepYear(store, tenant, liveYear(tenant, people, Date.now() - 370 * day)))
  const bot = await startBot()
  const [{ id, name } = { id: '', name: '' }] = people
  const who = { tenantId: tenant, aadObjectId: id, name, authorization: tokens?.genuine }
  const client = new ChatClient({ connector: connectors[0], botUrl: bot.messagesUrl, ...who })
  await chats(new Talk(client)).finally(() => bot.stop())
  letKnow(loot, client, [
    tenant,
    client.conversation.id,
    client.scene.person.id,
    ...people.map((one) => one.id),
  ])
  return { tenant, conversation: client.conversation.id, kept: await keptOf(env, tenant) }
}

function letKnow(loot: Loot, { conversation }: ChatClient, ids: readonly string[]): void {
  for (const { shown, id: message } of conversation.messages) {
    loot.know(message)
    for (const { data } of cardIn(shown)?.actions ?? []) loot.keep(data)
  }
  for (const id of ids) loot.know(id)
}

/** Without reminders, as one that is due meanwhile would be a change, too. */
async function chats(talk: Talk): Promise<void> {
  await talk.begin()
  await talk.say('history')
  await talk.say('my rewards')
  await talk.say('stop reminders')
  await talk.say('technical help')
}

/** While no bot runs on the store. */
async function keptOf(settings: Settings, tenant: string): Promise<string[]> {
  const name = storedName(tenant)
  const records = (await everythingIn(settings)).filter((record) => record.tenant === name)
  return records.map((record) => JSON.stringify(record)).sort()
}
