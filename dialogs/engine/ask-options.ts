import type { Option, Problem, Shown } from './render.ts'
import type { Go, StepContext } from './step.ts'

export type Maybe<T> = T | undefined | Promise<T | undefined>

/** Options of a question; `A`: earlier answers, `V`: its own. */
export interface AskOptions<A, V> {
  /** Template in cards/templates/, when it is not `<guide>.<step>`. */
  readonly card?: string
  /** Sentences in locales/, when they are not under `<guide>.<step>`. */
  readonly section?: string
  /** `entered`: what is filled in on the card so far. */
  readonly view?: (scene: StepContext<A>, entered: Readonly<Record<string, string>>) => Maybe<Shown>
  readonly offer?: (scene: StepContext<A>) => Maybe<{ readonly [K in keyof V]?: readonly Option[] }>
  readonly prefill?: (scene: StepContext<A>) => Maybe<{ readonly [K in keyof V]?: string | undefined }>
  /** Asked before the guide's own questions: a button that starts the guide with an answer does not answer it. */
  readonly preliminary?: boolean
  /** Takes a single option without asking. */
  readonly takeOnly?: boolean
  /** Takes the option that the sentence named which started the guide, as if its button were pressed. */
  readonly takesNamed?: boolean
  /** Comes before the guide's own first question, which a button may have answered. */
  readonly isPreliminary?: boolean
  /** Values to prefill when asked again, if not the answer itself. */
  readonly refill?: (value: V, scene: StepContext<A>) => { readonly [K in keyof V]?: string | undefined }
  /** Problems of a well-formed answer. */
  readonly check?: (value: V, scene: StepContext<A>) => readonly Problem[]
  readonly go?: (value: V, scene: StepContext<A>) => Go | undefined
}
