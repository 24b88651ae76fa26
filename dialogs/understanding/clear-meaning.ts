import { isQuestion } from './question.ts'
import type { Candidate } from './understand.ts'

/** Chance from which even a question begins a guide: more often it wants an answer. */
const sureOfGuide = 0.6

/** Tests whether the likeliest meaning may be acted on. */
export const isClear = (best: Candidate, text: string, isGuide: (target: string) => boolean): boolean =>
  best.confident && (best.chance >= sureOfGuide || !isGuide(best.id) || !isQuestion(text))
