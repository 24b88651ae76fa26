/** Runs jobs of the same name one after the other, in order of arrival. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>()

  async wait<T>(name: string, job: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    const mine = before.then(job, job)
    this.#last.set(name, mine)
    try {
      return await mine
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name)
    }
  }
}
