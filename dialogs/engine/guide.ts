import { z } from 'zod'
import type { Command } from '../../src/core/company/command.ts'
import type { AskOptions, Maybe } from './ask-options.ts'
import { choice, type Filled, type Form } from './form.ts'
import type { Shown } from './render.ts'
import {
  type Answers,
  type AskStep,
  type Branch,
  type Guide,
  type Obstacle,
  type ReadSentence,
  type ShowStep,
  type Step,
  type StepContext,
  storedForm,
} from './step.ts'

type Revive<A> = (raw: Answers) => A

/**
 * Describes a guide from top to bottom. Steps see earlier answers, typed by their forms; stored answers are validated
 * by their forms again.
 */
export class GuideBuilder<A extends object> implements Guide {
  readonly id: string
  readonly version: number
  readonly rank: number | undefined
  readonly reads: ReadSentence | undefined
  readonly reminds: Guide['reminds']
  readonly steps: readonly Step[]
  readonly #revive: Revive<A>
  readonly #given: readonly string[]

  constructor(
    { id, version, rank, reads, reminds }: Omit<Guide, 'steps'>,
    steps: readonly Step[],
    revive: Revive<A>,
    given: readonly string[] = [],
  ) {
    this.id = id
    this.version = version
    this.rank = rank
    this.reads = reads
    this.reminds = reminds
    this.steps = steps
    this.#revive = revive
    this.#given = given
  }

