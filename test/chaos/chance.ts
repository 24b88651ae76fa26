/** Choices that are the same each time for the same seed and name. */
export class Chance {
  #state: number

  constructor(seed: number, name: string) {
    this.#state = seed >>> 0
    for (const character of name) this.#state = Math.imul(this.#state ^ character.charCodeAt(0), 0x01000193)
  }

  /** At least 0, less than 1: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** True so often, of one. */
  happens(often: number): boolean {
    return this.next() < often
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least)
  }

  /** @throws Error when there is nothing to choose from. */
  oneOf<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.next() * choices.length)]
    if (chosen === undefined) throw new Error('There is nothing to choose from')
    return chosen
  }
}
