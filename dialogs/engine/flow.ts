import type { DialogContext, DialogReason, DialogTurnResult } from 'botbuilder-dialogs'
import { Dialog } from 'botbuilder-dialogs/lib/dialog.js'
import { answerFrom } from './answering.ts'
import { onlyOption } from './asking.ts'
import { askedIn, CardStep, type Outcome, turnOf } from './card-step.ts'
import { draftOf, type FlowState, flowState, flowStateSchema, freshState } from './flow-state.ts'
import { showObstacle } from './obstacle.ts'
import { obstacleOf } from './refusal-obstacle.ts'
import { signatureOf } from './signature.ts'
import type { AskStep, Go, Guide, Obstacle, Step, StepContext } from './step.ts'

/** Runs one guide, step by step, as a dialog of the Bot Framework. */
export class Flow extends Dialog {
  readonly guide: Guide

  constructor(guide: Guide) {
    super(guide.id)
    this.guide = guide
  }

  override getVersion(): string {
    return `${this.guide.id}:${this.guide.version}`
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const state = this.#current(dc, flowState(options) ?? freshState(this.guide))
    return this.#run(dc, state, state.at === undefined ? 0 : this.#indexOf(state.at))
  }

  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    outcome?: Outcome,
  ): Promise<DialogTurnResult> {
    const state = flowStateSchema.parse(dc.activeDialog?.state)
    const step = this.#askStep(state.at)
    if (!outcome) throw new Error(`The guide ${this.guide.id} was resumed without an answer`)
    if (outcome.kind === 'back') return this.#back(dc, state)
    if (outcome.kind === 'edit')
      return this.#wait(dc, { ...state, returnTo: step.id }, this.#askStep(outcome.step))
    return this.#answered(dc, state, step, outcome.answer)
  }

  /** A guide that has changed since starts over politely and keeps the answers that still fit. */
  #current(dc: DialogContext, state: FlowState): FlowState {
    if (state.version === this.guide.version) return state
    const { world } = turnOf(dc.context)
    world.chat.say(world.translations.t('common.guide-changed'))
    return {
      ...freshState(this.guide, state.answers),
      ...(state.afterwards && { afterwards: state.afterwards }),
    }
  }

  /** To the step that was answered last, or to this one again, even if it would not be asked any more. */
  #back(dc: DialogContext, state: FlowState): Promise<DialogTurnResult> {
    const trail = state.trail.filter((id) => id !== state.at)
    return this.#wait(dc, { ...state, trail: trail.slice(0, -1) }, this.#askStep(trail.at(-1) ?? state.at))
  }

  #answered(
    dc: DialogContext,
    before: FlowState,
    step: AskStep,
    answer: FlowState['answers'],
    trail = [...before.trail.filter((id) => id !== step.id), step.id],
  ): Promise<DialogTurnResult> {
    const { returnTo, ...rest } = before
    const state = { ...rest, answers: { ...before.answers, [step.id]: answer }, trail }
    const go = step.go(answer, this.#scene(dc, state))
    if (go) return this.#go(dc, state, go === 'again' ? { to: step.id } : go)
    return this.#run(dc, state, this.#indexOf(returnTo ?? step.id) + (returnTo === undefined ? 1 : 0))
  }

  #go(dc: DialogContext, state: FlowState, go: Exclude<Go, 'again'>): Promise<DialogTurnResult> {
    if (go === 'end') return this.#finish(dc, state)
    return 'start' in go ? this.#start(dc, go.start) : this.#run(dc, state, this.#indexOf(go.to))
  }

  async #run(dc: DialogContext, before: FlowState, from: number): Promise<DialogTurnResult> {
    let state = before
    for (const step of this.guide.steps.slice(from)) {
      if (step.kind === 'ask' && step.when(this.#scene(dc, state))) return this.#ask(dc, state, step)
      const already = recordedIn(dc)
      const obstacle = await this.#obstacle(dc, state, step)
      if (obstacle) return this.#stop(dc, state, obstacle)
      // Known at the end, too, though that may be turns later.
      state = recordedIn(dc) > already ? { ...state, recorded: true } : state
      const go = step.kind === 'branch' && step.go(this.#scene(dc, state))
      if (go) return this.#go(dc, state, go)
      if (step.kind !== 'show') continue
      await this.#show(dc, state, step)
      if (step.last) return this.#finish(dc, state)
    }
    return this.#finish(dc, state)
  }

  /** Does what waits for nobody, and tells what keeps the guide from going on. */
  async #obstacle(dc: DialogContext, state: FlowState, step: Step): Promise<Obstacle | undefined> {
    const scene = this.#scene(dc, state)
    if (step.kind === 'require') return step.obstacle(scene)
    if (step.kind === 'note') step.run(scene)
    return step.kind === 'record' ? this.#record(scene, step) : undefined
  }

  #record(scene: StepContext, step: Extract<Step, { kind: 'record' }>): Obstacle | undefined {
    for (const command of step.commands(scene)) {
      const refusal = scene.world.apply(command)
      if (refusal) return obstacleOf(scene.world, refusal)
    }
    return undefined
  }

  /** The card that a guide ends with, once something was recorded, says by whom. */
  async #show(dc: DialogContext, state: FlowState, step: Extract<Step, { kind: 'show' }>): Promise<void> {
    const { world, answers } = this.#scene(dc, state)
    const shown = await step.view({ world, answers })
    const signed = step.last && state.recorded ? { signature: signatureOf(world) } : {}
    const section = shown.section ?? `${this.guide.id}.${step.id}`
    world.chat.send(
      world.newId(),
      world.render(world, { ...shown, ...signed, card: step.card, section, guide: this.guide.id }),
    )
  }

  /** Ends here; where another guide clears the way, this one is kept to go on with afterwards. */
  #stop(dc: DialogContext, state: FlowState, obstacle: Obstacle): Promise<DialogTurnResult> {
    const scene = this.#scene(dc, state)
    showObstacle(this.guide, scene, obstacle)
    if (obstacle.detour)
      scene.world.keepDraft(draftOf(this.guide.id, { ...state, stopped: true }, scene.world.now))
    return dc.endDialog()
  }

  /** Asks, unless the button that started the guide gave an answer that fits, or there is but one to give. */
  async #ask(dc: DialogContext, { given, ...state }: FlowState, step: AskStep): Promise<DialogTurnResult> {
    const { answers } = state
    const card = { guide: this.guide.id, step: step.id, card: '', entered: {}, answers, canGoBack: false }
    const asked = askedIn(dc.context, card)
    const said = given?.step === step.id ? given.text : undefined
    const text = said ?? (step.takeOnly ? await onlyOption(asked) : undefined)
    const { answer } = text === undefined ? {} : await answerFrom(asked, { kind: 'text', text })
    if (!answer) return this.#wait(dc, state, step)
    return this.#answered(dc, state, step, answer, said === undefined ? state.trail : undefined)
  }

  #wait(
    dc: DialogContext,
    { entered, stopped: _, ...state }: FlowState,
    step: AskStep,
  ): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = { ...state, at: step.id }
    const { answers, trail } = state
    const canGoBack = trail.some((id) => id !== step.id)
    return dc.beginDialog(CardStep.id, {
      guide: this.guide.id,
      step: step.id,
      answers,
      canGoBack,
      ...(entered && { entered }),
    })
  }

  #finish(dc: DialogContext, { afterwards }: FlowState): Promise<DialogTurnResult> {
    turnOf(dc.context).world.dropDraft(this.guide.id)
    return afterwards === undefined ? dc.endDialog() : this.#start(dc, afterwards)
  }

  /** Another guide takes over, where it was left. */
  #start(dc: DialogContext, guide: string): Promise<DialogTurnResult> {
    const { world } = turnOf(dc.context)
    const state = world.drafts.find((draft) => draft.guide === guide)?.state
    world.dropDraft(guide)
    return dc.replaceDialog(guide, state)
  }

  #scene(dc: DialogContext, { answers }: FlowState): StepContext {
    return { world: turnOf(dc.context).world, answers }
  }

  #askStep(id: string | undefined): AskStep {
    const step = this.guide.steps.find((each): each is AskStep => each.kind === 'ask' && each.id === id)
    if (!step) throw new Error(`The guide ${this.guide.id} has no question "${id}"`)
    return step
  }

  #indexOf(id: string): number {
    const index = this.guide.steps.findIndex((step) => 'id' in step && step.id === id)
    if (index < 0) throw new Error(`The guide ${this.guide.id} has no step "${id}"`)
    return index
  }
}

const recordedIn = (dc: DialogContext): number => turnOf(dc.context).world.recorded.length
