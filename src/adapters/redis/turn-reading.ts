import { z } from 'zod'
import { lifetime } from '../../core/time/lifetime.ts'
import type { Codec } from '../../encryption/codec.ts'
import { mostRemembered } from '../../store/delivered-messages.ts'
import { type DocumentKind, documentKinds } from '../../store/documents.ts'
import {
  leaseMs,
  type Receipt,
  type Snapshot,
  StoreError,
  type TurnKeys,
  type Versioned,
} from '../../store/ports.ts'
import { callRedis } from './call-redis.ts'
import { boundTo, keys, turnKeyList, unsentKey } from './keys.ts'
import { deliveriesIn } from './messages.ts'
import { receiptArguments } from './receipt-arguments.ts'
import { leaseNow, type StoreContext } from './store-context.ts'

const document = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable()])
const replySchema = z.tuple([
  document,
  document,
  document,
  document,
  z.string().nullable(),
  z.array(z.string()),
  z.array(z.string()),
])

/** Reads all data of a turn in one round trip. Throws StoreError. */
export async function openTurn(
  context: StoreContext,
  turn: TurnKeys,
  receipts: readonly Receipt[],
): Promise<Snapshot> {
  const now = context.clock()
  const args = [
    ...turnKeyList(turn),
    keys.delivered(turn),
    keys.outbox(turn),
    unsentKey(turn.tenant, context.sharded),
    leaseNow(context),
    leaseMs,
    lifetime.delivered,
    mostRemembered,
    ...receiptArguments(receipts, now),
  ]
  const reply = await callRedis(() => context.client.openTurn(...args))
  return toSnapshot(context.codec, replySchema.parse(reply), turn, now)
}

const glanceSchema = z.tuple([document, document])

/** Reads company and roster in one round trip. Throws StoreError. */
export async function glanceAt(
  { client, codec, clock }: StoreContext,
  tenant: string,
): Promise<Pick<Snapshot, 'company' | 'roster'>> {
  const reply = await callRedis(() => client.glance(keys.company(tenant), keys.roster(tenant)))
  const [company, roster] = glanceSchema.parse(reply)
  return {
    company: versioned(codec, documentKinds.company, company, keys.company(tenant), clock()),
    roster: versioned(codec, documentKinds.roster, roster, keys.roster(tenant), clock()),
  }
}

function toSnapshot(
  codec: Codec,
  [company, person, conversation, roster, mark, delivered, messages]: z.infer<typeof replySchema>,
  turn: TurnKeys,
  now: number,
): Snapshot {
  const { tenant } = turn
  const chat = keys.conversation(tenant, turn.conversation)
  return {
    company: versioned(codec, documentKinds.company, company, keys.company(tenant), now),
    person: versioned(codec, documentKinds.person, person, keys.person(tenant, turn.person), now),
    conversation: versioned(codec, documentKinds.conversation, conversation, chat, now),
    roster: versioned(codec, documentKinds.roster, roster, keys.roster(tenant), now),
    handled: mark !== null && expiryOf(mark).expires > now,
    delivered: new Map(delivered.flatMap((line) => rememberedId(line, now))),
    abandoned: deliveriesIn(codec, messages, keys.outbox(turn)),
  }
}

/** Decodes a document with its version. Throws StoreError. */
export function versioned<T extends { readonly schema: number }>(
  codec: Codec,
  kind: DocumentKind<T>,
  [version, text, expires]: z.infer<typeof document>,
  key: string,
  now: number,
): Versioned<T> {
  const isGone = expires !== null && Number(expires) <= now
  if (version === null || isGone) return { value: undefined, version: 0 }
  if (!/^[1-9]\d*$/.test(version)) {
    throw new StoreError('corrupt', `the ${kind.name} of ${boundTo(key).at(-1)} has no readable version`)
  }
  return { value: codec.decode(kind, text ?? '', boundTo(key)), version: Number(version) }
}

/** Delivery id and the channel's id. */
export const idPair = z.tuple([z.string(), z.string()])

function rememberedId(line: string, now: number): [string, string][] {
  const { expires, rest } = expiryOf(line)
  return expires > now ? [idPair.parse(JSON.parse(rest))] : []
}

/** Splits a line at its leading expiry, an instant in milliseconds. */
export function expiryOf(line: string): { expires: number; rest: string } {
  const space = line.indexOf(' ')
  return { expires: Number(line.slice(0, space)), rest: line.slice(space + 1) }
}
