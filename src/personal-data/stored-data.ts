import type { ArchiveRecord, RecordOf } from '../archive/record.ts'
import type { LoggedEvent } from '../core/company/company-event.ts'

export type DocumentRecord = RecordOf<'company' | 'person' | 'conversation' | 'roster'>

/** What is to be otherwise in what is kept about a company. */
export interface Alteration {
  /** The company's id. */
  readonly tenant: string
  /** Documents in place of those that were read, each with the version that was read. */
  readonly put: readonly DocumentRecord[]
  /** What goes, as it was read. */
  readonly remove: readonly Exclude<ArchiveRecord, { kind: 'log' }>[]
  /** The whole log in place of the one there is. */
  readonly log?: readonly LoggedEvent[]
}

/**
 * All that a store keeps about a company, to be shown or to go, while bots use it. Every adapter passes the contract in
 * test/adapters/stored-data-contract.ts.
 */
export interface StoredData {
  /**
   * Of the log in order; of all else in none, and a thing may come twice. What has expired comes, too, as long as it is
   * there. Throws StoreError.
   */
  of(tenant: string): AsyncIterable<ArchiveRecord>
  /**
   * All or nothing: 'conflict' when a document that is put or removed is of another version by now. Whoever changes a
   * log also puts or removes the company's document. Throws StoreError.
   */
  alter(alteration: Alteration): Promise<'done' | 'conflict'>
}
