import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { StoreError } from '../../store/ports.ts'
import { type Database, transact, unavailable } from './database.ts'
import { keys } from './keys.ts'

const ownerSchema = z.object({ pid: z.number(), socket: z.string() })
type Owner = z.infer<typeof ownerSchema>

/** Claim of this process on a folder. */
export interface Claim {
  /** Turns false once another process has taken the folder, as after a deletion of the socket. */
  isLeased(): boolean
  release(): Promise<void>
}

/**
 * Makes this process the only one to serve the folder. Throws StoreError 'unavailable' if another has it.
 *
 * The owner proves that it is alive by listening on a socket in the folder: the operating system closes it with the
 * process, and unlike a process id it means the same in every container. The database names the valid socket, so that
 * only one of two processes takes over from a dead owner.
 */
export async function claimFolder(folder: string, database: Database): Promise<Claim> {
  const self: Owner = { pid: process.pid, socket: `owner-${randomUUID().slice(0, 8)}.sock` }
  const server = await listen(folder, self)
  try {
    await takeOver(folder, database, self)
  } catch (error) {
    await stop(server)
    throw error
  }
  return {
    isLeased: () => database.get(keys.owner()) === text(self),
    release: async () => {
      try {
        await giveUp(database, self)
      } finally {
        await stop(server)
      }
    },
  }
}

async function takeOver(folder: string, database: Database, self: Owner): Promise<void> {
  for (;;) {
    const former = database.get(keys.owner())
    if (former !== undefined) await refuseIfAlive(folder, ownerSchema.parse(JSON.parse(former)))
    if (await replaceOwner(database, former, self)) return
  }
}

function replaceOwner(database: Database, former: string | undefined, self: Owner): Promise<boolean> {
  return transact(database, () => {
    if (database.get(keys.owner()) !== former) return false
    database.putSync(keys.owner(), text(self))
    return true
  })
}

async function giveUp(database: Database, self: Owner): Promise<void> {
  await transact(database, () => {
    if (database.get(keys.owner()) === text(self)) database.removeSync(keys.owner())
  })
}

async function refuseIfAlive(folder: string, owner: Owner): Promise<void> {
  const socket = socketPath(folder, owner)
  if (await isListening(socket)) throw folderInUse(folder, owner.pid)
  await rm(socket, { force: true })
}

/** Creates the StoreError for a folder used by the process `pid`. */
export function folderInUse(folder: string, pid: number): StoreError {
  const who = pid === process.pid ? 'by this process' : `by another process (${pid})`
  return new StoreError('unavailable', `the folder ${folder} is in use ${who}: the embedded store serves one`)
}

/**
 * Counts any result but a refused connection or a missing socket as alive: a wrong refusal is visible, a wrong
 * takeover loses data.
 */
function isListening(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    )
  })
}

function listen(folder: string, owner: Owner): Promise<Server> {
  const server = createServer((connection) => connection.destroy()).unref()
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(unavailable(`the folder ${folder} cannot be claimed`, cause)))
    server.listen(socketPath(folder, owner), () => resolve(server))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}

/** Socket paths are limited to about 100 bytes; takes the shorter of absolute and relative. */
function socketPath(folder: string, { socket }: Owner): string {
  if (process.platform === 'win32') return join('\\\\.\\pipe', `rewards-${socket}`)
  const absolute = join(folder, socket)
  const fromHere = relative(process.cwd(), absolute)
  const path = fromHere.length < absolute.length ? fromHere : absolute
  if (Buffer.byteLength(path) <= 100) return path
  throw new StoreError('unavailable', `the path of the data folder ${folder} is too long: at most 80 bytes`)
}

function text(owner: Owner): string {
  return JSON.stringify(owner)
}
