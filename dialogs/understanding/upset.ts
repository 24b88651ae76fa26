import { wordsOf } from './normalize.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Longer messages say what is the matter. */
const mostWords = 7

/** Recognises short messages that swear or despair. */
export function createUpset(vocabularies: readonly Vocabulary[]): (text: string) => boolean {
  const sayings = vocabularies.flatMap(({ upset }) => upset.map((saying) => ` ${wordsOf(saying).join(' ')} `))
  return (text) => {
    const words = wordsOf(text)
    return words.length <= mostWords && sayings.some((saying) => ` ${words.join(' ')} `.includes(saying))
  }
}
