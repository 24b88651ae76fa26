import { callRedis } from './call-redis.ts'
import { masters } from './client.ts'
import type { StoreContext } from './store-context.ts'

const page = 500

/** Yields matching keys of all masters; a key present throughout comes at least once. Throws StoreError. */
export async function* scanKeys({ client }: StoreContext, pattern: string): AsyncGenerator<string[]> {
  for (const node of masters(client)) {
    for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
      const from: string = cursor
      const [next, found] = await callRedis(() => node.scan(from, 'MATCH', pattern, 'COUNT', page))
      yield found
      cursor = next === '0' ? undefined : next
    }
  }
}
