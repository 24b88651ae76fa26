import type { KeyRegister } from '../../encryption/register.ts'
import { keys, patterns } from './keys.ts'
import { patiently } from './patience.ts'
import { scanKeys } from './scan.ts'
import type { StoreContext } from './store-context.ts'

export function registerOf(place: StoreContext): KeyRegister {
  const { client } = place
  const key = keys.encryptionKeys()
  return {
    read: async () => new Map(Object.entries(await patiently(() => client.hgetall(key)))),
    note: async (id, sample) => void (await patiently(() => client.hsetnx(key, id, sample))),
    forget: async (ids) => {
      if (ids.length > 0) await patiently(() => client.hdel(key, ...ids))
    },
    isEmpty: () => isEmpty(place),
  }
}

/** Whether there is nothing of any company. */
export async function isEmpty(place: StoreContext): Promise<boolean> {
  for await (const found of scanKeys(place, patterns.everything)) if (found.length > 0) return false
  return true
}
