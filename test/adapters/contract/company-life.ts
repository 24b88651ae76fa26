import type { Store, TurnKeys } from '../../../src/store/ports.ts'
import { company, conversation, delivery, logged, person, roster, turnKeys, write } from './subject.ts'

/** All that a store keeps of a company, by one turn: two events, and messages of which the first was delivered. */
export async function live(
  store: Store,
  some: Partial<TurnKeys>,
  [first = 'sent', ...others]: readonly string[],
): Promise<TurnKeys> {
  const keys = turnKeys({ activity: 'a1', ...some })
  const { tenant, conversation: chat } = keys
  const address = { ...conversation().address, conversation: chat }
  await write(store, {
    keys,
    write: {
      company: company('program-1', tenant),
      person: person(`${keys.person} by name`),
      conversation: { ...conversation(), address },
      roster: roster(keys.person, 'é p'),
    },
    events: [logged('a'), logged('b')],
    outbox: [first, ...others].map((id) => ({ ...delivery(id, chat), tenant })),
  })
  await store.acknowledge({ tenant, conversation: chat }, [
    { delivery: first, activityId: `channel ${chat}` },
  ])
  return keys
}
