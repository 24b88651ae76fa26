import type { TurnContext } from 'botbuilder'
import { fitOf } from '../../dialogs/engine/answering.ts'
import { type Asked, settled } from '../../dialogs/engine/asking.ts'
import type { Input } from '../../dialogs/engine/card-data.ts'
import { askedIn, type CardStepState, cardStepState } from '../../dialogs/engine/card-step.ts'
import { draftOf, type FlowState, flowState, freshState } from '../../dialogs/engine/flow-state.ts'
import type { Beginning, GuideDialogs, GuideStack } from '../../dialogs/engine/guide-dialogs.ts'
import { nextField } from '../../dialogs/engine/read-answer.ts'
import type { Guide, Reading } from '../../dialogs/engine/step.ts'
import type { Turn } from '../../dialogs/engine/turn.ts'
import type { Fit } from '../../dialogs/engine/typing/fit.ts'
import { asksFor } from '../../dialogs/understanding/asks.ts'
import type { Candidate } from '../../dialogs/understanding/understand.ts'
import type { Draft } from '../../src/core/conversation/conversation.ts'
import type { UnitOfWork } from '../turn/unit-of-work.ts'

/** Characters of a sentence that are searched for values. */
const longestRead = 1_000

/** Runs the guides of one turn on Bot Framework's dialog stack, which lives in the conversation document. */
export class GuideRunner {
  readonly #dialogs: GuideDialogs
  readonly #guides: ReadonlyMap<string, Guide>
  readonly #context: TurnContext
  readonly #work: UnitOfWork
  readonly #state: GuideStack

  constructor(dialogs: GuideDialogs, context: TurnContext, work: UnitOfWork) {
    this.#dialogs = dialogs
    this.#guides = dialogs.guides
    this.#context = context
    this.#work = work
    this.#state = { dialogStack: [], ...work.conversation.dialogs }
    this.#dropUnknown()
  }

  /** The step that waits for an answer. */
  get waiting(): CardStepState | undefined {
    return cardStepState(this.#state.dialogStack.at(-1)?.state)
  }

  /** The guide that waits, once something was answered in it. */
  get begun(): string | undefined {
    const running = this.#running()
    return running && Object.keys(running.state.answers).length > 0 ? running.guide : undefined
  }

  async start(guide: string, state?: FlowState): Promise<void> {
    await this.#run({ kind: 'again' }, { guide, state })
  }

  /** Hands the input to the step that waits. */
  async feed(input: Input): Promise<void> {
    const running = this.#running()
    if (!running || !this.#hasChanged) return this.#run(input)
    this.#state.dialogStack = []
    return this.#run({ kind: 'again' }, running)
  }

  /** Tells how a typed line fits the active step, if it does. */
  async fit(text: string): Promise<Fit | undefined> {
    const asked = this.#asked()
    return asked && fitOf(asked, text)
  }

  /** Tests whether something else was shown since the card that waits: free words may be about that. */
  get isPaused(): boolean {
    const { waiting } = this
    return waiting !== undefined && this.#work.conversation.paused === waiting.card
  }

  /** Pauses the guide until its card is shown again or answered. */
  pause(): void {
    this.#work.note({ paused: this.waiting?.card })
  }

  /** Tests whether the next typed answer is a choice, which may be the name of a language. */
  get choosesNext(): boolean {
    const asked = this.#asked()
    const next = asked && nextField(asked.step.form, asked.entered)
    return next !== undefined && asked?.step.form[next]?.choices !== undefined
  }

  /** Leaves the guide that waits, and keeps its answers for later. */
  async leave(how: 'cancelled' | 'set-aside'): Promise<string | undefined> {
    await this.#settle(how)
    return this.abandon(how === 'cancelled' && { cancelled: true })
  }

  /** Leaves the guide as it is, without touching its card. */
  abandon(mark: Pick<Draft, 'cancelled'> | false = false): string | undefined {
    const running = this.#running()
    if (!running) return undefined
    const entered = this.waiting?.entered ?? {}
    const draft = draftOf(running.guide, { ...running.state, entered }, this.#work.now)
    this.#work.drafts.keep({ ...draft, ...mark })
    this.#state.dialogStack = []
    this.#save()
    return running.guide
  }

  /** A guide that begins with the answer to its first own question already given. */
  answered(id: string, text: string): FlowState | undefined {
    const guide = this.#guides.get(id)
    const first = guide?.steps.find((step) => step.kind === 'ask' && !step.isPreliminary)
    if (!guide || first?.kind !== 'ask') return undefined
    return { ...freshState(guide), given: { step: first.id, text } }
  }

  has(id: string): boolean {
    return this.#guides.has(id)
  }

  /** Topics of reminders that a guide leads to. */
  reminds(id: string): NonNullable<Guide['reminds']> {
    return this.#guides.get(id)?.reminds ?? []
  }

  /** Values that the beginning of a sentence has for a guide. */
  reading(id: string, sentence: string | undefined): Reading | undefined {
    const beginning = sentence?.slice(0, longestRead)
    return beginning === undefined ? undefined : this.#guides.get(id)?.reads?.(beginning, this.#work.world)
  }

  /**
   * The likeliest guide that a sentence surely asks for, as it begins so and names values for it. One whose page answers
   * first may be unlikely: an answer too many costs less than a guide.
   */
  asked(candidates: readonly Candidate[], sentence: string): string | undefined {
    const asking = [...this.#guides.keys()].filter((id) => asksFor(id, sentence))
    const readings = new Map(asking.map((id) => [id, this.reading(id, sentence)]))
    const possible = candidates.find(({ id, chance }) => chance > 0 && readings.get(id) !== undefined)
    return possible?.id ?? asking.find((id) => readings.get(id)?.page !== undefined)
  }

  /** A guide at its beginning, with earlier answers to suggest. */
  blank(id: string, answers?: FlowState['answers']): FlowState | undefined {
    const guide = this.#guides.get(id)
    return guide && freshState(guide, answers)
  }

  /** The guide is of another version than the answers: its steps cannot read them. */
  get #hasChanged(): boolean {
    const running = this.#running()
    return running !== undefined && running.state.version !== this.#guides.get(running.guide)?.version
  }

  #running(): { guide: string; state: FlowState } | undefined {
    const bottom = this.#state.dialogStack[0]
    const state = flowState(bottom?.state)
    return bottom && state && { guide: bottom.id, state }
  }

  #asked(): Asked | undefined {
    const { waiting } = this
    const isThere = waiting && this.#hasStep(waiting) && !this.#hasChanged
    return isThere ? askedIn(this.#turn({ kind: 'again' }), waiting) : undefined
  }

  async #settle(how: 'cancelled' | 'set-aside'): Promise<void> {
    const asked = this.#asked()
    if (asked) await settled(asked, how)
  }

  async #run(input: Input, beginning?: Beginning): Promise<void> {
    await this.#dialogs.run(this.#context, this.#turn(input), this.#state, beginning)
    this.#save()
  }

  #turn(input: Input): Turn {
    return { world: this.#work.world, input, guides: this.#guides }
  }

  #save(): void {
    this.#work.note({ dialogs: { dialogStack: this.#state.dialogStack }, paused: undefined })
  }

  /** A guide or a step that no longer exists cannot go on; the SDK would throw at every message. */
  #dropUnknown(): void {
    const running = this.#running()
    const { waiting } = this
    if (running && waiting && this.#guides.has(running.guide)) return
    this.#state.dialogStack = []
  }

  #hasStep({ guide, step }: CardStepState): boolean {
    return this.#guides.get(guide)?.steps.some((each) => each.kind === 'ask' && each.id === step) ?? false
  }
}
