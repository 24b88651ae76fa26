import { openArchive } from '../../scripts/archive/open-archive.ts'
import { nameOf } from '../../src/archive/name.ts'
import type { ArchiveRecord } from '../../src/archive/record.ts'
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/main.ts'
import { ChatClient } from '../support/chat-client.ts'
import { cardIn } from '../support/chat-reply.ts'
import { keepYear, liveYear } from '../support/company-year.ts'
import type { FakeConnector } from '../support/fake-connector.ts'
import { Talk } from '../support/talk.ts'
import { uuidV4 } from '../support/wire-ids.ts'
import type { Loot } from './seeds.ts'

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

/** What no stranger may ever read. */
export const secrets: readonly string[] = [
  ...people.flatMap(({ name, email, phone }) => [name, email, phone]),
  openForm.name,
  openForm.email,
  'secret-victim',
]

/** A year of history, and a person who is half-way through a guide; what strangers may know of it is in the loot. */
export async function prepareVictim(folder: string, connector: FakeConnector, loot: Loot): Promise<Victim> {
  const tenant = uuidV4()
  const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' }
  const running = await start(readConfig(settings, ['--no-chat']))
  const botUrl = `http://127.0.0.1:${running.port}/api/messages`
  await keepYear(running.store, tenant, liveYear(tenant, people, Date.now() - 370 * day))
  const [{ id, name } = { id: '', name: '' }] = people
  const client = new ChatClient({ connector, botUrl, tenantId: tenant, aadObjectId: id, name })
  await chats(new Talk(client))
  await running.stop()
  for (const { shown, id: message } of client.conversation.messages) {
    loot.know(message)
    for (const { data } of cardIn(shown)?.actions ?? []) loot.keep(data)
  }
  for (const known of [
    tenant,
    client.conversation.id,
    client.scene.person.id,
    ...people.map((one) => one.id),
  ])
    loot.know(known)
  return { tenant, conversation: client.conversation.id, kept: await keptOf(folder, tenant) }
}

/** Without reminders, as one that is due meanwhile would be a change, too. */
async function chats(talk: Talk): Promise<void> {
  await talk.begin()
  await talk.say('history')
  await talk.say('my rewards')
  await talk.say('stop reminders')
  await talk.say('technical help')
}

/** While no bot runs on the folder. */
async function keptOf(folder: string, tenant: string): Promise<string[]> {
  const name = nameOf(tenant)
  const records = (await everythingIn(folder)).filter((record) => record.tenant === name)
  return records.map((record) => JSON.stringify(record)).sort()
}

/** All that the store keeps. */
export async function everythingIn(folder: string): Promise<ArchiveRecord[]> {
  const archive = await openArchive(readConfig({ DATA_DIR: folder }, []))
  try {
    const records: ArchiveRecord[] = []
    for await (const record of archive.records()) records.push(record)
    return records
  } finally {
    await archive.close()
  }
}
