import { type ArchiveRecord, namesOf, type RecordOf } from '../../../archive/record.ts'
import type { DocumentRecord } from '../../../personal-data/stored-data.ts'
import { documentKinds } from '../../../store/documents.ts'
import { callRedis } from '../call-redis.ts'
import { boundTo, keys, slotOf } from '../keys.ts'
import type { StoreContext } from '../store-context.ts'
import { keyOf, tagOf } from './archive-reading.ts'

/** Writes missing records concurrently. Throws StoreError. */
export async function restoreRecords(
  context: StoreContext,
  records: readonly ArchiveRecord[],
): Promise<void> {
  const now = context.clock()
  const live = records.filter((record) => !('expires' in record) || record.expires > now)
  await Promise.all(inPieces(live).map((piece) => restorePiece(context, piece, now)))
}

/** Groups records by key, keeping events and messages in order; drops repetitions. */
function inPieces(records: readonly ArchiveRecord[]): ArchiveRecord[][] {
  const pieces = new Map<string, ArchiveRecord[]>()
  for (const record of records) {
    const key = keyOf(record)
    const piece = pieces.get(key)
    if (!piece) pieces.set(key, [record])
    else if (goesOn(piece, record)) piece.push(record)
  }
  return [...pieces.values()]
}

function goesOn(piece: readonly ArchiveRecord[], record: ArchiveRecord): boolean {
  const last = piece.at(-1)
  return (
    record.kind === 'outbox' || (record.kind === 'log' && last?.kind === 'log' && record.number > last.number)
  )
}

async function restorePiece(
  context: StoreContext,
  piece: readonly ArchiveRecord[],
  now: number,
): Promise<void> {
  const [first] = piece
  if (!first) return
  const tag = tagOf(first.tenant)
  const unsent = keys.unsent(context.sharded ? slotOf(tag) : undefined)
  const args = [
    keyOf(first),
    unsent,
    ...start(first, now),
    ...piece.flatMap((record) => bodyOf(context, record)),
  ]
  await callRedis(() => context.client.restoreRecord(...args))
}

const pieceKinds = {
  company: 'hash',
  person: 'hash',
  conversation: 'hash',
  roster: 'hash',
  log: 'events',
  outbox: 'messages',
  delivered: 'list',
  handled: 'string',
} as const

function start(record: ArchiveRecord, now: number): (string | number)[] {
  const left = 'expires' in record ? record.expires - now : ''
  return [pieceKinds[record.kind], left, ...(record.kind === 'log' ? [record.number] : [])]
}

/** Encodes a record as commits and receipts do. */
function bodyOf(context: StoreContext, record: ArchiveRecord): (string | number)[] {
  switch (record.kind) {
    case 'company':
    case 'person':
    case 'roster':
      return [...header(record), 'd', documentText(context, record)]
    case 'conversation':
      return [...header(record), 'd', documentText(context, record), 'x', record.expires]
    case 'log':
      return [context.codec.encode(documentKinds.logEntry, record.document, boundTo(keyOf(record)))]
    case 'outbox':
      return [record.delivery, messageText(context, record)]
    case 'delivered':
      return record.ids.map((pair) => `${record.expires} ${JSON.stringify(pair)}`)
    case 'handled':
      return [`${record.expires} archive`]
  }
}

/** Encodes a document. Throws StoreError. */
export function documentText({ codec }: StoreContext, record: DocumentRecord): string {
  const names = boundTo(keyOf(record))
  switch (record.kind) {
    case 'company':
      return codec.encode(documentKinds.company, record.document, names)
    case 'person':
      return codec.encode(documentKinds.person, record.document, names)
    case 'conversation':
      return codec.encode(documentKinds.conversation, record.document, names)
    case 'roster':
      return codec.encode(documentKinds.roster, record.document, names)
  }
}

function messageText({ codec }: StoreContext, record: RecordOf<'outbox'>): string {
  return codec.encode(documentKinds.outboxEntry, record.document, boundTo(keyOf(record), record.delivery))
}

function header(record: ArchiveRecord & { readonly version: number; readonly of?: string[] | undefined }) {
  const names = namesOf(record)
  const isPlain = tagOf(record.tenant) === record.tenant
  const of = record.of ?? (isPlain ? undefined : names)
  return ['v', record.version, ...(of ? ['of', JSON.stringify(of)] : [])]
}
