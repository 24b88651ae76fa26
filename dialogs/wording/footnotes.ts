import { cite, type Voice } from '../engine/render.ts'

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Numbers the sources of a card in order of citation. */
export class Footnotes {
  readonly #voice: Voice
  readonly #sources: string[] = []

  constructor(voice: Voice) {
    this.#voice = voice
  }

  /** Superscript numbers for a sentence with these sources. */
  mark(sources: readonly string[]): string {
    const numbers = [...new Set(sources)].map((source) => this.#numberOf(source)).sort((a, b) => a - b)
    return numbers.map((number) => `\u00a0${raised(number)}`).join('')
  }

  /** Sources with number, date and certainty, without duplicates. */
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
