import { answerFrom } from './answering.ts'
import { offered, onlyOption } from './asking.ts'
import { askedIn, cardStepId } from './card-step.ts'
import type { Behaviour, Move, Outcome } from './dialog-behaviour.ts'
import { draftOf, type FlowState, flowState, flowStateSchema, freshState } from './flow-state.ts'
import { showObstacle } from './obstacle.ts'
import { fittingValues, onlyValue } from './read-answer.ts'
import { obstacleOf } from './refusal-obstacle.ts'
import { signatureOf } from './signature.ts'
import type { AskStep, Go, Guide, Obstacle, Step, StepContext } from './step.ts'
import type { Turn } from './turn.ts'
import type { Entered } from './typing/typed.ts'

/** A guide in one turn. */
interface Flow {
  readonly guide: Guide
  readonly turn: Turn
}

/** Runs one guide, step by step. */
export const flowOf = (guide: Guide): Behaviour => ({
  begin: (turn, options) => begin({ guide, turn }, options),
  resume: (turn, state, outcome) => resume({ guide, turn }, flowStateSchema.parse(state), outcome),
})

async function begin(flow: Flow, options: object | undefined): Promise<Move> {
  const state = current(flow, flowState(options) ?? freshState(flow.guide))
  return run(flow, state, state.at === undefined ? 0 : indexOf(flow.guide, state.at))
}

async function resume(flow: Flow, state: FlowState, outcome: Outcome | undefined): Promise<Move> {
  const { guide } = flow
  const step = askStep(guide, state.at)
  if (!outcome) throw new Error(`The guide ${guide.id} was resumed without an answer`)
  if (outcome.kind === 'back') return back(flow, state)
  if (outcome.kind === 'edit')
    return wait(flow, { ...state, returnTo: step.id }, askStep(guide, outcome.step), { said: outcome.said })
  return answered(flow, state, step, outcome.answer)
}

/** A guide that has changed since starts over politely and keeps the answers that still fit. */
function current({ guide, turn: { world } }: Flow, state: FlowState): FlowState {
  if (state.version === guide.version) return state
  world.chat.say(world.translations.t('common.guide-changed'))
  return { ...freshState(guide, state.answers), ...(state.afterwards && { afterwards: state.afterwards }) }
}

/** Goes to the step that was answered last, or to this one again, even if it would not be asked any more. */
function back(flow: Flow, state: FlowState): Move {
  const trail = state.trail.filter((id) => id !== state.at)
  return wait(flow, { ...state, trail: trail.slice(0, -1) }, askStep(flow.guide, trail.at(-1) ?? state.at))
}

function answered(
  flow: Flow,
  before: FlowState,
  step: AskStep,
  answer: FlowState['answers'],
  trail = [...before.trail.filter((id) => id !== step.id), step.id],
): Move | Promise<Move> {
  const { returnTo, ...rest } = before
  const state = { ...rest, answers: { ...before.answers, [step.id]: answer }, trail }
  const go = step.go(answer, scene(flow, state))
  if (go) return goTo(flow, state, go === 'again' ? { to: step.id } : go)
  return run(flow, state, indexOf(flow.guide, returnTo ?? step.id) + (returnTo === undefined ? 1 : 0))
}

function goTo(flow: Flow, state: FlowState, go: Exclude<Go, 'again'>): Move | Promise<Move> {
  if (go === 'end') return finish(flow, state)
  return 'start' in go ? start(flow, go.start) : run(flow, state, indexOf(flow.guide, go.to))
}

async function run(flow: Flow, before: FlowState, from: number): Promise<Move> {
  let state = before
  for (const step of flow.guide.steps.slice(from)) {
    if (step.kind === 'ask' && step.when(scene(flow, state))) return askOf(flow, state, step)
    const already = recordedIn(flow)
    const obstacle = await pass(flow, state, step)
    if (obstacle) return stop(flow, state, obstacle)
    // Known at the end, too, though that may be turns later.
    state = recordedIn(flow) > already ? { ...state, recorded: true } : state
    const go = step.kind === 'branch' && step.go(scene(flow, state))
    if (go) return goTo(flow, state, go)
    if (step.kind !== 'show') continue
    await show(flow, state, step)
    if (step.last) return finish(flow, state)
  }
  return finish(flow, state)
}

/** Runs a step that needs no answer; returns the obstacle that stops the guide, if any. */
async function pass(flow: Flow, state: FlowState, step: Step): Promise<Obstacle | undefined> {
  const seen = scene(flow, state)
  if (step.kind === 'require') return step.obstacle(seen)
  if (step.kind === 'note') step.run(seen)
  return step.kind === 'record' ? record(seen, step) : undefined
}

