import { z } from 'zod'
import type { Draft } from '../../src/core/conversation/conversation.ts'
import { type Guide, storedForm } from './step.ts'

/** State of a guide, as stored in the conversation (plain JSON). */
export const flowStateSchema = z.object({
  version: z.number(),
  /** Id of the step that waits; absent before the first. */
  at: z.string().optional(),
  answers: z.record(z.string(), z.unknown()),
  /** Unfinished input at that step. */
  entered: z.record(z.string(), z.string()).optional(),
  /** Steps that were answered, in order: the way back. */
  trail: z.array(z.string()),
  /** The summary that a changed step returns to. */
  returnTo: z.string().optional(),
  /** The answer to the first question, as the button that started the guide carried it. */
  given: z.object({ step: z.string(), text: z.string() }).optional(),
  /** Values that the sentence named which started the guide, by step and field, until their step is asked. */
  named: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** Left because something stood in the way, not by the person: it goes on without being offered. */
  stopped: z.literal(true).optional(),
  /** Something was recorded on the way. */
  recorded: z.literal(true).optional(),
  /** The guide that was interrupted for this one, and is taken up again after it. */
  afterwards: z.string().optional(),
})
export type FlowState = z.infer<typeof flowStateSchema>

/** Recognises a guide's part of the dialog state. */
export function flowState(state: unknown): FlowState | undefined {
  return flowStateSchema.safeParse(state).data
}

/** A new start of a guide, with those earlier answers that still fit its forms. */
export function freshState(guide: Guide, answers: FlowState['answers'] = {}): FlowState {
  const asks = guide.steps.filter((step) => step.kind === 'ask')
  const fitting = asks.filter((step) => storedForm(step.form).safeParse(answers[step.id]).success)
  return {
    version: guide.version,
    answers: Object.fromEntries(fitting.map(({ id }) => [id, answers[id]])),
    trail: [],
  }
}

/** A guide to be taken up again later. */
export function draftOf(guide: string, state: FlowState, now: number): Draft {
  return { guide, state, leftAt: new Date(now).toISOString() }
}
