import { isDeepStrictEqual } from 'node:util'
import { type Archive, type ArchiveRecord, namesOf } from './record.ts'

/** The store has data that the archive would replace. Nothing was written. */
export class OccupiedError extends Error {
  override readonly name = 'OccupiedError'
  readonly code = 'occupied'
  /** True if any data at all were refused, rather than particular records. */
  readonly isAboutAll: boolean
  constructor(message: string, isAboutAll: boolean) {
    super(message)
    this.isAboutAll = isAboutAll
  }
}

const atOnce = 500

/**
 * Writes all records and resolves to their number. `read` is called twice: all records are read and checked before
 * the first is written. Refuses a store with data unless `merge` is set, which allows other companies and the same
 * records, as after an interrupted import. Throws OccupiedError and the errors of `read`.
 */
export async function importArchive(
  archive: Archive,
  read: () => AsyncIterable<ArchiveRecord>,
  { merge }: { readonly merge: boolean },
): Promise<number> {
  const isEmpty = await archive.isEmpty()
  if (!isEmpty && !merge) throw new OccupiedError('the store is not empty', true)
  for await (const batch of inBatches(read())) if (!isEmpty) await refuseDifferent(archive, batch)
  let count = 0
  for await (const batch of inBatches(read())) {
    await archive.restore(batch)
    count += batch.length
  }
  return count
}

async function refuseDifferent(archive: Archive, batch: readonly ArchiveRecord[]): Promise<void> {
  const present = await archive.present(batch)
  const different = batch.find((record, index) => {
    const kept = present[index]
    return kept !== undefined && !isDeepStrictEqual(kept, record)
  })
  if (!different) return
  const [tenant] = namesOf(different)
  throw new OccupiedError(`the store has other data of the company ${tenant} (${different.kind})`, false)
}

async function* inBatches(records: AsyncIterable<ArchiveRecord>): AsyncGenerator<ArchiveRecord[]> {
  let batch: ArchiveRecord[] = []
  for await (const record of records) {
    batch.push(record)
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
