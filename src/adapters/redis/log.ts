import type { LoggedEvent } from '../../core/company/company-event.ts'
import { documentKinds } from '../../store/documents.ts'
import { callRedis } from './call-redis.ts'
import { boundTo, keys } from './keys.ts'
import type { StoreContext } from './store-context.ts'

const page = 200

/** Yields a company's events in order, in pages. Throws StoreError. */
export async function* readLog({ client, codec }: StoreContext, tenant: string): AsyncGenerator<LoggedEvent> {
  const names = boundTo(keys.log(tenant))
  for (let first = 0; ; first += page) {
    const texts = await callRedis(() => client.lrange(keys.log(tenant), first, first + page - 1))
    for (const text of texts) yield codec.decode(documentKinds.logEntry, text, names).event
    if (texts.length < page) return
  }
}
