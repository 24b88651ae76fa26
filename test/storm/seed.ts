import { openRedisStore } from '../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { createLog } from '../../src/process/log.ts'
import type { RedisServer } from '../support/redis/redis-server.ts'
import type { Chat } from './cast.ts'

/** Makes it so that everything is due at once, before any bot runs. */
export type Seed = (redis: RedisServer, chats: readonly Chat[], serviceUrl: string) => Promise<void>

const atOnce = 100

/** State of a process that died after its commits, before sending anything. */
export const leaveInOutbox: Seed = async (redis, chats, serviceUrl) => {
  const options = { clock: Date.now, log: createLog('silent') }
  const store = await openRedisStore(redisUrlSchema.parse(redis.url), options)
  const waiting = [...chats]
  const work = async () => {
    for (let chat = waiting.shift(); chat; chat = waiting.shift()) {
      const { tenant, conversation } = chat
      const outbox = remindersIn(chat, serviceUrl)
      const keys = { tenant, conversation, person: conversation, activity: `wake ${conversation}` }
      const read = { company: 0, person: 0, conversation: 0, roster: 0 }
      const committed = await store.commit({ keys, read, write: {}, events: [], outbox })
      if (committed !== 'committed') throw new Error(`${conversation} is not committed`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await store.close()
  await leaveAlone(redis)
}

function remindersIn({ tenant, conversation, reminders }: Chat, serviceUrl: string): Delivery[] {
  const address = { channel: 'msteams', serviceUrl, conversation, bot: { id: 'bot' }, person: { id: 'p' } }
  return Array.from({ length: reminders }, (_, number) => ({
    id: `${conversation} ${number}`,
    tenant,
    address,
    unasked: true,
    activity: { type: 'message', text: `Reminder ${number} in ${conversation}` },
  }))
}

/** The leases of the messages ended. */
async function leaveAlone(redis: RedisServer): Promise<void> {
  await redis.ask(async (client) => {
    for (const outbox of await client.zrange('rewards:unsent', 0, '-1'))
      await client.zadd('rewards:unsent', '0', outbox)
  })
}
