import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readLines, writeLines } from './lines.ts'
import type { ArchiveRecord } from './record.ts'

/**
 * Writes all records to a new file readable by its owner only, and resolves to their number. Throws if the file
 * exists; removes the file after a failure.
 */
export async function writeArchive(path: string, records: AsyncIterable<ArchiveRecord>): Promise<number> {
  let count = 0
  const counted = async function* () {
    for await (const record of records) {
      count += 1
      yield record
    }
  }
  await (await open(path, 'wx', 0o600)).close()
  try {
    await pipeline(Readable.from(writeLines(counted())), createWriteStream(path, { flush: true }))
    return count
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Yields the records of a file. Throws ArchiveError. */
export async function* readArchive(path: string): AsyncGenerator<ArchiveRecord> {
  const file = await open(path)
  try {
    yield* readLines(file.readLines())
  } finally {
    await file.close()
  }
}
