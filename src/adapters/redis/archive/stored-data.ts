import { z } from 'zod'
import type { ArchiveRecord } from '../../../archive/record.ts'
import type { Alteration, DocumentRecord, StoredData } from '../../../personal-data/stored-data.ts'
import { documentKinds } from '../../../store/documents.ts'
import { channelRules } from '../../limits/rules.ts'
import { boundTo, keys, limitKeyOfNames, patterns, unsentKey } from '../keys.ts'
import { patiently } from '../patience.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'
import { keyOf, recordsUnder, tagOf } from './archive-reading.ts'
import { documentText } from './archive-writing.ts'

export function storedDataAt(opened: () => StoreContext): StoredData {
  return {
    of: (tenant) => readCompany(opened(), tenant),
    alter: async (alteration) => alter(opened(), alteration),
  }
}

/** What has expired is there until Redis removes it. */
const forEver = () => Number.NEGATIVE_INFINITY

async function* readCompany(place: StoreContext, tenant: string): AsyncGenerator<ArchiveRecord> {
  const patient = { ...place, clock: forEver }
  for await (const found of scanKeys(place, patterns.company(tenant))) {
    for (const records of await Promise.all(found.map((key) => recordsUnder(patient, key)))) yield* records
  }
}

const outcome = z.enum(['done', 'conflict'])

/** One script. Sent again after a lost answer it conflicts with itself, and whoever reads again finds it done. */
async function alter(
  place: StoreContext,
  { tenant, put, remove, log }: Alteration,
): Promise<'done' | 'conflict'> {
  const documents = [
    ...put.map((record) => ({ record, text: documentText(place, record) })),
    ...remove.filter(isDocument).map((record) => ({ record, text: '' })),
  ]
  const keyList = [
    keys.log(tenant),
    unsentKey(tenant, place.sharded),
    ...documents.map(({ record }) => keyOf(record)),
    ...new Set(remove.filter((record) => !isDocument(record)).map(keyOf)),
    ...remove.flatMap(limitKeys),
  ]
  const args = [
    documents.length,
    ...documents.flatMap(({ record, text }) => [record.version, text]),
    log ? 'log' : '',
    ...(log ?? []).map((event) =>
      place.codec.encode(documentKinds.logEntry, { schema: 1, event }, boundTo(keys.log(tenant))),
    ),
  ]
  return outcome.parse(await patiently(() => place.client.alterCompany(keyList.length, ...keyList, ...args)))
}

const isDocument = (record: ArchiveRecord): record is DocumentRecord => 'version' in record

/** Their names tell of the conversation until they run out. */
function limitKeys(record: ArchiveRecord): string[] {
  if (record.kind !== 'conversation') return []
  return channelRules
    .filter((rule) => rule.of === 'conversation')
    .map(({ seconds }) => limitKeyOfNames(seconds, tagOf(record.tenant), record.conversation))
}
