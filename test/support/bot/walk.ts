import { z } from 'zod'
import type { Card } from '../../../cards/card-schema.ts'
import type { Language } from '../../../locales/index.ts'
import { actionsOf } from './card-actions.ts'
import { type Circumstances, type Rehearsed, rehearse, type Situation } from './rehearse.ts'

/** Everything that a card walk met. */
export interface Met {
  readonly card: Card
  readonly texts: readonly string[]
  /** Absent on proactive cards. */
  readonly situation?: Situation
}

const inputSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  value: z.string().optional(),
  isMultiSelect: z.boolean().optional(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })).optional(),
})
type Input = z.infer<typeof inputSchema>

/** Input by field name; the first is valid, the others are not. */
export type Entries = Readonly<Record<string, readonly string[]>>

interface Path {
  readonly situation: Situation
  readonly card: Card
}

/**
 * Presses every button of every card that can be reached from a situation, with every choice of every short list,
 * until no card of a new kind appears. Cards count as met before when only ids and people's entries differ.
 */
export async function walk(
  language: Language,
  begin: Situation,
  starts: readonly unknown[],
  entries: Entries,
  circumstances: Circumstances = {},
  /** Proactive cards. */
  shown: readonly Card[] = [],
): Promise<Met[]> {
  const met = new Map<string, Met>()
  const tried = new Set<string>()
  const paths: Path[] = []
  const note = ({ cards, texts, situation }: Pick<Rehearsed, 'cards' | 'texts' | 'situation'>) => {
    for (const card of cards) {
      const kind = kindOf(card)
      if (met.has(kind)) continue
      met.set(kind, { card, texts, situation })
      if (tried.has(conversationKeysOf(card))) continue
      tried.add(conversationKeysOf(card))
      paths.push({ situation, card })
    }
  }
  note({ cards: shown, texts: [], situation: begin })
  for (const value of starts) note(await rehearse(begin, language, { value }, circumstances))
  for (let path = paths.shift(); path; path = paths.shift()) {
    for (const value of submits(path.card, entries))
      note(await rehearse(path.situation, language, { value }, circumstances))
  }
  return [...met.values()]
}

/** A card without what differs each time: ids of messages, and what is filled in. */
function kindOf(card: Card): string {
  return JSON.stringify(card, (key, value) =>
    key === 'card' || key === 'value' || key === 'choices' ? undefined : value,
  )
}

/** Identity of a card for the walk: the buttons of its step and its inputs. */
function conversationKeysOf(card: Card): string {
  const steps = actionsOf(card).map(({ title, data = {} }) => [
    title,
    data.do,
    data.command ?? data.guide,
    data.answer && { ...data.answer, card: '' },
  ])
  return JSON.stringify([card.fallbackText, steps, inputsIn(card.body).map(({ id }) => id)])
}

/** All that can be sent from a card: each button, with the suggested entries and then with each choice in turn. */
function submits(card: Card, entries: Entries): object[] {
  const inputs = inputsIn(card.body)
  const filled = Object.fromEntries(inputs.map((input) => [input.id, suggested(input, entries)]))
  return actionsOf(card).flatMap(({ type, data, associatedInputs }) => {
    if (type !== 'Action.Submit') return []
    if (associatedInputs === 'none') return [{ ...data }]
    return [filled, ...variants(inputs, filled, entries)].map((values) => ({ ...values, ...data }))
  })
}

const longestList = 8

function variants(inputs: readonly Input[], filled: object, entries: Entries): object[] {
  return inputs.flatMap(({ id, choices = [] }) => {
    const others = choices.length > longestList ? [] : choices.map(({ value }) => value)
    return [...others, ...(entries[id] ?? []).slice(1)].map((value) => ({ ...filled, [id]: value }))
  })
}

function suggested({ id, value, choices }: Input, entries: Entries): string {
  return entries[id]?.[0] ?? (value || choices?.[0]?.value) ?? 'Something'
}

/** All inputs of a card, wherever they stand. */
export function inputsIn(node: unknown): Input[] {
  if (Array.isArray(node)) return node.flatMap(inputsIn)
  if (typeof node !== 'object' || node === null) return []
  const here = inputSchema.safeParse(node)
  if (here.success && here.data.type.startsWith('Input.')) return [here.data]
  return Object.values(node).flatMap(inputsIn)
}
