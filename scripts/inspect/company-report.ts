import type { KeptKey } from '../../src/adapters/redis/archive/inspection.ts'
import type { ArchiveRecord } from '../../src/archive/record.ts'
import { StoreError } from '../../src/store/ports.ts'
import { redacted } from './redacted.ts'

const titles: Readonly<Record<string, string>> = {
  company: 'Company',
  roster: 'Roster',
  log: 'Log',
  person: 'Person',
  conversation: 'Conversation',
  outbox: 'Outbox',
  delivered: 'Delivered messages',
  handled: 'Marks of activities that were handled',
}

/** Formats a company's stored data; with names and contents only if `personal`. */
export function* companyReport(kept: readonly KeptKey[], personal: boolean): Generator<string> {
  for (const [kind, title] of Object.entries(titles)) {
    const ofKind = kept.filter((key) => key.kind === kind)
    if (kind === 'handled') yield* marksReport(title, ofKind)
    else for (const [index, key] of ofKind.entries()) yield* keyReport(title, index + 1, key, personal)
  }
  for (const { kind } of kept) if (!(kind in titles)) yield `${kind}: of a newer version of this program`
  yield `In all: ${kept.length} keys, ${bytesOf(kept)}`
}

function* keyReport(title: string, number: number, kept: KeptKey, personal: boolean): Generator<string> {
  const events = kept.events === undefined ? '' : `${kept.events} events, `
  yield `${title}${isOne(kept) ? '' : ` ${number}`}: ${events}${bytesOf([kept])}, ${lifeOf(kept)}`
  if (personal) yield `  ${kept.key}`
  if (kept.records instanceof StoreError) {
    yield `  unreadable${personal ? `: ${kept.records.message}` : ` (${kept.records.code}); --personal shows why`}`
  } else for (const record of kept.records) yield `  ${recordLine(record, personal)}`
}

/** Tells the kinds of which a company has one record. */
function isOne({ kind }: KeptKey): boolean {
  return kind === 'company' || kind === 'roster' || kind === 'log'
}

function* marksReport(title: string, marks: readonly KeptKey[]): Generator<string> {
  const lives = marks.flatMap(({ left }) => left ?? [])
  const last = lives.length > 0 ? `, the last one goes in ${duration(Math.max(...lives))}` : ''
  if (marks.length > 0) yield `${title}: ${marks.length}, ${bytesOf(marks)}${last}`
}

/** The key shows the ids. */
function recordLine(record: ArchiveRecord, personal: boolean): string {
  const shown = (value: unknown) => JSON.stringify(personal ? value : redacted(value))
  switch (record.kind) {
    case 'company':
    case 'person':
    case 'conversation':
    case 'roster':
      return `version ${record.version}: ${shown(record.document)}`
    case 'log':
      return `${record.number}: ${shown(record.document.event)}`
    case 'outbox':
      return shown(record.document.delivery)
    case 'delivered':
      return personal ? JSON.stringify(record.ids) : `ids of ${record.ids.length} messages`
    case 'handled':
      return ''
  }
}

function lifeOf({ left }: KeptKey): string {
  return left === undefined ? 'stays' : `goes in ${duration(left)}`
}

function duration(milliseconds: number): string {
  const hours = milliseconds / 3_600_000
  return hours < 48 ? `${hours.toFixed(1)} hours` : `${(hours / 24).toFixed(1)} days`
}

function bytesOf(kept: readonly KeptKey[]): string {
  const known = kept.flatMap(({ bytes }) => bytes ?? [])
  if (known.length < kept.length) return 'bytes unknown'
  return `${known.reduce((sum, bytes) => sum + bytes, 0)} bytes`
}
