import type { CardStepState } from '../../dialogs/engine/card-step.ts'
import type { Fit } from '../../dialogs/engine/typing/fit.ts'
import { programNotVisible } from '../../dialogs/guides/program-not-visible/recipe.ts'
import { isBareQuestion, isSentence } from '../../dialogs/understanding/question.ts'
import { isAsking, toldAgain } from '../../dialogs/understanding/told-again.ts'
import type { Candidate } from '../../dialogs/understanding/understand.ts'
import { isError } from '../../src/programs/errors/pasted.ts'
import { meaningsOf } from './meanings.ts'
import type { TurnScope } from './turn-scope.ts'
import { isAnswerPage } from './way-back.ts'

/** A typed line, as the understanding and the step that waits see it. */
interface Said {
  readonly text: string
  /** Meaning elsewhere, if that is clear. */
  readonly meant: string | undefined
  /** It means something else than the guide that waits. */
  readonly isOther: boolean
  /** It is an error message, which has a guide of its own. */
  readonly isError: boolean
}

/**
 * Tests whether a typed line answers the step that waits. What fits exactly does, also when the guide is paused; a
 * question or another clear wish comes before what fits loosely.
 */
export async function answersStep(attempt: TurnScope, text: string): Promise<boolean> {
  const { guides } = attempt
  const fit = await guides.fit(text)
  const { waiting } = guides
  if (fit === undefined || !waiting) return false
  if (fit === 'exact') return true
  return !guides.isPaused && isAnswer[fit](saidIn(attempt, text, waiting))
}

/** Tests whether a line asks something that a page or another guide answers. */
export function asksOther(attempt: TurnScope, text: string): boolean {
  const { waiting } = attempt.guides
  return waiting !== undefined && isAsking(text) && saidIn(attempt, text, waiting).isOther
}

const isAnswer: Readonly<Record<Exclude<Fit, 'exact'>, (said: Said) => boolean>> = {
  mentioned: ({ text, meant, isOther, isError }) => {
    if (isError) return false
    if (isAsking(text)) return meant !== undefined && !isOther
    // Beside an option, other words than a question only explain the choice.
    return !isOther || isAnswerPage(meant ?? '')
  },
  unfit: ({ text, isOther, isError }) => !isOther && !isError && !isAsking(text),
  line: ({ text, isOther, isError }) => !isError && !isAsking(text) && !(isOther && isSentence(text)),
  prose: ({ text, isOther, isError }) => isError || !isOther || !(isBareQuestion(text) || isToldAgain(text)),
}

const isToldAgain = (text: string): boolean => toldAgain(text) !== undefined

function saidIn({ understanding, guides, work }: TurnScope, text: string, waiting: CardStepState): Said {
  const [best]: readonly Candidate[] = meaningsOf({ understanding }, text)
  const meant = best?.confident ? best.id : undefined
  // The name of a language, where one is asked for, is no wish to speak it.
  const isOwn = meant === waiting.guide || (meant === 'language' && guides.choosesNext)
  const isOther = meant !== undefined && !isOwn
  const isMessage = waiting.guide !== programNotVisible.id && isError(work.world.programs.errors, text)
  return { text, meant, isOther, isError: isMessage && !isAnswerPage(meant ?? '') }
}
