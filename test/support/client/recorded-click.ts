import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Activity } from './activity.ts'
import type { Entries, Entry, InputView } from './card-input.ts'
import type { ActionView, CardView } from './card-view.ts'
import { cardIn } from './chat-reply.ts'

/** Which button of which card was clicked in a transcript, and what was filled in. */
export interface RecordedClick {
  /** Among the messages with a card, in order. */
  readonly cardIndex: number
  /** Among the actions of that card, in order. */
  readonly actionIndex: number
  readonly label: string
  readonly entries: Entries
}

const valueSchema = z.record(z.string(), z.unknown())
const executeSchema = z.object({ action: z.object({ data: valueSchema.default({}) }) })

interface Submission {
  readonly type: 'Action.Submit' | 'Action.Execute'
  readonly value: Record<string, unknown>
}

function submission(did: Activity | undefined): Submission {
  return did?.type === 'invoke'
    ? { type: 'Action.Execute', value: executeSchema.parse(did.value).action.data }
    : { type: 'Action.Submit', value: valueSchema.parse(did?.value) }
}

/**
 * The click behind the submit or execute at `index`. Emulator does not say which card was clicked, so it is the latest one before it
 * with a button whose data lies in the submitted value.
 * @throws Error when there is no such card.
 */
export function findRecordedClick(transcript: readonly Activity[], index: number): RecordedClick {
  const done = submission(transcript[index])
  const cards = transcript.slice(0, index).flatMap((activity) => cardIn(activity) ?? [])
  for (const [cardIndex, card] of [...cards.entries()].reverse()) {
    const actionIndex = bestAction(card, done)
    const action = card.actions[actionIndex]
    if (action)
      return { cardIndex, actionIndex, label: action.label, entries: entriesOf(card, action, done.value) }
  }
  throw new Error(`No card before activity ${index} has a button that submits ${JSON.stringify(done.value)}`)
}

/** The action that accounts for most of the value: one without data would fit to all. */
function bestAction({ actions, inputs }: CardView, done: Submission): number {
  const scores = actions.map((action) => score(action, inputs, done))
  const best = Math.max(...scores)
  return best < 0 ? -1 : scores.indexOf(best)
}

function score(action: ActionView, inputs: readonly InputView[], { type, value }: Submission): number {
  if (action.type !== type || typeof action.data === 'string') return -1
  const data = valueSchema.parse(action.data ?? {})
  const takesInputs = action.associatedInputs?.toLowerCase() !== 'none'
  const inputIds = new Set(takesInputs ? inputs.map(({ id }) => id) : [])
  const isFromHere = Object.keys(value).every((key) => key in data || inputIds.has(key))
  const isAllThere = Object.entries(data).every(
    ([key, one]) => inputIds.has(key) || isDeepStrictEqual(value[key], one),
  )
  return isFromHere && isAllThere ? Object.keys(data).length : -1
}

/** Entries as a person would repeat them, without hidden and unused ones. */
function entriesOf(
  { inputs }: CardView,
  { associatedInputs }: ActionView,
  value: Record<string, unknown>,
): Entries {
  if (associatedInputs?.toLowerCase() === 'none') return {}
  const visible = inputs.filter(({ isVisible }) => isVisible)
  return Object.fromEntries(visible.map((input) => [input.id, entryOf(input, value[input.id])]))
}

function entryOf(input: InputView, submitted: unknown): Entry {
  const text = submitted === undefined ? '' : String(submitted)
  if (input.type === 'Input.ChoiceSet' && input.isMultiSelect) return text.split(',').filter(Boolean)
  return text
}
