import { literal } from '../../src/core/text/literal.ts'
import { loadVocabularies, type Vocabulary } from './vocabulary.ts'

type Connective = keyof Vocabulary['connectives']

const wordsFor = (vocabularies: readonly Vocabulary[], kinds: readonly Connective[]): string =>
  vocabularies
    .flatMap(({ connectives }) => kinds.flatMap((kind) => connectives[kind]))
    .map(literal)
    .join('|')

/** Makes the split of a text into clauses, at its punctuation and at these connectives. */
export function clauseSplitter(vocabularies: readonly Vocabulary[], kinds: readonly Connective[]) {
  const border = new RegExp(`[.,;:!?\\n]+|\\b(?:${wordsFor(vocabularies, kinds)})\\b`, 'i')
  return (text: string): string[] => text.split(border)
}

/** Makes the split of a list: "one, two and three". */
export function listSplitter(vocabularies: readonly Vocabulary[]) {
  const border = new RegExp(`[,;\\n]| (?:${wordsFor(vocabularies, ['and'])}) `, 'i')
  return (text: string): string[] => text.split(border)
}

export const partsOfList = listSplitter(loadVocabularies())
