import { z } from 'zod'
import type { Command } from '../../src/core/company/command.ts'
import type { Filled, Form } from './form.ts'
import type { Option, Problem, Shown } from './render.ts'
import type { World } from './world.ts'

/** Context of a step: the turn's context (or the roles `W` of it), and the answers so far. */
export interface StepContext<A = Answers, W = World> {
  readonly world: W
  readonly answers: A
}
export type Answers = Readonly<Record<string, unknown>>

/** Continuation other than the next step. */
export type Go = { readonly to: string } | { readonly start: string } | 'again' | 'end'

export type Branch = Exclude<Go, 'again'>

/** An obstacle: a text under `obstacles.` and, if any, the guide that removes it. */
export interface Obstacle {
  readonly reason: string
  readonly values?: object
  readonly detour?: string
  /** Title key of a button that restarts this guide. */
  readonly retry?: string
  /** Additional card content: buttons, a list. */
  readonly shown?: Pick<Shown, 'buttons' | 'view'>
}

export interface AskStep {
  readonly kind: 'ask'
  readonly id: string
  readonly card: string
  readonly section: string
  readonly form: Form
  readonly takeOnly: boolean
  readonly preliminary: boolean
  readonly when: (scene: StepContext) => boolean
  readonly view: (scene: StepContext) => Promise<Shown>
  readonly offer: (scene: StepContext) => Promise<Readonly<Record<string, readonly Option[] | undefined>>>
  readonly prefill: (scene: StepContext) => Promise<Readonly<Record<string, string | undefined>>>
  readonly refill: (
    value: unknown,
    scene: StepContext,
  ) => Readonly<Record<string, string | undefined>> | undefined
  readonly check: (value: Answers, scene: StepContext) => readonly Problem[]
  readonly go: (value: Answers, scene: StepContext) => Go | undefined
  /** Steps that can be changed from here, in order. */
  readonly edit: readonly string[]
}

export interface ShowStep {
  readonly kind: 'show'
  readonly id: string
  readonly card: string
  readonly view: (scene: StepContext) => Promise<Shown>
  readonly last: boolean
}

export type Step =
  | AskStep
  | ShowStep
  | { readonly kind: 'require'; readonly obstacle: (scene: StepContext) => Promise<Obstacle | undefined> }
  | { readonly kind: 'record'; readonly commands: (scene: StepContext) => readonly Command[] }
  | { readonly kind: 'note'; readonly run: (scene: StepContext) => void }
  | { readonly kind: 'branch'; readonly go: (scene: StepContext) => Branch | undefined }

/** A guide for the engine. */
export interface Guide {
  readonly id: string
  readonly version: number
  readonly steps: readonly Step[]
}

/** Schema of stored answers of a form. */
export function storedForm<F extends Form>(form: F): z.ZodType<Filled<F>> {
  const shape = z.object(
    Object.fromEntries(Object.entries(form).map(([name, field]) => [name, field.stored])),
  )
  return z.custom<Filled<F>>((answer) => shape.safeParse(answer).success, 'This answer does not fit its form')
}
