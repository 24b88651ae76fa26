import { masters } from './client.ts'
import { patiently } from './patience.ts'
import type { StoreContext } from './store-context.ts'

const page = 500

/** Keys that match, of all masters; every key that stays at least once. Throws StoreError. */
export async function* scanKeys({ client }: StoreContext, pattern: string): AsyncGenerator<string[]> {
  for (const node of masters(client)) {
    for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
      const from: string = cursor
      const [next, found] = await patiently(() => node.scan(from, 'MATCH', pattern, 'COUNT', page))
      yield found
      cursor = next === '0' ? undefined : next
    }
  }
}
