import { cite, type Voice } from '../engine/render.ts'

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Numbers the sources of one card, in the order in which its sentences name them. */
export class Footnotes {
  readonly #voice: Voice
  readonly #sources: string[] = []

  constructor(voice: Voice) {
    this.#voice = voice
  }

  /** The raised numbers to put behind a sentence that rests on these sources. */
  mark(sources: readonly string[]): string {
    const numbers = [...new Set(sources)].map((source) => this.#numberOf(source)).sort((a, b) => a - b)
    return numbers.map((number) => `\u00a0${raised(number)}`).join('')
  }

  /** Each source once, with its number, date and certainty. */
  get lines(): string[] {
    return this.#sources.map(
      (source, index) => `${raised(index + 1)} ${cite(this.#voice, source, 'common.citation')}`,
    )
  }

  #numberOf(source: string): number {
    if (!this.#sources.includes(source)) this.#sources.push(source)
    return this.#sources.indexOf(source) + 1
  }
}

const raised = (number: number) => [...String(number)].map((digit) => digits[Number(digit)]).join('')
