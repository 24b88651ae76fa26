import { type Asked, vocabularyOf } from '../asking.ts'
import type { AskStep } from '../step.ts'
import { fieldCorrected } from './named-fields.ts'

/** Finds the earlier step whose answer a sentence changes, the nearest first; none if the step that waits has the field. */
export function stepCorrected(asked: Asked, text: string): AskStep | undefined {
  const isNamedIn = (step: AskStep) =>
    fieldCorrected(step.form, text, vocabularyOf({ ...asked, step })) !== undefined
  return isNamedIn(asked.step) ? undefined : changeable(asked).find(isNamedIn)
}

/** Answered steps of which nothing is recorded yet, the nearest first. */
function changeable({ guide, step, scene }: Asked): AskStep[] {
  const before = guide.steps.slice(0, guide.steps.indexOf(step))
  const recorded = before.findLastIndex(({ kind }) => kind === 'record')
  const open = before.slice(recorded + 1).filter((each): each is AskStep => each.kind === 'ask')
  return open.filter(({ id }) => scene.answers[id] !== undefined).reverse()
}
