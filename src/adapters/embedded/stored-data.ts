import type { ArchiveRecord } from '../../archive/record.ts'
import type { Codec } from '../../encryption/codec.ts'
import type { Alteration, DocumentRecord, StoredData } from '../../personal-data/stored-data.ts'
import { documentKinds } from '../../store/documents.ts'
import { readCompany } from './archive.ts'
import { keyOf } from './archive-reading.ts'
import { entryOf } from './archive-writing.ts'
import { type Database, readEntry, removeEntry, transact, writeEntry } from './database.ts'
import { keyOfNames, keys, part } from './keys.ts'
import { lastNumber } from './numbered-entries.ts'

/** Includes expired entries, which exist until swept. */
const forEver = Number.NEGATIVE_INFINITY

/** Gives access to all data of a company or person, over the embedded database. */
export function storedDataOf(opened: () => Database, codec: Codec): StoredData {
  return {
    of: (tenant) => readCompany(opened, codec, () => forEver, part(tenant)),
    alter: async (alteration) => {
      const database = opened()
      return transact(database, () => alter(database, codec, alteration))
    },
  }
}

function alter(database: Database, codec: Codec, { tenant, put, remove, log }: Alteration) {
  if ([...put, ...remove].some((record) => isStale(database, record))) return 'conflict'
  for (const record of put) replace(database, codec, record)
  for (const record of remove) take(database, record)
  if (log) replaceLog(database, codec, tenant, log)
  return 'done'
}

function isStale(database: Database, record: ArchiveRecord): boolean {
  const key = keyOf(database, record)
  return (
    'version' in record && key !== undefined && readEntry(database, key, forEver)?.version !== record.version
  )
}

function replace(database: Database, codec: Codec, record: DocumentRecord): void {
  const key = keyOf(database, record)
  if (key) writeEntry(database, key, entryOf(codec, { ...record, version: record.version + 1 }))
}

function take(database: Database, record: ArchiveRecord): void {
  const key = keyOf(database, record)
  if (key) removeEntry(database, key)
  if (record.kind !== 'outbox') return
  removeEntry(database, keyOfNames('pending', record.tenant, record.conversation, record.delivery))
}

function replaceLog(
  database: Database,
  codec: Codec,
  tenant: string,
  log: NonNullable<Alteration['log']>,
): void {
  const last = lastNumber(database, (number) => keys.log(tenant, number))
  for (let number = log.length + 1; number <= last; number += 1)
    removeEntry(database, keys.log(tenant, number))
  for (const [index, event] of log.entries()) {
    const text = codec.encode(documentKinds.logEntry, { schema: 1, event }, [part(tenant)])
    writeEntry(database, keys.log(tenant, index + 1), { of: [tenant], version: 1, text })
  }
}
