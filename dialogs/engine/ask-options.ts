import type { Option, Problem, Shown } from './render.ts'
import type { Go, StepContext } from './step.ts'

export type Maybe<T> = T | undefined | Promise<T | undefined>

/** How a question of a guide is asked: `A` are the answers before it, `V` is its own. */
export interface AskOptions<A, V> {
  /** Template in cards/, when it is not `<guide>.<step>`. */
  readonly card?: string
  /** Sentences in locales/, when they are not under `<guide>.<step>`. */
  readonly section?: string
  readonly view?: (scene: StepContext<A>) => Maybe<Shown>
  readonly offer?: (scene: StepContext<A>) => Maybe<{ readonly [K in keyof V]?: readonly Option[] }>
  readonly prefill?: (scene: StepContext<A>) => Maybe<{ readonly [K in keyof V]?: string | undefined }>
  /** Whether a single option is taken without asking. */
  readonly takeOnly?: boolean
  /** What is filled in when the step is asked again, when it is not the answer itself. */
  readonly refill?: (value: V, scene: StepContext<A>) => { readonly [K in keyof V]?: string | undefined }
  /** What is wrong with an answer whose form is right. */
  readonly check?: (value: V, scene: StepContext<A>) => readonly Problem[]
  readonly go?: (value: V, scene: StepContext<A>) => Go | undefined
}
