import { type StatsFs, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from '../../store/ports.ts'

const megabyte = 1024 * 1024
/** Bytes that stay free on the disk, or a tenth of a small one: LMDB may not survive a write that fails half-way. */
const spare = 16 * megabyte

/** Throws StoreError 'unavailable', which says what to do, where what is written now would be lost. Takes microseconds. */
export type Prove = () => void

export interface StoreContext {
  /** The path as it was set, so that a link that leads elsewhere by now is noticed too. */
  readonly folder: string
  /** Whether no other process has taken the folder. */
  readonly isLeased: () => boolean
  /** Told by the operating system unless a test plays it. */
  readonly disk?: (folder: string) => Pick<StatsFs, 'bavail' | 'blocks' | 'bsize'>
}

/**
 * Of a database that was just opened. An open file goes on working when it or its folder was deleted, moved or replaced: only its name tells
 * that nobody will find again what is written into it.
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

/** Device and number of a file; undefined where there is none. */
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
  // Some file systems do not tell.
  if (blocks === 0) return
  const least = Math.min(spare, (blocks * bsize) / 10)
  if (bavail * bsize >= least) return
  const [left, needed] = [bavail * bsize, least].map((bytes) => `${(bytes / megabyte).toFixed(1)} MB`)
  throw unavailable(
    `the disk of the data folder ${folder} (DATA_DIR) has ${left} left: make room until ${needed} are free`,
  )
}

function gone(folder: string): StoreError {
  return unavailable(
    `the data folder ${folder} (DATA_DIR) was deleted, moved or replaced while the bot was running, so nothing more is kept: put it back as it was, or stop the bot, restore the data and start it again`,
  )
}

function taken(folder: string): StoreError {
  return unavailable(
    `another process has taken the data folder ${folder} (DATA_DIR), so nothing more is kept here: stop this bot, or let the bots share a Redis (REDIS_URL)`,
  )
}

const unavailable = (what: string) => new StoreError('unavailable', what)
