/** Conversations in which more than one person reads along, by how they were opened, not by what anybody says of them. */
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
