/** Conversations read by several people, by how they were opened. */
export class SharedPlaces {
  readonly #ids = new Set<string>()

  add(id: string): void {
    this.#ids.add(id)
  }

  /** A thread of a channel lies in the channel. */
  has(id: string): boolean {
    return this.#ids.has(id) || this.#ids.has(id.split(';messageid=')[0] ?? '')
  }
}
