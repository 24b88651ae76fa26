import { type StatsFs, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from '../../store/ports.ts'

const megabyte = 1024 * 1024
/** Bytes kept free on the disk, or a tenth of a small disk: LMDB may break on an incomplete write. */
const spare = 16 * megabyte

/** Throws StoreError 'unavailable' with a remedy if writes would be lost. Takes microseconds. */
export type Prove = () => void

/** Folder of an open database. */
export interface StoreContext {
  /** The configured path, so that a changed link is noticed. */
  readonly folder: string
  /** Tells whether no other process has taken the folder. */
  readonly isLeased: () => boolean
  /** Replaces the operating system's figures in tests. */
  readonly disk?: (folder: string) => Pick<StatsFs, 'bavail' | 'blocks' | 'bsize'>
}

/**
 * Creates the check for a database just opened. Open files keep working after being deleted, moved or replaced; only
 * their paths reveal that writes are lost.
 */
export function proveOf({ folder, isLeased, disk = statfsSync }: StoreContext): Prove {
  const paths = [folder, join(folder, 'data.mdb'), join(folder, 'lock.mdb')]
  const opened = paths.map(identity)
  return () => {
    if (paths.some((path, index) => identity(path) !== opened[index])) throw gone(folder)
    if (!isLeased()) throw taken(folder)
    refuseFullDisk(folder, disk(folder))
  }
}

/** Device and inode of a file; undefined if it is missing. */
function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return undefined
  }
}

function refuseFullDisk(
  folder: string,
  { bavail, blocks, bsize }: Pick<StatsFs, 'bavail' | 'blocks' | 'bsize'>,
) {
  // Some file systems report no size.
  if (blocks === 0) return
  const least = Math.min(spare, (blocks * bsize) / 10)
  if (bavail * bsize >= least) return
  const [left, needed] = [bavail * bsize, least].map((bytes) => `${(bytes / megabyte).toFixed(1)} MB`)
  throw unavailable(
    `the disk of the data folder ${folder} (DATA_DIR) has ${left} left: free at least ${needed}`,
  )
}

function gone(folder: string): StoreError {
  return unavailable(
    `the data folder ${folder} (DATA_DIR) was deleted, moved or replaced while the bot was running, so nothing more is saved: put it back, or stop the bot, restore the data and start it again`,
  )
}

function taken(folder: string): StoreError {
  return unavailable(
    `another process has taken the data folder ${folder} (DATA_DIR), so nothing more is saved here: stop this bot, or let the bots share a Redis (REDIS_URL)`,
  )
}

const unavailable = (what: string) => new StoreError('unavailable', what)
