import type { DocumentRecord } from '../../archive/holdings.ts'
import { type ArchiveRecord, namesOf } from '../../archive/record.ts'
import { documentKinds, encode } from '../../documents.ts'
import { keyOf, tagOf } from './archive-reading.ts'
import { keys, slotOf } from './keys.ts'
import { patiently } from './patience.ts'
import type { Place } from './place.ts'

/** Writes each where nothing is, all at once. Throws StoreError. */
export async function restoreRecords(place: Place, records: readonly ArchiveRecord[]): Promise<void> {
  const now = place.clock()
  const live = records.filter((record) => !('expires' in record) || record.expires > now)
  await Promise.all(inPieces(live).map((piece) => restorePiece(place, piece, now)))
}

/** Records of one key: events and messages are kept together, to stay in order. What comes again is left out. */
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

async function restorePiece(place: Place, piece: readonly ArchiveRecord[], now: number): Promise<void> {
  const [first] = piece
  if (!first) return
  const tag = tagOf(first.tenant)
  const unsent = keys.unsent(place.sharded ? slotOf(tag) : undefined)
  const args = [keyOf(first), unsent, ...start(first, now), ...piece.flatMap(bodyOf)]
  await patiently(() => place.client.restoreRecord(...args))
}

const pieceKinds = {
  ...({ company: 'hash', person: 'hash', conversation: 'hash', roster: 'hash' } as const),
  ...({ log: 'events', outbox: 'messages', delivered: 'list', handled: 'string' } as const),
}

function start(record: ArchiveRecord, now: number): (string | number)[] {
  const left = 'expires' in record ? record.expires - now : ''
  return [pieceKinds[record.kind], left, ...(record.kind === 'log' ? [record.number] : [])]
}

/** As commits and receipts write them. */
function bodyOf(record: ArchiveRecord): (string | number)[] {
  switch (record.kind) {
    case 'company':
    case 'person':
    case 'roster':
      return [...header(record), 'd', documentText(record)]
    case 'conversation':
      return [...header(record), 'd', documentText(record), 'x', record.expires]
    case 'log':
      return [encode(documentKinds.logEntry, record.document, record.tenant)]
    case 'outbox':
      return [record.delivery, encode(documentKinds.outboxEntry, record.document, record.delivery)]
    case 'delivered':
      return record.ids.map((pair) => `${record.expires} ${JSON.stringify(pair)}`)
    case 'handled':
      return [`${record.expires} archive`]
  }
}

/** Throws StoreError. */
export function documentText(record: DocumentRecord): string {
  switch (record.kind) {
    case 'company':
      return encode(documentKinds.company, record.document, record.tenant)
    case 'person':
      return encode(documentKinds.person, record.document, record.person)
    case 'conversation':
      return encode(documentKinds.conversation, record.document, record.conversation)
    case 'roster':
      return encode(documentKinds.roster, record.document, record.tenant)
  }
}

function header(record: ArchiveRecord & { readonly version: number; readonly of?: string[] | undefined }) {
  const names = namesOf(record)
  const isPlain = tagOf(record.tenant) === record.tenant
  const of = record.of ?? (isPlain ? undefined : names)
  return ['v', record.version, ...(of ? ['of', JSON.stringify(of)] : [])]
}