  /** Names a step that the guide asks before this part, whose answer the part sees. */
  given<const K extends string, F extends Form>(id: K, form: F) {
    const given = [...this.#given, id]
    return new GuideBuilder(this, this.steps, this.#reviving(id, storedForm(form)), given)
  }

  /** Goes on with the steps of a part; later steps see the answers of both. */
  include<B extends object>(part: GuideBuilder<B>) {
    const missing = part.#given.find((id) => !this.steps.some((step) => 'id' in step && step.id === id))
    if (missing !== undefined) throw new Error(`The guide ${this.id} asks no "${missing}" before its part`)
    const revive = (raw: Answers) => ({ ...this.#revive(raw), ...part.#revive(raw) })
    const steps = [...this.steps, ...part.steps]
    return new GuideBuilder<A & B>(this, steps, revive, this.#given)
  }

  /** Continues only without an obstacle. */
  require(obstacle: (scene: StepContext<A>) => Maybe<Obstacle>) {
    return this.#with({ kind: 'require', obstacle: async (scene) => obstacle(this.#seen(scene)) })
  }

  /** Shows a card and waits for its form. */
  ask<const K extends string, F extends Form>(id: K, form: F, options: AskOptions<A, Filled<F>> = {}) {
    return this.#answering(
      id,
      this.#askStep(id, form, () => true, options),
      storedForm(form),
    )
  }

  /** Asks under a condition; the answer may be missing later. */
  askIf<const K extends string, F extends Form>(
    id: K,
    when: (scene: StepContext<A>) => boolean,
    form: F,
    options: AskOptions<A, Filled<F>> = {},
  ) {
    return this.#answering(id, this.#askStep(id, form, when, options), storedForm(form).optional())
  }

  /** Shows what will happen, with links to change each named step. A branch may skip it. */
  confirm<const K extends string>(
    id: K,
    options: AskOptions<A, Filled<typeof confirmed>> & { edit: readonly string[] },
  ) {
    const step = { ...this.#askStep(id, confirmed, () => true, options), edit: options.edit }
    return this.#answering(id, step, storedForm(confirmed).optional())
  }

  /** Explains a step in Partner Center and waits for "Done". A branch may skip it. */
  instruct<const K extends string>(id: K, options: AskOptions<A, Filled<typeof done>> = {}) {
    return this.askIf(id, () => true, done, options)
  }

  /** Runs company commands; a refusal ends the guide with its reason. */
  record(commands: (scene: StepContext<A>) => Command | readonly Command[]) {
    const listed = (scene: StepContext<A>) => [commands(scene)].flat()
    return this.#with({ kind: 'record', commands: (scene) => listed(this.#seen(scene)) })
  }

  /** Stores facts about the person or the conversation. */
  note(run: (scene: StepContext<A>) => void) {
    return this.#with({ kind: 'note', run: (scene) => run(this.#seen(scene)) })
  }

  /** Jumps depending on the answers. */
  branch(go: (scene: StepContext<A>) => Branch | undefined) {
    return this.#with({ kind: 'branch', go: (scene) => go(this.#seen(scene)) })
  }

  /** Shows a card and continues. */
  show(id: string, view?: (scene: StepContext<A>) => Maybe<Shown>, card?: string) {
    return this.#with(this.#showStep(id, false, view, card))
  }

  /** Shows a card and ends: reached by a jump or as the next step. */
  end(id: string, view?: (scene: StepContext<A>) => Maybe<Shown>, card?: string) {
    return this.#with(this.#showStep(id, true, view, card))
  }

  #showStep(
    id: string,
    last: boolean,
    view?: (scene: StepContext<A>) => Maybe<Shown>,
    card?: string,
  ): ShowStep {
    const seen = async (scene: StepContext) => (await view?.(this.#seen(scene))) ?? {}
    return { kind: 'show', id, last, card: card ?? `${this.id}.${id}`, view: seen }
  }

  #askStep<F extends Form>(
    id: string,
    form: F,
    when: (scene: StepContext<A>) => boolean,
    options: AskOptions<A, Filled<F>>,
  ): AskStep {
    const stored = storedForm(form)
    return {
      kind: 'ask',
      id,
      form,
      card: options.card ?? `${this.id}.${id}`,
      section: options.section ?? `${this.id}.${id}`,
      edit: [],
      takeOnly: options.takeOnly ?? false,
      takesNamed: options.takesNamed ?? false,
      isPreliminary: options.isPreliminary ?? false,
      when: (scene) => when(this.#seen(scene)),
      view: async (scene, entered) => (await options.view?.(this.#seen(scene), entered)) ?? {},
      offer: async (scene) => (await options.offer?.(this.#seen(scene))) ?? {},
      prefill: async (scene) => (await options.prefill?.(this.#seen(scene))) ?? {},
      refill: (value, scene) => {
        const before = stored.safeParse(value)
        return before.success ? options.refill?.(before.data, this.#seen(scene)) : undefined
      },
      check: (value, scene) => options.check?.(stored.parse(value), this.#seen(scene)) ?? [],
      go: (value, scene) => options.go?.(stored.parse(value), this.#seen(scene)),
    }
  }

  #seen(scene: StepContext): StepContext<A> {
    return { world: scene.world, answers: this.#revive(scene.answers) }
  }

  #with(step: Step): GuideBuilder<A> {
    return new GuideBuilder(this, [...this.steps, step], this.#revive, this.#given)
  }

  #answering<K extends string, V>(id: K, step: AskStep, stored: z.ZodType<V>) {
    const steps = [...this.steps, step]
    return new GuideBuilder(this, steps, this.#reviving(id, stored), this.#given)
  }

  #reviving<K extends string, V>(id: K, stored: z.ZodType<V>): Revive<A & Record<K, V>> {
    const kept = z.record(z.literal(id), stored)
    return (raw) => ({ ...this.#revive(raw), ...kept.parse({ [id]: raw[id] }) })
  }
}

/** Starts a guide description. Increase `version` when an answer changes meaning or a step moves. */
export function guide(id: string, head: Omit<Guide, 'id' | 'steps'>): GuideBuilder<object> {
  return new GuideBuilder<object>({ id, ...head }, [], () => ({}))
}

/** Starts the description of a part of guide `id`, to be included in it. */
export function part(id: string): GuideBuilder<object> {
  return guide(id, { version: 0 })
}

const confirmed = { decision: choice(['confirm']) }
const done = { done: choice(['done']) }
