import { wordsOf } from './normalize.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Line before a mail signature (RFC 3676), as trimmed by clients. */
const delimiter = /^--\s*$/

/** Removes the mail signature from a message. */
export function createUnsigned(vocabularies: readonly Vocabulary[]): (text: string) => string {
  const beginnings = vocabularies.flatMap(({ signatures }) => signatures.map((each) => ` ${words(each)} `))
  const isBeginning = (line: string) => {
    const said = ` ${words(line)} `
    return delimiter.test(line) || beginnings.some((beginning) => said.startsWith(beginning))
  }
  return (text) => {
    const lines = text.split('\n')
    const end = lines.findIndex((line, at) => at > 0 && isBeginning(line))
    const said = lines
      .slice(0, end < 0 ? undefined : end)
      .join('\n')
      .trim()
    return said === '' ? text : said
  }
}

const words = (text: string) => wordsOf(text.slice(0, 100)).join(' ')
