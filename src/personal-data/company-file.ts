import type { ArchiveRecord, RecordOf } from '../archive/record.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'

/** All stored data of a company, sorted by kind. */
export interface CompanyFile {
  readonly company: RecordOf<'company'> | undefined
  readonly roster: RecordOf<'roster'> | undefined
  readonly people: readonly RecordOf<'person'>[]
  readonly conversations: readonly RecordOf<'conversation'>[]
  readonly log: readonly LoggedEvent[]
  /** Messages, activity marks and channel ids. */
  readonly traffic: readonly RecordOf<'outbox' | 'delivered' | 'handled'>[]
}

/** Sorts records into a file and drops repetitions. */
export async function companyFileOf(records: AsyncIterable<ArchiveRecord>): Promise<CompanyFile> {
  const all = new Map<string, ArchiveRecord>()
  for await (const record of records) all.set(nameOfRecord(record), record)
  const of = <K extends ArchiveRecord['kind']>(...kinds: readonly K[]) =>
    [...all.values()].filter((record): record is RecordOf<K> => kinds.some((kind) => kind === record.kind))
  return {
    company: of('company')[0],
    roster: of('roster')[0],
    people: of('person'),
    conversations: of('conversation'),
    log: of('log')
      .sort((one, other) => one.number - other.number)
      .map(({ document }) => document.event),
    traffic: of('outbox', 'delivered', 'handled'),
  }
}

/** Identifies a record, which may come twice. */
function nameOfRecord(record: ArchiveRecord): string {
  const { kind, tenant, person, conversation, number, delivery, activity } = { ...absent, ...record }
  return JSON.stringify([kind, tenant, person, conversation, number, delivery, activity])
}

const absent = { person: '', conversation: '', number: 0, delivery: '', activity: '' }
