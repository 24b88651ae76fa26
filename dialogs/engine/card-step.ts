import { z } from 'zod'
import { answerFrom, type Given } from './answering.ts'
import { type Asked, ask, settled, startingValues } from './asking.ts'
import type { Input } from './card-data.ts'
import type { Behaviour, Move, Outcome } from './dialog-behaviour.ts'
import { foldedFields, noRemarks } from './drawing/remarks.ts'
import type { AskStep } from './step.ts'
import type { Turn } from './turn.ts'
import { stepCorrected } from './typing/step-corrected.ts'

/** Name of this dialog in the stored stack. */
export const cardStepId = 'card-step'

const stateSchema = z.object({
  guide: z.string(),
  step: z.string(),
  /** Id of the message with the card that may be answered now. */
  card: z.string(),
  entered: z.record(z.string(), z.string()),
  answers: z.record(z.string(), z.unknown()),
  canGoBack: z.boolean(),
  /** Fields that the card shows as a line each. */
  folded: z.array(z.string()).optional(),
})
/** Values to fill in whatever was suggested. */
const fillingSchema = z.object({
  named: z.record(z.string(), z.string()).optional(),
  said: z.string().optional(),
})
export type CardStepState = z.infer<typeof stateSchema>

/** Recognises a card step's part of the dialog state. */
export function cardStepState(state: unknown): CardStepState | undefined {
  return stateSchema.safeParse(state).data
}

/**
 * Shows the card of one step and waits for its answer. Replaces the SDK's prompts, which ignore submitted cards
 * and keep whole attachments in the state.
 */
export const cardStep: Behaviour = { begin, proceed }

async function begin(turn: Turn, options: object | undefined): Promise<Move> {
  const blank = stateSchema.parse({ card: '', entered: {}, ...options })
  const { named, said } = fillingSchema.parse({ ...options })
  const state = { ...blank, entered: { ...(await startingValues(askedIn(turn, blank))), ...named } }
  return said === undefined ? show(turn, state) : take(turn, state, { kind: 'text', text: said })
}

async function proceed(turn: Turn, stored: unknown): Promise<Move> {
  const { input } = turn
  const state = stateSchema.parse(stored)
  const asked = askedIn(turn, state)
  const way = wayElsewhere(asked, input)
  if (way) return end(asked, way)
  return input.kind === 'answer' || input.kind === 'text' || input.kind === 'retype'
    ? take(turn, state, input)
    : show(turn, state)
}

async function take(turn: Turn, state: CardStepState, input: Given): Promise<Move> {
  const asked = askedIn(turn, state)
  const result = await answerFrom(asked, input)
  if (result.answer)
    return end({ ...asked, entered: result.entered }, { kind: 'answered', answer: result.answer })
  return show(turn, { ...state, entered: { ...result.entered } }, result.remarks)
}

async function show(turn: Turn, { folded: _, ...state }: CardStepState, remarks = noRemarks): Promise<Move> {
  const asked = askedIn(turn, state)
  const folded = foldedFields(asked.step.form, asked.entered, remarks)
  const card = turn.world.newId()
  await settled(asked, 'moved')
  await ask(asked, card, remarks)
  return { kind: 'wait', state: { ...state, card, ...(folded.length > 0 && { folded }) } }
}

async function end(asked: Asked, outcome: Outcome): Promise<Move> {
  await settled(asked, outcome.kind === 'answered' ? 'answered' : 'moved')
  return { kind: 'end', outcome }
}

/** The step that waits, as this turn sees it. */
export function askedIn({ world, guides }: Turn, state: CardStepState): Asked {
  const guide = guides.get(state.guide)
  const step = guide?.steps.find((each): each is AskStep => each.kind === 'ask' && each.id === state.step)
  if (!guide || !step) throw new Error(`There is no step ${state.guide}.${state.step}`)
  const scene = { world, answers: state.answers }
  const { card, entered, canGoBack, folded } = state
  return { scene, guide, step, card, entered, canGoBack, folded }
}

/** Leads to another step: by a button, or by a sentence that changes an earlier answer. */
function wayElsewhere(asked: Asked, input: Input): Outcome | undefined {
  if (input.kind === 'steer') return steered(asked, input)
  if (input.kind !== 'text') return undefined
  const step = stepCorrected(asked, input.text)
  return step && { kind: 'edit', step: step.id, said: input.text }
}

/** Steps that can be reached from here; elsewhere answers may be missing. */
function steered({ step }: Asked, { go }: Extract<Input, { kind: 'steer' }>): Outcome | undefined {
  if (go.do === 'back') return { kind: 'back' }
  return step.edit.includes(go.step) ? { kind: 'edit', step: go.step } : undefined
}
