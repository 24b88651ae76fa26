import { z } from 'zod'
import type { ArchiveRecord } from '../../../archive/record.ts'
import type { Alteration, DocumentRecord, StoredData } from '../../../personal-data/stored-data.ts'
import { documentKinds } from '../../../store/documents.ts'
import { channelRules } from '../../limits/rules.ts'
import { callRedis } from '../call-redis.ts'
import { boundTo, keys, limitKeyOfNames, patterns, unsentKey } from '../keys.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'
import { keyOf, recordsUnder, tagOf } from './archive-reading.ts'
import { documentText } from './archive-writing.ts'

/** Gives access to all data of a company or person in Redis. */
export function storedDataAt(opened: () => StoreContext): StoredData {
  return {
    of: (tenant) => readCompany(opened(), tenant),
    alter: async (alteration) => alter(opened(), alteration),
  }
}

/** Includes expired data, which exist until Redis removes them. */
const forEver = () => Number.NEGATIVE_INFINITY

async function* readCompany(context: StoreContext, tenant: string): AsyncGenerator<ArchiveRecord> {
  const unexpiring = { ...context, clock: forEver }
  for await (const found of scanKeys(context, patterns.company(tenant))) {
    for (const records of await Promise.all(found.map((key) => recordsUnder(unexpiring, key)))) yield* records
  }
}

const outcome = z.enum(['done', 'conflict'])

/** Runs one script. A repetition after a lost reply conflicts with itself; reading again shows it done. */
async function alter(
  context: StoreContext,
  { tenant, put, remove, log }: Alteration,
): Promise<'done' | 'conflict'> {
  const documents = [
    ...put.map((record) => ({ record, text: documentText(context, record) })),
    ...remove.filter(isDocument).map((record) => ({ record, text: '' })),
  ]
  const keyList = [
    keys.log(tenant),
    unsentKey(tenant, context.sharded),
    ...documents.map(({ record }) => keyOf(record)),
    ...new Set(remove.filter((record) => !isDocument(record)).map(keyOf)),
    ...remove.flatMap(limitKeys),
  ]
  const args = [
    documents.length,
    ...documents.flatMap(({ record, text }) => [record.version, text]),
    log ? 'log' : '',
    ...(log ?? []).map((event) =>
      context.codec.encode(documentKinds.logEntry, { schema: 1, event }, boundTo(keys.log(tenant))),
    ),
  ]
  return outcome.parse(
    await callRedis(() => context.client.alterCompany(keyList.length, ...keyList, ...args)),
  )
}

const isDocument = (record: ArchiveRecord): record is DocumentRecord => 'version' in record

/** Keys of limits contain the conversation's name until they expire. */
function limitKeys(record: ArchiveRecord): string[] {
  if (record.kind !== 'conversation') return []
  return channelRules
    .filter((rule) => rule.of === 'conversation')
    .map(({ seconds }) => limitKeyOfNames(seconds, tagOf(record.tenant), record.conversation))
}
