import type { ArchiveRecord, RecordOf } from '../archive/record.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'

/** Record of a document with a version. */
export type DocumentRecord = RecordOf<'company' | 'person' | 'conversation' | 'roster'>

/** Change of a company's stored data. */
export interface Alteration {
  /** The company's id. */
  readonly tenant: string
  /** Replacements of documents, each with the version read. */
  readonly put: readonly DocumentRecord[]
  /** Records to remove, as read. */
  readonly remove: readonly Exclude<ArchiveRecord, { kind: 'log' }>[]
  /** Replacement of the whole log. */
  readonly log?: readonly LoggedEvent[]
}

/**
 * All data of a company, to be shown or deleted while bots use the store. Every adapter passes the contract in
 * test/adapters/stored-data-contract.ts.
 */
export interface StoredData {
  /**
   * Yields all records, the log in order and the rest unordered; repetitions and expired records are possible. Throws
   * StoreError.
   */
  of(tenant: string): AsyncIterable<ArchiveRecord>
  /**
   * Applies all or nothing; 'conflict' if a document was changed since. A changed log requires the company's document
   * to be put or removed. Throws StoreError.
   */
  alter(alteration: Alteration): Promise<'done' | 'conflict'>
}
