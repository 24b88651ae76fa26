import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lifetime } from '../../core/lifetime.ts'
import { documentKinds, encode } from '../../documents.ts'
import { type Change, holdMs, type TurnKeys } from '../../ports.ts'
import { keys, part, tagged, turnKeyList, unsentKey } from './keys.ts'
import { patiently } from './patience.ts'
import { holdNow, type Place } from './place.ts'

const outcome = z.enum(['committed', 'conflict'])

/** One script, all or nothing. Throws StoreError; what became of an 'unavailable' one the next reading tells. */
export async function commitTurn(place: Place, change: Change): Promise<'committed' | 'conflict'> {
  const { keys: turn, read } = change
  const outboxes = outboxKeys(change)
  const keyList = [
    ...turnKeyList(turn),
    keys.log(turn.tenant),
    unsentKey(turn.tenant, place.sharded),
    ...outboxes,
  ]
  const args = [
    ...[
      place.clock(),
      holdNow(place),
      holdMs,
      randomUUID(),
      change.unmarked ? 0 : lifetime.handled,
      lifetime.conversation,
    ],
    ...[read.company, read.person, read.conversation, read.roster],
    ...documentArguments(change),
    ...hashedIds(turn),
    ...eventArguments(change),
    ...outboxArguments(change, outboxes, keyList.length - outboxes.length),
  ]
  return outcome.parse(await patiently(() => place.client.commitTurn(keyList.length, ...keyList, ...args)))
}

function documentArguments({ keys: { tenant, person, conversation }, write }: Change): string[] {
  return [
    write.company ? encode(documentKinds.company, write.company, tenant) : '',
    write.person ? encode(documentKinds.person, write.person, person) : '',
    write.conversation ? encode(documentKinds.conversation, write.conversation, conversation) : '',
    write.roster ? encode(documentKinds.roster, write.roster, tenant) : '',
  ]
}

/** The ids that a key of hashes does not show. */
function hashedIds({ tenant, person, conversation }: TurnKeys): string[] {
  return [[tenant], [tenant, person], [tenant, conversation], [tenant]].map((ids) =>
    ids.every((id) => part(id) === id) && tagged(tenant) === tenant ? '' : JSON.stringify(ids),
  )
}

function eventArguments({ keys: { tenant }, events }: Change): (string | number)[] {
  return [
    events.length,
    ...events.map((event) => encode(documentKinds.logEntry, { schema: 1, event }, tenant)),
  ]
}

function outboxKeys({ keys: { tenant }, outbox }: Change): string[] {
  return [...new Set(outbox.map(({ address: { conversation } }) => keys.outbox({ tenant, conversation })))]
}

function outboxArguments(
  { keys: { tenant }, outbox }: Change,
  outboxes: readonly string[],
  before: number,
): (string | number)[] {
  return outbox.flatMap((delivery) => {
    const key = keys.outbox({ tenant, conversation: delivery.address.conversation })
    const text = encode(documentKinds.outboxEntry, { schema: 1, delivery }, delivery.id)
    return [before + outboxes.indexOf(key) + 1, part(delivery.id), text]
  })
}
