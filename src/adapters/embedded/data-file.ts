import { constants } from 'node:fs'
import { access, mkdir, open, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** LMDB starts with two meta pages of at least 4096 bytes; this magic number follows the first header. */
const magic = { offset: 24, value: 0xbeefc0de, metaPages: 8192 }

/**
 * Creates and checks the folder and resolves to its real path. Throws where LMDB would fail: lmdb 3.5 crashes the
 * process on a file that is no database, and hangs at the next open after a failed one.
 */
export async function prepareFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  const file = join(folder, 'data.mdb')
  const size = await sizeOf(file)
  if (size > 0) await access(file, constants.R_OK | constants.W_OK)
  if (size > 0 && (size < magic.metaPages || !(await isDatabase(file)))) {
    throw new Error(`${file} is not a database`)
  }
  return realpath(folder)
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}

async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, magic.offset)
    return buffer.readUInt32LE() === magic.value
  } finally {
    await file.close()
  }
}
