import { z } from 'zod'
import type { Card } from '../../../cards/card-schema.ts'

const elementSchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  isVisible: z.boolean().optional(),
  items: z.array(z.unknown()).optional(),
  columns: z.array(z.unknown()).optional(),
})
/** One element of a card, with those in it. */
export type Element = z.infer<typeof elementSchema>

/** Replaces every element by others, innermost first. */
export function replaced(
  elements: readonly unknown[],
  change: (element: Element) => readonly Element[],
): Element[] {
  return elements.flatMap((each) => {
    const element = elementSchema.parse(each)
    const { items, columns } = element
    const inner = {
      ...(items && { items: replaced(items, change) }),
      ...(columns && { columns: replaced(columns, change) }),
    }
    return change({ ...element, ...inner })
  })
}

/** Lists the inputs of a card by their ids, wherever they stand. */
export function inputIds(card: Card): string[] {
  const ids: string[] = []
  replaced(card.body, (element) => {
    if (element.type.startsWith('Input.') && element.id) ids.push(element.id)
    return [element]
  })
  return ids
}

const withActions = z.looseObject({
  selectAction: z.unknown().optional(),
  actions: z.array(z.unknown()).optional(),
})
const submit = z.looseObject({
  type: z.literal('Action.Submit'),
  data: z.record(z.string(), z.unknown()).optional(),
})

/** Adds data to what is sent from within the body: by rows that can be selected, and by sets of buttons. */
export function submitting(elements: readonly unknown[], data: object): Element[] {
  const stamped = (action: unknown): unknown => {
    const { data: own, ...rest } = submit.safeParse(action).data ?? {}
    return own || 'type' in rest ? { ...rest, data: { ...data, ...own } } : action
  }
  return replaced(elements, (element) => {
    const { selectAction, actions } = withActions.parse(element)
    return [
      {
        ...element,
        ...(selectAction !== undefined && { selectAction: stamped(selectAction) }),
        ...(actions && { actions: actions.map(stamped) }),
      },
    ]
  })
}

/** Fills the place of that id in the frame; without elements the place goes. */
export function placed(card: Card, id: string, elements: readonly Element[]): Card {
  return { ...card, body: card.body.flatMap((each) => (each.id === id ? elements : [each])) }
}
