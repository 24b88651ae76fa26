import type { ButtonIntent } from '../../dialogs/engine/button-intent.ts'
import type { FlowState } from '../../dialogs/engine/flow-state.ts'
import type { Reading } from '../../dialogs/engine/step.ts'
import type { GuideRunner } from './guide-runner.ts'

/** Intents that start a guide in a way of their own. */
export type GuideIntent = Extract<
  ButtonIntent,
  { do: 'continue' | 'start-afresh' | 'start-with' | 'start-named' | 'detour' }
>

/** State to start a guide from; undefined for its first step. */
export function beginningOf(
  guides: GuideRunner,
  intent: GuideIntent,
  left: FlowState | undefined,
): FlowState | undefined {
  if (intent.do === 'continue') return left
  if (intent.do === 'start-with') return guides.answered(intent.guide, intent.answer)
  if (intent.do === 'start-named') {
    const named = guides.reading(intent.guide, intent.sentence)
    const blank = guides.blank(intent.guide, left?.answers)
    return blank && { ...blank, named: withEntered(named, left) }
  }
  const blank = guides.blank(intent.guide)
  const backTo = intent.do === 'detour' && guides.has(intent.backTo) && intent.backTo
  return blank && backTo ? { ...blank, afterwards: backTo } : undefined
}

/** Values that a sentence named, over what was entered before the guide was left. */
function withEntered(
  { values }: Reading = { values: {} },
  { at = '', entered = {} }: Partial<FlowState> = {},
) {
  const filled = Object.entries(entered).filter(([, value]) => value !== '')
  if (filled.length === 0) return values
  return { ...values, [at]: { ...Object.fromEntries(filled), ...values[at] } }
}
