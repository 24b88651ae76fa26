import { beginsAsQuestion } from '../../dialogs/understanding/question.ts'
import type { Understanding } from '../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { literal } from '../../src/core/text/literal.ts'
import { isAnswerPage } from './way-back.ts'

/** A question with the page that answers it. */
export interface Answerable {
  readonly page: string
  readonly text: string
}

const and = loadVocabularies()
  .flatMap(({ connectives }) => connectives.and)
  .map(literal)
  .join('|')
const border = new RegExp(`[?？;,\\n]+\\s*(?:(?:${and})\\s+)?|\\s+(?:${and})\\s+`, 'giu')

/** Characters of the longest sentence that may be two questions. */
const longest = 500

/** Splits a sentence where another question begins: "who is our contact" and "when does it end". */
export function questionsIn(text: string): string[] {
  const found: string[] = []
  for (const part of text.split(border).map((each) => each.trim())) {
    if (beginsAsQuestion(part) || found.length === 0) found.push(part)
    else found.push(`${found.pop() ?? ''} ${part}`.trim())
  }
  return found.filter((each) => beginsAsQuestion(each))
}

/** The answers to a sentence of two questions, if each is clear by itself and has its own. */
export function twoAnswers(understanding: Pick<Understanding, 'guess'>, text: string): Answerable[] {
  const parts = text.length <= longest ? questionsIn(text) : []
  if (parts.length !== 2) return []
  const found = parts.flatMap((part) => {
    const [best] = understanding.guess(part)
    return best?.confident && isAnswerPage(best.id) ? [{ page: best.id, text: part }] : []
  })
  return new Set(found.map(({ page }) => page)).size === 2 ? found : []
}