function record(seen: StepContext, step: Extract<Step, { kind: 'record' }>): Obstacle | undefined {
  for (const command of step.commands(seen)) {
    const refusal = seen.world.apply(command)
    if (refusal) return obstacleOf(seen.world, refusal)
  }
  return undefined
}

/** Shows a card; the one that a guide ends with, once something was recorded, says by whom. */
async function show(flow: Flow, state: FlowState, step: Extract<Step, { kind: 'show' }>): Promise<void> {
  const { guide } = flow
  const { world, answers } = scene(flow, state)
  const shown = await step.view({ world, answers })
  const signed = step.last && state.recorded ? { signature: signatureOf(world) } : {}
  const section = shown.section ?? `${guide.id}.${step.id}`
  world.chat.send(
    world.newId(),
    world.render(world, { ...shown, ...signed, card: step.card, section, guide: guide.id }),
  )
}

/** Ends here; where another guide clears the way, this one is kept to go on with afterwards. */
function stop(flow: Flow, state: FlowState, obstacle: Obstacle): Move {
  const { guide, turn } = flow
  const { world } = turn
  showObstacle(guide, scene(flow, state), obstacle)
  if (obstacle.detour) world.keepDraft(draftOf(guide.id, { ...state, stopped: true }, world.now))
  return { kind: 'end' }
}

/** Asks, unless what started the guide gave an answer that fits, or there is but one to give. */
async function askOf(flow: Flow, { given, named, ...rest }: FlowState, step: AskStep): Promise<Move> {
  const { [step.id]: toFill = {}, ...ahead } = named ?? {}
  const kept = {
    ...(step.isPreliminary && given && { given }),
    ...(Object.keys(ahead).length > 0 && { named: ahead }),
  }
  const state = { ...rest, ...kept }
  const { guide, turn } = flow
  const { answers } = state
  const card = { guide: guide.id, step: step.id, card: '', entered: {}, answers, canGoBack: false }
  const asked = askedIn(turn, card)
  const fitting = fittingValues(step.form, toFill, await offered(asked))
  const said = given?.step === step.id ? given.text : step.takesNamed ? onlyValue(fitting) : undefined
  const text = said ?? (step.takeOnly ? await onlyOption(asked) : undefined)
  const { answer } = text === undefined ? {} : await answerFrom(asked, { kind: 'text', text })
  if (!answer) return wait(flow, state, step, { named: fitting })
  return answered(flow, state, step, answer, said === undefined ? state.trail : undefined)
}

/** Values for the fields of a step, and what was said of them on another. */
interface Filling {
  readonly named?: Entered
  readonly said?: string | undefined
}

/** Leaves the turn to the card of a step, until that is answered. */
function wait(
  { guide }: Flow,
  { entered, stopped: _, ...state }: FlowState,
  step: AskStep,
  { named, said }: Filling = {},
): Move {
  const { answers, trail } = state
  const canGoBack = trail.some((id) => id !== step.id)
  const given = { ...(entered && { entered }), named, said }
  const options = { guide: guide.id, step: step.id, answers, canGoBack, ...given }
  return { kind: 'call', state: { ...state, at: step.id }, dialog: cardStepId, options }
}

function finish(flow: Flow, { afterwards }: FlowState): Move {
  flow.turn.world.dropDraft(flow.guide.id)
  return afterwards === undefined ? { kind: 'end' } : start(flow, afterwards)
}

/** Another guide takes over, where it was left. */
function start({ turn: { world } }: Flow, guide: string): Move {
  const state = world.drafts.find((draft) => draft.guide === guide)?.state
  world.dropDraft(guide)
  return { kind: 'replace', dialog: guide, options: state }
}

const scene = ({ turn: { world } }: Flow, { answers }: FlowState): StepContext => ({ world, answers })

function askStep(guide: Guide, id: string | undefined): AskStep {
  const step = guide.steps.find((each): each is AskStep => each.kind === 'ask' && each.id === id)
  if (!step) throw new Error(`The guide ${guide.id} has no question "${id}"`)
  return step
}

function indexOf(guide: Guide, id: string): number {
  const index = guide.steps.findIndex((step) => 'id' in step && step.id === id)
  if (index < 0) throw new Error(`The guide ${guide.id} has no step "${id}"`)
  return index
}

const recordedIn = ({ turn: { world } }: Flow): number => world.recorded.length
