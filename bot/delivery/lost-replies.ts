import { untilCommitted } from '../../src/changes/optimistic-retry.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { NewId, Store } from '../../src/store/ports.ts'

export interface LosingServices {
  readonly store: Pick<Store, 'open' | 'commit'>
  readonly newId: NewId
}

/**
 * Marks the conversation of a dropped reply before the outbox deletes it, so that the next turn says so. `found`
 * receives messages abandoned by another process. Throws StoreError.
 */
export function noteLost(
  { store, newId }: LosingServices,
  { tenant, address: { conversation, person } }: Delivery,
  found: (abandoned: readonly Delivery[]) => void,
): Promise<unknown> {
  return untilCommitted('A lost reply could not be recorded', async () => {
    const keys = { tenant, conversation, person: person.id, activity: `lost-${newId()}` }
    const snapshot = await store.open(keys)
    found(snapshot.abandoned)
    const kept = snapshot.conversation.value
    if (!kept || kept.lost) return 'known'
    const read = {
      company: snapshot.company.version,
      person: snapshot.person.version,
      conversation: snapshot.conversation.version,
      roster: snapshot.roster.version,
    }
    const write = { conversation: { ...kept, lost: true as const } }
    const outcome = await store.commit({ keys, unmarked: true, read, write, events: [], outbox: [] })
    return outcome === 'committed' ? outcome : undefined
  })
}
