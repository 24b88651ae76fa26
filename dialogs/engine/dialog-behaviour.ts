import type { Turn } from './turn.ts'

/** Result of answering a card. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'back' }
  /** `said`: the sentence that changes the answer; without it the card is shown. */
  | { readonly kind: 'edit'; readonly step: string; readonly said?: string }

/** Change of the dialog stack after the turn of a guide or a card. */
export type Move =
  /** The dialog stays on top, in this state, until the next input. */
  | { readonly kind: 'wait'; readonly state: object }
  /** The dialog stays, in this state, below another one that begins with these options. */
  | { readonly kind: 'call'; readonly state: object; readonly dialog: string; readonly options: object }
  /** The dialog ends, and the one below it goes on with the outcome. */
  | { readonly kind: 'end'; readonly outcome?: Outcome }
  /** The dialog ends, and another one takes its place. */
  | { readonly kind: 'replace'; readonly dialog: string; readonly options: object | undefined }

/** One kind of dialog, as plain functions of its turn and its stored state. */
export interface Behaviour {
  readonly begin: (turn: Turn, options: object | undefined) => Promise<Move>
  /** Takes the input of the turn, while the dialog is on top. */
  readonly proceed?: (turn: Turn, state: unknown) => Promise<Move>
  /** Takes the outcome of the dialog that was on top of this one. */
  readonly resume?: (turn: Turn, state: unknown, outcome: Outcome | undefined) => Promise<Move>
}
