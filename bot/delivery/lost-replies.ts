import type { Delivery } from '../../src/core/conversation.ts'
import type { NewId, Store } from '../../src/ports.ts'
import type { Incoming } from '../activity.ts'
import { isRemoval } from '../arriving/comings.ts'
import type { Desk } from '../desk.ts'
import { insist } from '../overtaken.ts'

export interface LosingServices {
  readonly store: Pick<Store, 'open' | 'commit'>
  readonly newId: NewId
}

/**
 * Notes in its conversation that a reply was given up, before the outbox forgets it: the next turn there says so. `found`
 * gets what another process left in the conversation. Throws StoreError.
 */
export function noteLost(
  { store, newId }: LosingServices,
  { tenant, address: { conversation, person } }: Delivery,
  found: (abandoned: readonly Delivery[]) => void,
): Promise<unknown> {
  return insist('A lost reply could not be noted', async () => {
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

/** Says that a reply may not have got through, and how to see it again. */
export function tellLost(activity: Incoming, desk: Desk): void {
  if (!desk.conversation.lost || isRemoval(activity)) return
  desk.note({ lost: undefined })
  desk.chat.say(desk.speech.t(desk.isPrivate ? 'lost.private' : 'lost.group'))
}
