import type { ArchiveRecord } from '../../../src/archive/record.ts'
import type { SharedPlaces } from './shared-places.ts'

/** Shows nothing by itself. What scripts and emoji may need (joiners, selectors, tags of flags) is left out. */
const invisible = /[\p{DI}\u2028\u2029](?<![\p{Join_C}\p{VS}\u{e0020}-\u{e007f}])/u

/** Stored text that must not be stored: addresses of shared conversations, and entries with invisible characters. */
export function wronglyKept(records: readonly ArchiveRecord[], shared: SharedPlaces): string[] {
  return records.flatMap((record) => [
    ...sharedAddresses(record, shared),
    ...hiddenIn(record),
    ...twins(record),
  ])
}

function sharedAddresses(record: ArchiveRecord, shared: SharedPlaces): string[] {
  if (record.kind !== 'roster') return []
  return Object.entries(record.document.people).flatMap(
    ([
      person,
      {
        address: { conversation },
      },
    ]) =>
      shared.has(conversation)
        ? [`the roster reaches ${person} where others read along: ${conversation}`]
        : [],
  )
}

function hiddenIn(record: ArchiveRecord): string[] {
  const hidden = enteredIn(record).flatMap((entered) =>
    textsIn(entered).filter((text) => invisible.test(text)),
  )
  return hidden.map((text) => `kept with invisible characters (${record.kind}): ${escaped(text)}`)
}

/** Fields of people's own text; ids and names come from the channel. */
function enteredIn(record: ArchiveRecord): unknown[] {
  if (record.kind === 'company') return [{ ...record.document, tenant: undefined }]
  if (record.kind === 'log') return [record.document.event.event]
  return record.kind === 'conversation' ? [record.document.dialogs, record.document.drafts] : []
}

/** A contact whose address is only another one's to look at. */
function twins(record: ArchiveRecord): string[] {
  if (record.kind !== 'company' || !record.document.contact) return []
  const { email, signInEmail, primaryContactEmail } = record.document.contact
  const same = [signInEmail, primaryContactEmail].filter((other) => other && asSeen(other) === asSeen(email))
  return same.map(() => `a contact's address that must differ from another one: ${escaped(email)}`)
}

const asSeen = (text: string) => text.replace(/[\p{DI}\s]/gu, '').toLowerCase()

const escaped = (text: string) =>
  text
    .slice(0, 200)
    .replace(/[^\x20-\x7e]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)

/** Fields with ids of people, which are the channel's. */
const ids = ['id', 'by']

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) => (ids.includes(field) ? [] : textsIn(inner)))
}
