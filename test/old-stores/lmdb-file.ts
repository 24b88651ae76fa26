import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { open } from 'lmdb'

/** Writes the database of a folder that no process uses, compacted and gzipped, into a file. */
export async function packLmdb(folder: string, file: string): Promise<void> {
  const compact = await mkdtemp(join(tmpdir(), 'compact-'))
  const database = open({ path: folder, noSubdir: false, readOnly: true })
  await database.backup(compact, true)
  await database.close()
  await writeFile(file, gzipSync(await readFile(join(compact, 'data.mdb')), { level: 9 }))
  await rm(compact, { recursive: true })
}

/** Restores the database byte by byte, except for the connector's port. */
export async function unpackLmdb(file: string, folder: string, port: PortChange): Promise<void> {
  const text = gunzipSync(await readFile(file)).toString('latin1')
  await writeFile(join(folder, 'data.mdb'), withPort(text, port), 'latin1')
}

/** Port of the connector when the store was written, and its replacement. */
export interface PortChange {
  readonly from: number
  readonly to: number
}

/** Replaces the port in service URLs. Both have five digits: the length of a text in a database must not change. */
export function withPort(text: string, { from, to }: PortChange): string {
  if (![from, to].every((port) => port >= 10_000))
    throw new Error(`expected ports of five digits: ${from}, ${to}`)
  return text.replaceAll(`http://localhost:${from}`, `http://localhost:${to}`)
}
