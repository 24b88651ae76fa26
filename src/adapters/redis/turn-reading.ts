import { z } from 'zod'
import { lifetime } from '../../core/lifetime.ts'
import { type DocumentKind, decode, documentKinds } from '../../documents.ts'
import {
  holdMs,
  type Receipt,
  type Snapshot,
  StoreError,
  type TurnKeys,
  type Versioned,
} from '../../ports.ts'
import { keys, turnKeyList, unsentKey } from './keys.ts'
import { deliveriesIn } from './messages.ts'
import { patiently } from './patience.ts'
import { holdNow, type Place } from './place.ts'
import { mostRemembered, receiptArguments } from './receipt-arguments.ts'

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

/** One round trip. Throws StoreError. */
export async function openTurn(
  place: Place,
  turn: TurnKeys,
  receipts: readonly Receipt[],
): Promise<Snapshot> {
  const now = place.clock()
  const args = [
    ...turnKeyList(turn),
    keys.delivered(turn),
    keys.outbox(turn),
    unsentKey(turn.tenant, place.sharded),
    ...[holdNow(place), holdMs, lifetime.delivered, mostRemembered],
    ...receiptArguments(receipts, now),
  ]
  const reply = await patiently(() => place.client.openTurn(...args))
  return toSnapshot(replySchema.parse(reply), turn, now)
}

const glanceSchema = z.tuple([document, document])

/** One round trip. Throws StoreError. */
export async function glanceAt(
  { client, clock }: Place,
  tenant: string,
): Promise<Pick<Snapshot, 'company' | 'roster'>> {
  const reply = await patiently(() => client.glance(keys.company(tenant), keys.roster(tenant)))
  const [company, roster] = glanceSchema.parse(reply)
  return {
    company: versioned(documentKinds.company, company, tenant, clock()),
    roster: versioned(documentKinds.roster, roster, tenant, clock()),
  }
}

function toSnapshot(
  [company, person, conversation, roster, mark, delivered, messages]: z.infer<typeof replySchema>,
  turn: TurnKeys,
  now: number,
): Snapshot {
  return {
    company: versioned(documentKinds.company, company, turn.tenant, now),
    person: versioned(documentKinds.person, person, turn.person, now),
    conversation: versioned(documentKinds.conversation, conversation, turn.conversation, now),
    roster: versioned(documentKinds.roster, roster, turn.tenant, now),
    handled: mark !== null && expiryOf(mark).expires > now,
    delivered: new Map(delivered.flatMap((line) => rememberedId(line, now))),
    abandoned: deliveriesIn(messages, keys.outbox(turn)),
  }
}

export function versioned<T extends { readonly schema: number }>(
  kind: DocumentKind<T>,
  [version, text, expires]: z.infer<typeof document>,
  key: string,
  now: number,
): Versioned<T> {
  const isGone = expires !== null && Number(expires) <= now
  if (version === null || isGone) return { value: undefined, version: 0 }
  if (!/^[1-9]\d*$/.test(version)) {
    throw new StoreError('corrupt', `the ${kind.name} of ${key} has no readable version`)
  }
  return { value: decode(kind, text ?? '', key), version: Number(version) }
}

export const idPair = z.tuple([z.string(), z.string()])

function rememberedId(line: string, now: number): [string, string][] {
  const { expires, rest } = expiryOf(line)
  return expires > now ? [idPair.parse(JSON.parse(rest))] : []
}

/** A line that begins with the instant when it expires. */
export function expiryOf(line: string): { expires: number; rest: string } {
  const space = line.indexOf(' ')
  return { expires: Number(line.slice(0, space)), rest: line.slice(space + 1) }
}
