import { z } from 'zod'
import type { Card } from '../../../cards/card-schema.ts'

const actionSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  url: z.string().optional(),
  style: z.string().optional(),
  associatedInputs: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
})
/** A button, or a row that can be selected. */
export type CardAction = z.infer<typeof actionSchema>
const partSchema = z.looseObject({
  actions: z.array(z.unknown()).catch([]),
  selectAction: z.unknown().optional(),
})

/** All that can be pressed on a card, in the order in which it is read; what only unfolds a part is none of it. */
export function actionsOf(card: Card | undefined): CardAction[] {
  if (!card) return []
  const { actions, ...rest } = card
  return [...within(rest), ...actions.flatMap(read)]
}

function within(node: unknown): CardAction[] {
  if (Array.isArray(node)) return node.flatMap(within)
  if (typeof node !== 'object' || node === null) return []
  const { actions, selectAction, ...rest } = partSchema.parse(node)
  return [...[selectAction, ...actions].flatMap(read), ...Object.values(rest).flatMap(within)]
}

function read(action: unknown): CardAction[] {
  const found = actionSchema.safeParse(action).data
  return found && found.type !== 'Action.ToggleVisibility' ? [found] : []
}
