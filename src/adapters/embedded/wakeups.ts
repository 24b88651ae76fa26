import { randomUUID } from 'node:crypto'
import { type Clock, StoreError, type Wakeup, type Wakeups } from '../../store/ports.ts'
import { Backoffs } from './backoffs.ts'
import { type Database, transact } from './database.ts'
import { allWakeups, dueWakeups, removeWakeup, writeWakeup } from './wakeup-entries.ts'

/** Real milliseconds between two scheduled checks. */
const interval = 200
const atOnce = 32

type Handle = Parameters<Wakeups['start']>[0]

/**
 * Wake-ups in an ordered range of keys, polled at intervals. Handled ones are removed; failed ones back off, in this
 * process's memory.
 */
export class PolledWakeups implements Wakeups {
  readonly #database: () => Database
  readonly #clock: Clock
  readonly #inWork = new Map<string, Promise<void>>()
  readonly #backoffs: Backoffs
  #timer: NodeJS.Timeout | undefined
  #isClosing = false
  #isClosed = false

  constructor(database: () => Database, clock: Clock, wallClock: Clock) {
    this.#database = database
    this.#clock = clock
    this.#backoffs = new Backoffs(wallClock)
  }

  async schedule(tenant: string, at: number): Promise<Wakeup> {
    const database = this.#opened()
    const wakeup = { id: randomUUID(), tenant, at }
    await transact(database, () => writeWakeup(database, wakeup))
    return wakeup
  }

  async cancel(id: string): Promise<void> {
    const database = this.#opened()
    // It may be taken up before the transaction begins.
    await transact(database, () => this.#inWork.has(id) || removeWakeup(database, id))
    this.#backoffs.forget(id)
  }

  async start(handle: Handle): Promise<void> {
    this.#opened()
    this.#timer = setInterval(() => this.#check(handle), interval).unref()
    this.#check(handle)
  }

  async *waiting(): AsyncGenerator<Wakeup> {
    for await (const wakeup of allWakeups(() => this.#opened())) {
      if (!this.#inWork.has(wakeup.id)) yield wakeup
    }
  }

  async close(): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#timer)
    // Running handlers may schedule further wake-ups.
    await Promise.all(this.#inWork.values())
    this.#isClosed = true
  }

  #opened(): Database {
    if (this.#isClosed) throw new StoreError('unavailable', 'the wake-ups are closed')
    return this.#database()
  }

  /** Ignores a failed read, which the next check repeats. */
  #check(handle: Handle): void {
    try {
      if (!this.#isClosing) this.#take(handle)
    } catch {
      // The store's health check reports it.
    }
  }

  #take(handle: Handle): void {
    for (const wakeup of dueWakeups(this.#database(), this.#clock())) {
      if (this.#inWork.size >= atOnce) return
      if (this.#inWork.has(wakeup.id) || this.#backoffs.rests(wakeup.id)) continue
      this.#inWork.set(wakeup.id, this.#work(wakeup, handle))
    }
  }

  async #work(wakeup: Wakeup, handle: Handle): Promise<void> {
    const { id } = wakeup
    try {
      await handle(wakeup)
      const database = this.#database()
      await transact(database, () => removeWakeup(database, id))
      this.#backoffs.forget(id)
    } catch {
      this.#backoffs.note(id)
    }
    this.#inWork.delete(id)
    this.#check(handle)
  }
}
