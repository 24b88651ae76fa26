import type { KeyRegister } from '../../encryption/key-register.ts'
import { callRedis } from './call-redis.ts'
import { keys, patterns } from './keys.ts'
import { scanKeys } from './scan.ts'
import type { StoreContext } from './store-context.ts'

/** Stores samples of encryption keys in Redis. */
export function registerOf(context: StoreContext): KeyRegister {
  const { client } = context
  const key = keys.encryptionKeys()
  return {
    read: async () => new Map(Object.entries(await callRedis(() => client.hgetall(key)))),
    note: async (id, sample) => void (await callRedis(() => client.hsetnx(key, id, sample))),
    forget: async (ids) => {
      if (ids.length > 0) await callRedis(() => client.hdel(key, ...ids))
    },
    isEmpty: () => isEmpty(context),
  }
}

/** Tells whether no company has data. */
export async function isEmpty(context: StoreContext): Promise<boolean> {
  for await (const found of scanKeys(context, patterns.everything)) if (found.length > 0) return false
  return true
}
