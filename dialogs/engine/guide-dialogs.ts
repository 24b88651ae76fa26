import type { TurnContext } from 'botbuilder'
import type { DialogReason, DialogState, DialogTurnResult } from 'botbuilder-dialogs'
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js'
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js'
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js'
import { cardStep, cardStepId } from './card-step.ts'
import type { Behaviour, Move, Outcome } from './dialog-behaviour.ts'
import { flowOf } from './flow.ts'
import type { Guide } from './step.ts'
import type { Turn } from './turn.ts'

/** The dialogs that wait, the one on top last, as the conversation keeps them. */
export type GuideStack = DialogState

/** The guide to begin, with the state that it is taken up in. */
export interface Beginning {
  readonly guide: string
  readonly state?: object | undefined
}

/** Runs guides on Bot Framework's dialog stack: the only place that knows its dialogs. Built once. */
export class GuideDialogs {
  readonly guides: ReadonlyMap<string, Guide>
  readonly #dialogs = new DialogSet()

  constructor(guides: readonly Guide[]) {
    this.guides = new Map(guides.map((guide) => [guide.id, guide]))
    this.#dialogs.add(new EngineDialog(cardStepId, cardStep))
    for (const guide of guides)
      this.#dialogs.add(new EngineDialog(guide.id, flowOf(guide), `${guide.id}:${guide.version}`))
  }

  /** Begins a guide, or hands the input of the turn to the dialog on top. Changes the stack in place. */
  async run(context: TurnContext, turn: Turn, stack: GuideStack, beginning?: Beginning): Promise<void> {
    context.turnState.set(turnKey, turn)
    const dc = new DialogContext(this.#dialogs, context, stack)
    await (beginning ? dc.beginDialog(beginning.guide, beginning.state) : dc.continueDialog())
  }
}

const turnKey = Symbol('turn')

function turnOf({ context }: DialogContext): Turn {
  const turn = context.turnState.get<Turn | undefined>(turnKey)
  if (!turn) throw new Error('A dialog ran outside of a turn')
  return turn
}

/** Carries out on the SDK's stack what a behaviour decides. */
class EngineDialog extends Dialog {
  readonly #behaviour: Behaviour
  readonly #version: string

  constructor(id: string, behaviour: Behaviour, version = id) {
    super(id)
    this.#behaviour = behaviour
    this.#version = version
  }

  override getVersion(): string {
    return this.#version
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    return carryOut(dc, await this.#behaviour.begin(turnOf(dc), options))
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { proceed } = this.#behaviour
    return proceed ? carryOut(dc, await proceed(turnOf(dc), stateOf(dc))) : super.continueDialog(dc)
  }

  override async resumeDialog(
    dc: DialogContext,
    reason: DialogReason,
    outcome?: Outcome,
  ): Promise<DialogTurnResult> {
    const { resume } = this.#behaviour
    return resume
      ? carryOut(dc, await resume(turnOf(dc), stateOf(dc), outcome))
      : super.resumeDialog(dc, reason, outcome)
  }
}

const stateOf = (dc: DialogContext): unknown => dc.activeDialog?.state

async function carryOut(dc: DialogContext, move: Move): Promise<DialogTurnResult> {
  const { activeDialog } = dc
  if ('state' in move && activeDialog) activeDialog.state = move.state
  switch (move.kind) {
    case 'wait':
      return Dialog.EndOfTurn
    case 'call':
      return dc.beginDialog(move.dialog, move.options)
    case 'end':
      return dc.endDialog(move.outcome)
    case 'replace':
      return dc.replaceDialog(move.dialog, move.options)
  }
}
