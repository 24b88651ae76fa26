import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lifetime } from '../../core/time/lifetime.ts'
import { documentKinds } from '../../store/documents.ts'
import { type Change, leaseMs, type TurnKeys } from '../../store/ports.ts'
import { callRedis } from './call-redis.ts'
import { boundTo, keys, part, tagged, turnKeyList, unsentKey } from './keys.ts'
import { leaseNow, type StoreContext } from './store-context.ts'

const outcome = z.enum(['committed', 'conflict'])

/** Commits in one script, all or nothing. Throws StoreError; after 'unavailable' only a new read shows the outcome. */
export async function commitTurn(context: StoreContext, change: Change): Promise<'committed' | 'conflict'> {
  const { keys: turn, read } = change
  const outboxes = outboxKeys(change)
  const keyList = [
    ...turnKeyList(turn),
    keys.log(turn.tenant),
    unsentKey(turn.tenant, context.sharded),
    ...outboxes,
  ]
  const args = [
    context.clock(),
    leaseNow(context),
    leaseMs,
    randomUUID(),
    change.unmarked ? 0 : lifetime.handled,
    lifetime.conversation,
    read.company,
    read.person,
    read.conversation,
    read.roster,
    ...documentArguments(context, change),
    ...hashedIds(turn),
    ...eventArguments(context, change),
    ...outboxArguments(context, change, outboxes, keyList.length - outboxes.length),
  ]
  return outcome.parse(await callRedis(() => context.client.commitTurn(keyList.length, ...keyList, ...args)))
}

function documentArguments({ codec }: StoreContext, { keys: turn, write }: Change): string[] {
  const { company, person, conversation, roster } = write
  const { tenant } = turn
  const chat = boundTo(keys.conversation(tenant, turn.conversation))
  return [
    company ? codec.encode(documentKinds.company, company, boundTo(keys.company(tenant))) : '',
    person ? codec.encode(documentKinds.person, person, boundTo(keys.person(tenant, turn.person))) : '',
    conversation ? codec.encode(documentKinds.conversation, conversation, chat) : '',
    roster ? codec.encode(documentKinds.roster, roster, boundTo(keys.roster(tenant))) : '',
  ]
}

/** Returns the ids hidden by hashes in keys. */
function hashedIds({ tenant, person, conversation }: TurnKeys): string[] {
  return [[tenant], [tenant, person], [tenant, conversation], [tenant]].map((ids) =>
    ids.every((id) => part(id) === id) && tagged(tenant) === tenant ? '' : JSON.stringify(ids),
  )
}

function eventArguments({ codec }: StoreContext, { keys: { tenant }, events }: Change): (string | number)[] {
  const names = boundTo(keys.log(tenant))
  return [
    events.length,
    ...events.map((event) => codec.encode(documentKinds.logEntry, { schema: 1, event }, names)),
  ]
}

function outboxKeys({ keys: { tenant }, outbox }: Change): string[] {
  return [...new Set(outbox.map(({ address: { conversation } }) => keys.outbox({ tenant, conversation })))]
}

function outboxArguments(
  { codec }: StoreContext,
  { keys: { tenant }, outbox }: Change,
  outboxes: readonly string[],
  before: number,
): (string | number)[] {
  return outbox.flatMap((delivery) => {
    const key = keys.outbox({ tenant, conversation: delivery.address.conversation })
    const name = part(delivery.id)
    const text = codec.encode(documentKinds.outboxEntry, { schema: 1, delivery }, boundTo(key, name))
    return [before + outboxes.indexOf(key) + 1, name, text]
  })
}
