import type { Clock } from '../../store/ports.ts'
import { backoffMs } from '../backoff.ts'

/** Failed wake-ups and their backoffs. */
export class Backoffs {
  readonly #known = new Map<string, { readonly failures: number; readonly until: number }>()
  readonly #wallClock: Clock

  constructor(wallClock: Clock) {
    this.#wallClock = wallClock
  }

  note(id: string): void {
    const failures = (this.#known.get(id)?.failures ?? 0) + 1
    this.#known.set(id, { failures, until: this.#wallClock() + backoffMs(failures) })
  }

  rests(id: string): boolean {
    return (this.#known.get(id)?.until ?? Number.NEGATIVE_INFINITY) > this.#wallClock()
  }

  forget(id: string): void {
    this.#known.delete(id)
  }
}
