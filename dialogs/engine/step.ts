import { z } from 'zod'
import type { Command } from '../../src/core/company/command.ts'
import type { ReminderTopic } from '../../src/core/reminders/schedule.ts'
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
  /** Additional card content: buttons, a list, sources. */
  readonly shown?: Pick<Shown, 'buttons' | 'view' | 'sources'>
}

export interface AskStep {
  readonly kind: 'ask'
  readonly id: string
  readonly card: string
  readonly section: string
  readonly form: Form
  readonly takeOnly: boolean
  readonly takesNamed: boolean
  readonly isPreliminary: boolean
  readonly when: (scene: StepContext) => boolean
  /** `entered`: what is filled in on the card so far. */
  readonly view: (scene: StepContext, entered: Readonly<Record<string, string>>) => Promise<Shown>
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

/** Values that a typed sentence has for a guide. A wrong guess does no harm: its form shows it before anything is recorded. */
export interface Reading {
  /** Values by step and field, as a person would enter them; empty ones clear what would be suggested. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Page that answers the sentence first, and offers the guide. */
  readonly page?: string
}

/** Finds the values that a sentence has for a guide; undefined if it has none. */
export type ReadSentence = (sentence: string, world: World) => Reading | undefined

/** A guide for the engine. */
export interface Guide {
  readonly id: string
  readonly version: number
  /** Place among the commands that Teams lists, lowest first; without one it comes last. */
  readonly rank?: number | undefined
  /** Finds the values that a typed sentence has for this guide. */
  readonly reads?: ReadSentence | undefined
  /** Topics of reminders that the guide leads to. */
  readonly reminds?: readonly ReminderTopic[] | undefined
  readonly steps: readonly Step[]
}

/** Schema of stored answers of a form. */
export function storedForm<F extends Form>(form: F): z.ZodType<Filled<F>> {
  const shape = z.object(
    Object.fromEntries(Object.entries(form).map(([name, field]) => [name, field.stored])),
  )
  return z.custom<Filled<F>>((answer) => shape.safeParse(answer).success, 'This answer does not fit its form')
}
