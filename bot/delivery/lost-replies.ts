import { insist } from '../../src/changes/optimistic-retry.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { NewId, Store } from '../../src/store/ports.ts'
import { isArrival } from '../activity/arrivals.ts'
import { isEdit } from '../activity/edited-message.ts'
import type { Attempt } from '../conversation/turn-scope.ts'
import { isUnchanged } from '../conversation/typed-lines.ts'

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

/** Says, where the bot is about to answer, that an earlier reply may not have got through, and how to see it again. */
export function tellLost(attempt: Pick<Attempt, 'activity' | 'desk' | 'understanding'>): void {
  const { desk } = attempt
  if (!desk.conversation.lost || !isAnswered(attempt)) return
  desk.note({ lost: undefined })
  desk.chat.say(desk.speech.t(desk.isPrivate ? 'lost.private' : 'lost.group'))
}

/** Reactions, signs of typing, deletions, and whatever others do in a group get no answer. */
function isAnswered(attempt: Parameters<typeof tellLost>[0]): boolean {
  const { activity, desk } = attempt
  if (activity.type === 'message' || isArrival(activity, desk.isPrivate)) return true
  return desk.isPrivate && isEdit(activity) && !isUnchanged(attempt)
}
