import { z } from 'zod'
import type { Command } from '../../src/core/company/command.ts'
import type { Filled, Form } from './form.ts'
import type { Option, Problem, Shown } from './render.ts'
import type { World } from './world.ts'

/** What a step sees: the world of this turn (or the roles `W` of it that it needs), and the answers given so far. */
export interface StepContext<A = Answers, W = World> {
  readonly world: W
  readonly answers: A
}
export type Answers = Readonly<Record<string, unknown>>

/** Where to go after an answer, when it is not the next step. */
export type Go = { readonly to: string } | { readonly start: string } | 'again' | 'end'

export type Branch = Exclude<Go, 'again'>

/** Why a guide cannot go on: a text under `obstacles.` and, where there is one, the guide that clears the way. */
export interface Obstacle {
  readonly reason: string
  readonly values?: object
  readonly detour?: string
  /** Key of the title of a button that starts this guide again. */
  readonly retry?: string
  /** What the card has besides its text: other ways on, a list. */
  readonly shown?: Pick<Shown, 'buttons' | 'view'>
}

export interface AskStep {
  readonly kind: 'ask'
  readonly id: string
  readonly card: string
  readonly section: string
  readonly form: Form
  readonly takeOnly: boolean
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
  /** Steps that the person may go back to from here, in order. */
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

/** A guide as the machinery runs it. */
export interface Guide {
  readonly id: string
  readonly version: number
  readonly steps: readonly Step[]
}

/** Recognises the kept answer of a form. */
export function storedForm<F extends Form>(form: F): z.ZodType<Filled<F>> {
  const shape = z.object(
    Object.fromEntries(Object.entries(form).map(([name, field]) => [name, field.stored])),
  )
  return z.custom<Filled<F>>((answer) => shape.safeParse(answer).success, 'This answer does not fit its form')
}
