import { isDeepStrictEqual } from 'node:util'
import { type Citation, cite, type NamedSource, type Voice } from '../engine/citation.ts'

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Numbers the sources of a card in order of citation. */
export class Footnotes {
  readonly #voice: Voice
  readonly #sources: NamedSource[] = []

  constructor(voice: Voice) {
    this.#voice = voice
  }

  /** Superscript numbers for a sentence with these sources. */
  mark(sources: readonly NamedSource[]): string {
    const numbers = [...new Set(sources.map((source) => this.#numberOf(source)))].sort((a, b) => a - b)
    return numbers.map((number) => `\u00a0${raised(number)}`).join('')
  }

  /** Sources with number, date and certainty, without duplicates. */
  get lines(): Citation[] {
    return this.#sources.map((source, index) => {
      const { text, certainty } = cite(this.#voice, source, 'common.citation')
      return { text: `${raised(index + 1)} ${text}`, certainty }
    })
  }

  /** A source of another program version may be the same as one of this. */
  #numberOf(named: NamedSource): number {
    const source = typeof named === 'string' ? (this.#voice.program.sources[named] ?? named) : named
    const known = this.#sources.findIndex((each) => isDeepStrictEqual(each, source))
    return known < 0 ? this.#sources.push(source) : known + 1
  }
}

const raised = (number: number) => [...String(number)].map((digit) => digits[Number(digit)]).join('')
