import { openRedis, type RedisKept } from '../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import { newRecipient, type Recipient } from '../../src/core/reminders/roster.ts'
import { createLog } from '../../src/process/log.ts'
import { seller } from '../core/example.ts'
import { activated, assigned, type Deed, live, told } from '../support/past/company-past.ts'
import type { RedisServer } from '../support/redis/redis-server.ts'
import { type Chat, grouped } from './cast.ts'
import type { Seed } from './seed.ts'

const atOnce = 50
/** Welcome at any time, whenever the storm is let loose. */
const always = { from: '00:00', until: '23:59', days: [1, 2, 3, 4, 5, 6, 7] }

export function openKept({ url }: RedisServer): Promise<RedisKept> {
  return openRedis(redisUrlSchema.parse(url), { clock: Date.now, log: createLog('silent') })
}

const past: readonly Deed[] = [
  [22, told(seller(300_000))],
  [21, { type: 'RecordPortalVerdict', verdict: 'eligible' }],
  [20, assigned],
  [8, activated('listing-optimization')],
]

/** Every company activated a benefit eight days ago, and wakes up now; all its people follow. */
export const wakeEverybody: Seed = async (redis, chats, serviceUrl) => {
  const kept = await openKept(redis)
  const waiting = [...grouped(chats, ({ tenant }) => tenant)]
  const work = async () => {
    for (let company = waiting.shift(); company; company = waiting.shift())
      await prepare(kept, company[0], company[1], serviceUrl)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await kept.wakeups.close()
  await kept.store.close()
}

async function prepare(
  { store, wakeups }: RedisKept,
  tenant: string,
  chats: readonly Chat[],
  serviceUrl: string,
): Promise<void> {
  await live(store, past, tenant)
  const { id, at } = await wakeups.schedule(tenant, Date.now())
  const people = chats.map(
    ({ conversation }) => [conversation, recipientIn(conversation, serviceUrl)] as const,
  )
  const roster = { schema: 1, wakeup: { id, at }, people: Object.fromEntries(people) } as const
  const keys = { tenant, person: 'seed', conversation: 'seed', activity: 'seed' }
  const { company, person, conversation } = await store.open(keys)
  const read = {
    company: company.version,
    person: person.version,
    conversation: conversation.version,
    roster: 0,
  }
  const done = await store.commit({ keys, read, write: { roster }, events: [], outbox: [] })
  if (done !== 'committed') throw new Error(`the roster of ${tenant} is not kept`)
}

function recipientIn(conversation: string, serviceUrl: string): Recipient {
  const person = { id: conversation }
  const address = { channel: 'msteams', serviceUrl, conversation, bot: { id: 'bot' }, person }
  return { ...newRecipient(address), follows: true, hours: always }
}

/** Number of companies still waiting for a wake-up. */
export async function countDue(redis: RedisServer): Promise<number> {
  const kept = await openKept(redis)
  let count = await redis.ask((client) => client.llen('rewards:jobs:{wakeups}:active'))
  for await (const { at } of kept.wakeups.waiting()) {
    if (at > Date.now()) break
    count += 1
  }
  await kept.wakeups.close()
  await kept.store.close()
  return count
}
