import type { TurnContext } from 'botbuilder'
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js'
import { z } from 'zod'
import { answerFrom } from './answering.ts'
import { type Asked, ask, type Remarks, settled, startingValues } from './asking.ts'
import type { Input } from './card-data.ts'
import type { AskStep, Guide } from './step.ts'
import type { World } from './world.ts'

/** What the dialogs need of a turn besides Bot Framework's own context. */
export interface Turn {
  readonly world: World
  readonly input: Input
  readonly guides: ReadonlyMap<string, Guide>
}

const turnKey = Symbol('turn')

export function takeTurn(context: TurnContext, turn: Turn): void {
  context.turnState.set(turnKey, turn)
}

export function turnOf(context: TurnContext): Turn {
  const turn = context.turnState.get<Turn | undefined>(turnKey)
  if (!turn) throw new Error('A dialog ran outside of a turn')
  return turn
}

/** How a step ended. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'back' }
  | { readonly kind: 'edit'; readonly step: string }

const stateSchema = z.object({
  guide: z.string(),
  step: z.string(),
  /** Id of the message with the card that may be answered now. */
  card: z.string(),
  entered: z.record(z.string(), z.string()),
  answers: z.record(z.string(), z.unknown()),
  canGoBack: z.boolean(),
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
export class CardStep extends Dialog {
  static readonly id = 'card-step'

  constructor() {
    super(CardStep.id)
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const state = stateSchema.parse({ card: '', entered: {}, ...options })
    return this.#show(dc, { ...state, entered: await startingValues(askedIn(dc.context, state)) })
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { input } = turnOf(dc.context)
    const state = stateSchema.parse(dc.activeDialog?.state)
    const asked = askedIn(dc.context, state)
    const way = input.kind === 'steer' ? steered(asked, input.go) : undefined
    if (way) return this.#end(dc, asked, way)
    if (input.kind !== 'answer' && input.kind !== 'text' && input.kind !== 'retype')
      return this.#show(dc, state)
    const result = await answerFrom(asked, input)
    if (result.answer)
      return this.#end(dc, { ...asked, entered: result.entered }, { kind: 'answered', answer: result.answer })
    return this.#show(dc, { ...state, entered: { ...result.entered } }, result.remarks)
  }

  async #show(dc: DialogContext, state: CardStepState, remarks?: Remarks): Promise<DialogTurnResult> {
    const asked = askedIn(dc.context, state)
    const card = asked.scene.world.newId()
    await settled(asked, 'moved')
    await ask(asked, card, remarks)
    if (dc.activeDialog) dc.activeDialog.state = { ...state, card }
    return Dialog.EndOfTurn
  }

  async #end(dc: DialogContext, asked: Asked, outcome: Outcome): Promise<DialogTurnResult> {
    await settled(asked, outcome.kind === 'answered' ? 'answered' : 'moved')
    return dc.endDialog(outcome)
  }
}

/** The step that waits, as this turn sees it. */
export function askedIn(context: TurnContext, state: CardStepState): Asked {
  const { world, guides } = turnOf(context)
  const guide = guides.get(state.guide)
  const step = guide?.steps.find((each): each is AskStep => each.kind === 'ask' && each.id === state.step)
  if (!guide || !step) throw new Error(`There is no step ${state.guide}.${state.step}`)
  const scene = { world, answers: state.answers }
  return { scene, guide, step, card: state.card, entered: state.entered, canGoBack: state.canGoBack }
}

/** Where this step lets a person go; elsewhere answers may be missing. */
function steered({ step }: Asked, go: string): Outcome | undefined {
  if (go === 'back') return { kind: 'back' }
  return step.edit.includes(go) ? { kind: 'edit', step: go } : undefined
}
