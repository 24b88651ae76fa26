import { afterAsk } from './asks.ts'
import { wordsOf } from './normalize.ts'
import { isQuestion, questionBeginnings } from './question.ts'
import { loadVocabularies, type Vocabulary } from './vocabulary.ts'

/** Target whose asks are also wishes to be told something again. */
const wish = 'remind-me'

/** Makes the test whether words begin as a thing of which one is told: "our tier", « notre palier ». */
function namesThing(vocabularies: readonly Vocabulary[]): (words: string) => boolean {
  const articles = new Set(vocabularies.flatMap(({ corrections }) => corrections.articles.flatMap(wordsOf)))
  return (words) => wordsOf(words).length > 1 && articles.has(wordsOf(words)[0] ?? '')
}

const isThing = namesThing(loadVocabularies())
const asks = questionBeginnings(
  loadVocabularies().map((each) => ({ ...each, questions: [...each.questions, ...each.relatives] })),
)

/** Tells what a sentence wants to hear again: "remind me what our tier is" asks what our tier is; undefined for none. */
export function toldAgain(text: string): string | undefined {
  const rest = afterAsk(wish, text)
  return rest !== undefined && (asks(rest) || isThing(rest)) ? rest : undefined
}

/** Tests for a question after "remind me": a day in it is a part of the question, not of a reminder. */
export const asksAgain = (text: string): boolean => asks(afterAsk(wish, text) ?? '')

/** Tests for a question, or a wish to hear something again. */
export const isAsking = (text: string): boolean => isQuestion(text) || toldAgain(text) !== undefined
